// Who may import whom.
import { dirname, posix } from "node:path";
import { at, type Code, codeOf, type Finding, type House, isTest, type Rule, ts, walk } from "./house.ts";

/** Where a file stands: a workspace, a part of the server, or a module of it. */
type Place = { readonly layer: string; readonly module?: string };

/** What a layer may import besides itself. Layers that are not listed import everything. */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  core: [],
  sdk: ["core"],
  platform: ["core", "sdk"],
  module: ["platform", "core", "sdk"],
  main: ["module", "platform", "core", "sdk"],
  console: ["sdk", "core"],
  portal: ["sdk", "core"],
};

const corePackages = new Set(["big.js", "temporal-polyfill"]);
const workspaces = new Set(["core", "sdk", "server", "console", "portal"]);

type Import = { readonly specifier: string; readonly node: ts.Node };

/** Every import of a file: values, types, re-exports and dynamic ones. */
function importsOf(code: Code): Import[] {
  const imports: Import[] = [];
  const add = (literal: ts.Node | undefined, node: ts.Node): void => {
    if (literal !== undefined && ts.isStringLiteralLike(literal)) imports.push({ specifier: literal.text, node });
  };
  walk(code.ast, (node) => {
    if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) add(node.moduleSpecifier, node);
    if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) add(node.argument.literal, node);
    if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) add(node.arguments[0], node);
  });
  return imports;
}

/** The file of ours that is meant, or undefined for a package. */
function fileOf(from: string, specifier: string): string | undefined {
  if (specifier.startsWith("@fedele/")) return specifier.slice("@fedele/".length);
  if (!specifier.startsWith(".")) return undefined;
  const path = posix.join(dirname(from), specifier);
  return path.includes("node_modules/") ? undefined : path;
}

function placeOf(path: string): Place {
  const [first = "", second = "", third = ""] = path.split("/");
  if (!path.includes("/")) return { layer: "root" };
  if (first !== "server") return { layer: first };
  if (second === "platform" || path === "server/config.ts") return { layer: "platform" };
  if (second === "modules") return { layer: "module", module: third };
  return { layer: "main" };
}

function isAllowed(from: string, to: string, modules: readonly string[]): boolean {
  const [importer, imported] = [placeOf(from), placeOf(to)];
  if (isTest(from) && imported.layer === "tests") return true;
  const allowed = mayImport[importer.layer];
  if (allowed === undefined) return true;
  if (importer.layer !== imported.layer) return allowed.includes(imported.layer);
  if (importer.module === undefined || imported.module === undefined) return true;
  return modules.indexOf(imported.module) <= modules.indexOf(importer.module);
}

function eachImport(house: House, judge: (code: Code, specifier: string) => string | undefined): Finding[] {
  return codeOf(house).flatMap((code) =>
    importsOf(code).flatMap(({ specifier, node }) => {
      const what = judge(code, specifier);
      return what === undefined ? [] : [at(code, node, what)];
    }),
  );
}

export const importRules: readonly Rule[] = [
  {
    name: "imports go down",
    why: "core ◄ sdk ◄ platform ◄ modules in their order ◄ main; upwards goes an event",
    find: (house) =>
      eachImport(house, (code, specifier) => {
        const to = fileOf(code.path, specifier);
        return to === undefined || isAllowed(code.path, to, house.modules) ? undefined : `imports ${to}`;
      }),
  },
  {
    name: "core imports no package but two",
    why: "core runs anywhere; only big.js and temporal-polyfill come with it",
    find: (house) =>
      eachImport(house, (code, specifier) => {
        if (!code.path.startsWith("core/") || isTest(code.path)) return undefined;
        if (fileOf(code.path, specifier) !== undefined || corePackages.has(specifier)) return undefined;
        return `imports ${specifier}`;
      }),
  },
  {
    name: "workspaces know each other by name",
    why: "write @fedele/core/… and @fedele/sdk/…, so that the dependency stands in package.json",
    find: (house) =>
      eachImport(house, (code, specifier) => {
        const to = fileOf(code.path, specifier);
        const [own = "", other = ""] = [code.path.split("/")[0], to?.split("/")[0]];
        if (!specifier.startsWith(".") || own === other) return undefined;
        return workspaces.has(own) && workspaces.has(other) ? `imports ${specifier}` : undefined;
      }),
  },
  {
    name: "stores are private",
    why: "a module's SQL is its own; ask the module's noun file",
    find: (house) =>
      eachImport(house, (code, specifier) => {
        const to = fileOf(code.path, specifier);
        const owner = to?.match(/^(server\/modules\/[^/]+\/)store(\.ts$|\/)/)?.[1];
        return owner === undefined || code.path.startsWith(owner) ? undefined : `imports ${to}`;
      }),
  },
  {
    name: "the bootstrap needs nothing",
    why: "scripts/run.mjs runs before anything is installed",
    find: (house) =>
      eachImport(house, (code, specifier) =>
        code.path === "scripts/run.mjs" && !specifier.startsWith("node:") ? `imports ${specifier}` : undefined,
      ),
  },
  {
    name: "no circles",
    why: "files that need each other are one file or lack a third; imports of types count",
    find: findCircles,
  },
];

/** One finding a circle, told from its first file round to itself. */
function findCircles(house: House): Finding[] {
  const graph = new Map(
    codeOf(house).map((code) => [
      code.path,
      importsOf(code).flatMap(({ specifier, node }) => {
        const to = fileOf(code.path, specifier);
        return to !== undefined && house.files.has(to) ? [{ to, finding: at(code, node, "") }] : [];
      }),
    ]),
  );
  const findings: Finding[] = [];
  const done = new Set<string>();
  const trail: string[] = [];
  const visit = (path: string): void => {
    trail.push(path);
    for (const { to, finding } of graph.get(path) ?? []) {
      const start = trail.indexOf(to);
      if (start !== -1)
        findings.push({ ...finding, what: `closes a circle: ${[...trail.slice(start), to].join(" → ")}` });
      else if (!done.has(to)) visit(to);
    }
    trail.pop();
    done.add(path);
  };
  for (const path of graph.keys()) if (!done.has(path)) visit(path);
  return findings;
}
