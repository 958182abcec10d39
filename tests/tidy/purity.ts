// Where the time and chance come from.
import { type Code, codeRule, isTest, judgeNodes, type Rule, ts } from "./house.ts";

/** Names that reach outside: the clock, chance, the process, the network, timers. */
const worldly = new Set([
  "performance",
  "crypto",
  "process",
  "fetch",
  "globalThis",
  "setTimeout",
  "setInterval",
  "setImmediate",
  "queueMicrotask",
]);

export const purityRules: readonly Rule[] = [
  codeRule("core is pure", "the same arguments give the same answer; now and chance come in as arguments", (code) => {
    if (!code.path.startsWith("core/") || isTest(code.path)) return [];
    return judgeNodes(code, (node) => clockIn(node) ?? chanceIn(node) ?? worldIn(node) ?? placeIn(node));
  }),
  codeRule("the clock is handed in", "a test and a demo move the time; platform/clock.ts alone reads it", (code) => {
    if (!isServer(code) || code.path === "server/platform/clock.ts") return [];
    return judgeNodes(code, clockIn);
  }),
];

function isServer(code: Code): boolean {
  return code.path.startsWith("server/") && !isTest(code.path);
}

function clockIn(node: ts.Node): string | undefined {
  if (ts.isPropertyAccessExpression(node)) {
    const text = node.getText();
    return text === "Date.now" || text === "Temporal.Now" ? text : undefined;
  }
  if (!ts.isNewExpression(node) && !ts.isCallExpression(node)) return undefined;
  if (node.expression.getText() !== "Date" || (node.arguments?.length ?? 0) > 0) return undefined;
  return `${ts.isNewExpression(node) ? "new " : ""}Date()`;
}

function chanceIn(node: ts.Node): string | undefined {
  return ts.isPropertyAccessExpression(node) && node.getText() === "Math.random" ? "Math.random" : undefined;
}

/** A worldly name that is used, not merely the name of a field or of a parameter. */
function worldIn(node: ts.Node): string | undefined {
  if (!ts.isIdentifier(node) || !worldly.has(node.text)) return undefined;
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent) && parent.name === node) return undefined;
  if ("name" in parent && parent.name === node && !ts.isShorthandPropertyAssignment(parent)) return undefined;
  return node.text;
}

/** What depends on the language or the zone that the machine happens to be set to. */
function placeIn(node: ts.Node): string | undefined {
  if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return undefined;
  if (!/^toLocale\w*String$/.test(node.expression.name.text) || node.arguments.length > 0) return undefined;
  return `${node.expression.name.text}() without a language`;
}
