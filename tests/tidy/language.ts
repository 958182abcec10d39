// What the code does without, and the two things that only one file may know: the environment and status codes.
import { type Code, codeRule, commentsOf, type Finding, isTest, judgeNodes, type Rule, ts } from "./house.ts";

/** More than this and nobody remembers the order. */
const PARAMETERS_MAX = 4;
const successStatuses = new Set(["200", "201", "202", "204"]);
/** Whose code may be thrown away for a tool that insists on a default export. */
const toolConfig = /^[a-z]+\.config\.ts$/;
/** Who may read the environment: the configuration, the bootstrap, and tests that start processes. */
const environmentReaders = /^(server\/config\.ts|scripts\/run\.mjs|tests\/.+|bench\/.+|[a-z]+\.config\.ts)$/;

function forbid(name: string, why: string, judge: (node: ts.Node, code: Code) => string | undefined): Rule {
  return codeRule(name, why, (code) => judgeNodes(code, (node) => judge(node, code)));
}

export const languageRules: readonly Rule[] = [
  forbid("no any", "parse at the edge, then the type is known", (node) =>
    node.kind === ts.SyntaxKind.AnyKeyword ? "any" : undefined,
  ),
  forbid("no casts", "parse at the edge or use satisfies; only `as const` is a fact", (node) => {
    if (ts.isTypeAssertionExpression(node)) return "a cast";
    if (!ts.isAsExpression(node) || ts.isConstTypeReference(node.type)) return undefined;
    return `as ${node.type.getText()}`;
  }),
  forbid("no exclamation marks", "say what happens when it is absent; tests may insist", (node, code) => {
    if (isTest(code.path)) return undefined;
    if (ts.isNonNullExpression(node)) return node.getText();
    const definite = ts.isPropertyDeclaration(node) || ts.isVariableDeclaration(node);
    return definite && node.exclamationToken !== undefined ? node.getText() : undefined;
  }),
  forbid("no enums", "a union of strings", (node) =>
    ts.isEnumDeclaration(node) ? `enum ${node.name.text}` : undefined,
  ),
  forbid("no default exports", "one thing has one name wherever it is imported", (node, code) =>
    isDefaultExport(node) && !toolConfig.test(code.path) ? "a default export" : undefined,
  ),
  forbid("no classes", "functions and plain data; Refusal alone is thrown", (node) =>
    ts.isClassLike(node) && node.name?.text !== "Refusal" ? `class ${node.name?.text ?? ""}`.trim() : undefined,
  ),
  forbid("no console", "the log, or standard output for what a person asked to see", (node) => {
    const isConsole = ts.isPropertyAccessExpression(node) && ts.isIdentifier(node.expression);
    return isConsole && node.expression.text === "console" ? node.getText() : undefined;
  }),
  forbid("no boolean parameters", "two functions, or an object that names it", (node) =>
    ts.isParameter(node) && isBoolean(node) ? node.getText() : undefined,
  ),
  forbid("few parameters", `more than ${PARAMETERS_MAX} become one object`, (node) => {
    if (!ts.isFunctionLike(node) || node.parameters.length <= PARAMETERS_MAX) return undefined;
    return `${node.parameters.length} parameters`;
  }),
  forbid("no nested ternaries", "an if, or a table", (node) =>
    ts.isConditionalExpression(node) && isInsideTernary(node) ? "a ternary in a ternary" : undefined,
  ),
  forbid("no lonely tests", "`only` hides every other test of its file", (node) => {
    if (!ts.isPropertyAccessExpression(node) || node.name.text !== "only") return undefined;
    return /^(test|it|describe)\b/.test(node.getText()) ? node.getText() : undefined;
  }),
  forbid("the environment is read once", "server/config.ts reads it, checks it and hands it on", (node, code) => {
    if (environmentReaders.test(code.path)) return undefined;
    return isEnvironment(node) ? "process.env" : undefined;
  }),
  forbid("status codes have one home", "throw a Refusal; server/platform/http maps its code", (node, code) => {
    if (!code.path.startsWith("server/") || code.path.startsWith("server/platform/http")) return undefined;
    return isTest(code.path) ? undefined : statusIn(node);
  }),
  codeRule("no notes to oneself", "do it, or open an issue", (code) =>
    findInComments(code, /\b(TODO|FIXME)\b/, (match) => match),
  ),
  codeRule("no sleeping code", "the history remembers what was deleted", (code) =>
    findInComments(code, /^\/\/ ?(const|let|return|await|import|export|if \(|for \().*[;{]$/, (match) => match),
  ),
];

function isDefaultExport(node: ts.Node): boolean {
  if (ts.isExportAssignment(node)) return true;
  if (ts.isExportSpecifier(node)) return node.name.text === "default";
  return ts.canHaveModifiers(node) && (ts.getModifiers(node) ?? []).some(isDefaultKeyword);
}

function isDefaultKeyword(modifier: ts.Node): boolean {
  return modifier.kind === ts.SyntaxKind.DefaultKeyword;
}

function isBoolean(parameter: ts.ParameterDeclaration): boolean {
  const starts = parameter.initializer?.kind;
  if (starts === ts.SyntaxKind.TrueKeyword || starts === ts.SyntaxKind.FalseKeyword) return true;
  if (parameter.type === undefined) return false;
  const types = ts.isUnionTypeNode(parameter.type) ? parameter.type.types : [parameter.type];
  return types.some((type) => type.kind === ts.SyntaxKind.BooleanKeyword);
}

function isInsideTernary(node: ts.Node): boolean {
  const parent = node.parent;
  return ts.isParenthesizedExpression(parent) ? isInsideTernary(parent) : ts.isConditionalExpression(parent);
}

function isEnvironment(node: ts.Node): boolean {
  if (ts.isImportSpecifier(node)) {
    const from = node.parent.parent.parent.moduleSpecifier.getText();
    return /^["'](node:)?process["']$/.test(from) && (node.propertyName ?? node.name).text === "env";
  }
  if (ts.isBindingElement(node)) {
    const source = node.parent.parent;
    const name = (node.propertyName ?? node.name).getText();
    return name === "env" && ts.isVariableDeclaration(source) && source.initializer?.getText() === "process";
  }
  return /^process(\??\.env|\[["']env["']\])$/.test(node.getText()) && !ts.isExpressionStatement(node);
}

/** `.code(404)`, `.status(404)`, `statusCode: 404`, `statusCode = 404` and `{ 404: … }` of a reply's schema. */
function statusIn(node: ts.Node): string | undefined {
  if (ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression)) {
    const [status] = node.arguments;
    const asks = ["code", "status"].includes(node.expression.name.text);
    return asks && isFailure(status) ? `.${node.expression.name.text}(${status?.getText()})` : undefined;
  }
  if (ts.isPropertyAssignment(node)) {
    if (isFailure(node.name)) return `${node.name.getText()}: …`;
    return isStatusName(node.name) && isFailure(node.initializer) ? node.getText() : undefined;
  }
  if (!ts.isBinaryExpression(node) || !ts.isPropertyAccessExpression(node.left)) return undefined;
  return isStatusName(node.left.name) && isFailure(node.right) ? node.getText() : undefined;
}

function isStatusName(node: ts.Node): boolean {
  return ["status", "statusCode"].includes(node.getText());
}

function isFailure(node: ts.Node | undefined): boolean {
  if (node === undefined || !ts.isNumericLiteral(node)) return false;
  return /^[1-5]\d\d$/.test(node.text) && !successStatuses.has(node.text);
}

function findInComments(code: Code, pattern: RegExp, tell: (match: string) => string): Finding[] {
  return commentsOf(code).flatMap((comment) => {
    const match = comment.text.match(pattern);
    return match === null ? [] : [{ file: code.path, line: comment.line, what: tell(match[0]) }];
  });
}
