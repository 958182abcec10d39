// How large things may grow before they are two things.
import { type Code, codeOf, type Finding, isCode, type Rule, ts, walk } from "./house.ts";

const FILE_LINES_MAX = 400;
const FUNCTION_LINES_MAX = 70;
const COLUMNS_MAX = 120;

export const sizeRules: readonly Rule[] = [
  {
    name: "files are short",
    why: `at most ${FILE_LINES_MAX} lines: the second half is another noun`,
    find: (house) =>
      [...house.files].flatMap(([file, text]) => {
        const lines = text.trimEnd().split("\n").length;
        return isCode(file) && lines > FILE_LINES_MAX ? [{ file, line: lines, what: `${lines} lines` }] : [];
      }),
  },
  {
    name: "functions are short",
    why: `at most ${FUNCTION_LINES_MAX} lines: it fits on a screen`,
    find: (house) => codeOf(house).flatMap(findLongFunctions),
  },
  {
    name: "lines are short",
    why: `at most ${COLUMNS_MAX} columns: two files stand side by side`,
    find: (house) =>
      [...house.files]
        .filter(([file]) => isCode(file) || file.endsWith(".sql"))
        .flatMap(([file, text]) =>
          text.split("\n").flatMap((line, index) => {
            const columns = [...line].length;
            return columns > COLUMNS_MAX ? [{ file, line: index + 1, what: `${columns} columns` }] : [];
          }),
        ),
  },
];

function findLongFunctions(code: Code): Finding[] {
  const findings: Finding[] = [];
  const lineOf = (offset: number): number => code.ast.getLineAndCharacterOfPosition(offset).line + 1;
  walk(code.ast, (node) => {
    if (!ts.isFunctionLike(node) || isSuite(node)) return;
    const [first, last] = [lineOf(node.getStart(code.ast)), lineOf(node.getEnd())];
    const lines = last - first + 1;
    if (lines > FUNCTION_LINES_MAX) {
      findings.push({ file: code.path, line: first, what: `${nameOf(node)} has ${lines} lines` });
    }
  });
  return findings;
}

/** The body of a `describe` is a list of tests, not one thing that happens. */
function isSuite(node: ts.Node): boolean {
  return ts.isCallExpression(node.parent) && node.parent.expression.getText().startsWith("describe");
}

function nameOf(node: ts.SignatureDeclaration): string {
  if (node.name !== undefined) return node.name.getText();
  return ts.isVariableDeclaration(node.parent) ? node.parent.name.getText() : "a function";
}
