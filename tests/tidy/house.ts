// The project as the house rules see it: every text file by its path, and what the parser makes of the code.
import { readdirSync, readFileSync } from "node:fs";
import { extname, join } from "node:path";
// TypeScript 7 has no parser to call yet; the SDK's generator brings version 6, which has.
import ts from "../../sdk/node_modules/typescript/lib/typescript.js";

export { ts };

export type House = {
  /** Source by path, the path relative to the root and with forward slashes. */
  readonly files: ReadonlyMap<string, string>;
  /** The modules from the lowest to the highest. */
  readonly modules: readonly string[];
  /** The module, or `platform`, that may name a table. */
  readonly tableOwners: ReadonlyMap<string, string>;
};

export type Finding = { readonly file: string; readonly line: number; readonly what: string };

export type Rule = { readonly name: string; readonly why: string; find(house: House): Finding[] };

/** Code that has been parsed. */
export type Code = { readonly path: string; readonly text: string; readonly ast: ts.SourceFile };

const skippedFolders = new Set(["node_modules", ".git", ".fedele", "dist", "generated", "coverage", "data"]);
const textEndings = new Set([".ts", ".tsx", ".mjs", ".js", ".json", ".md", ".sql", ".css", ".html", ".yml", ".sh"]);
const codeEndings = new Set([".ts", ".tsx", ".mjs", ".js"]);

/** Every text file under `root` that a person wrote, by its path. */
export function readFiles(root: string): Map<string, string> {
  const files = new Map<string, string>();
  const visit = (folder: string): void => {
    for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
      const path = folder === "" ? entry.name : `${folder}/${entry.name}`;
      if (entry.isDirectory() && !skippedFolders.has(entry.name)) visit(path);
      if (entry.isFile() && textEndings.has(extname(path)) && entry.name !== "package-lock.json") {
        files.set(path, readFileSync(join(root, path), "utf8"));
      }
    }
  };
  visit("");
  return files;
}

export function isCode(path: string): boolean {
  return codeEndings.has(extname(path));
}

/** Tests and benchmarks: they may reach further than what they examine. */
export function isTest(path: string): boolean {
  return /\.test\.tsx?$/.test(path) || path.startsWith("tests/") || path.startsWith("bench/");
}

const parsed = new Map<string, Code>();

/** Parsed once for all rules: a whole tree takes about a second. */
function parse(path: string, text: string): Code {
  const known = parsed.get(path);
  if (known?.text === text) return known;
  const code = { path, text, ast: ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true) };
  parsed.set(path, code);
  return code;
}

export function codeOf(house: House): Code[] {
  return [...house.files].filter(([path]) => isCode(path)).map(([path, text]) => parse(path, text));
}

/** Calls `visit` for every node of the file, outermost first. */
export function walk(node: ts.Node, visit: (node: ts.Node) => void): void {
  visit(node);
  ts.forEachChild(node, (child) => walk(child, visit));
}

export function lineAt(text: string, offset: number): number {
  let line = 1;
  for (let at = text.indexOf("\n"); at !== -1 && at < offset; at = text.indexOf("\n", at + 1)) line += 1;
  return line;
}

export function at(code: Code, node: ts.Node, what: string): Finding {
  return { file: code.path, line: lineAt(code.text, node.getStart(code.ast)), what };
}

/** One finding for every node that `judge` has something to say about. */
export function judgeNodes(code: Code, judge: (node: ts.Node) => string | undefined): Finding[] {
  const findings: Finding[] = [];
  walk(code.ast, (node) => {
    const what = judge(node);
    if (what !== undefined) findings.push(at(code, node, what));
  });
  return findings;
}

/** A rule that looks at one file of code at a time. */
export function codeRule(name: string, why: string, findIn: (code: Code) => Finding[]): Rule {
  return { name, why, find: (house) => codeOf(house).flatMap(findIn) };
}

/** The comments of a file. Strings are blanked out first, so that an address in one is not taken for a comment. */
export function commentsOf(code: Code): { text: string; line: number }[] {
  const letters = [...code.text.split("")];
  walk(code.ast, (node) => {
    if (!ts.isLiteralExpression(node) && !isTemplatePart(node) && node.kind !== ts.SyntaxKind.JsxText) return;
    for (let offset = node.getStart(code.ast); offset < node.getEnd(); offset += 1) {
      if (letters[offset] !== "\n") letters[offset] = " ";
    }
  });
  const blanked = letters.join("");
  return [...blanked.matchAll(/\/\/.*|\/\*[\s\S]*?\*\//g)].map((match) => ({
    text: match[0],
    line: lineAt(blanked, match.index),
  }));
}

function isTemplatePart(node: ts.Node): boolean {
  return ts.isTemplateHead(node) || ts.isTemplateMiddle(node) || ts.isTemplateTail(node);
}

export function print(finding: Finding, rule: Rule): string {
  return `${finding.file}:${finding.line} ${finding.what} -> ${rule.why}`;
}
