// What people read stays short and leads somewhere.
import { dirname, posix } from "node:path";
import { type Finding, type House, lineAt, type Rule } from "./house.ts";

/** How long a document may be, by what its path looks like. */
const lengths: readonly { readonly of: RegExp; readonly linesMax: number }[] = [
  { of: /^STYLE\.md$/, linesMax: 200 },
  { of: /^docs\/decisions\/.*\.md$/, linesMax: 30 },
];
const decision = /^docs\/decisions\/\d{4}-[a-z0-9-]+\.md$/;
/** Files that exist, but that this test does not read. */
const unread = new Set(["LICENSE"]);

export const documentRules: readonly Rule[] = [
  {
    name: "documents are short",
    why: "what is long is not read; a decision is context, decision, consequences",
    find: (house) =>
      documentsOf(house).flatMap(([file, text]) => {
        const lines = text.trimEnd().split("\n").length;
        const limit = lengths.find(({ of }) => of.test(file))?.linesMax ?? Number.POSITIVE_INFINITY;
        return lines > limit ? [{ file, line: lines, what: `${lines} lines, at most ${limit}` }] : [];
      }),
  },
  {
    name: "decisions are numbered",
    why: "docs/decisions/0001-in-words.md, each number once",
    find: (house) => {
      const files = documentsOf(house).flatMap(([file]) => (file.startsWith("docs/decisions/") ? [file] : []));
      const numbers = files.map((file) => posix.basename(file).slice(0, 4));
      return files
        .filter((file, index) => !decision.test(file) || numbers.indexOf(numbers[index] ?? "") !== index)
        .map((file) => ({ file, line: 1, what: posix.basename(file) }));
    },
  },
  {
    name: "links lead somewhere",
    why: "the file that a document points to exists",
    find: (house) => documentsOf(house).flatMap(([file, text]) => findLost(house, file, text)),
  },
];

function documentsOf(house: House): [file: string, text: string][] {
  return [...house.files].filter(([file]) => file.endsWith(".md"));
}

function findLost(house: House, file: string, text: string): Finding[] {
  return [...text.matchAll(/\]\((?!https?:|mailto:|#)([^)#\s]+)/g)].flatMap((match) => {
    const target = posix.join(dirname(file), match[1] ?? "");
    const isThere = unread.has(target) || [...house.files.keys()].some((path) => isAt(path, target));
    return isThere ? [] : [{ file, line: lineAt(text, match.index), what: `points to ${target}` }];
  });
}

/** A file itself, or a folder by what lies in it. */
function isAt(path: string, target: string): boolean {
  return path === target || path.startsWith(target.endsWith("/") ? target : `${target}/`);
}
