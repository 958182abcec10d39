// What things are called, where they lie, and what a module says of itself.
import { basename, dirname } from "node:path";
import { type Finding, type House, isCode, lineAt, type Rule } from "./house.ts";

const README_LINES_MAX = 25;
const readmeSections = ["Owns", "Promises", "Tells", "Hears", "Not here", "Start reading"];

/** Names that say where something was put, not what it is. */
const empty = /^(utils?|helpers?|common|types|index|misc|shared|base|services?|managers?|interfaces?)$/;
const noun = /^[a-z][a-zA-Z0-9]*(\.(test|prop|config|example|d))*\.(ts|tsx|mjs|js)$/;
const migration = /^server\/migrations\/\d{4}_[a-z0-9_]+\.sql$/;
const otherSql = /^(?!server\/migrations\/).*\/[a-z][a-zA-Z0-9]*\.sql$/;
/** A path from the root of somebody's own machine; not the end of an address on the web. */
const machinePath = /(?<![\w.:/~-])\/(home|Users|root|work)\/\w/;

export const nameRules: readonly Rule[] = [
  {
    name: "files are nouns",
    why: "put it with the noun that it serves",
    find: (house) =>
      [...house.files.keys()].flatMap((file) => {
        const said = file.split("/").find((part) => empty.test(part.split(".")[0] ?? ""));
        return said === undefined || !isCode(file) ? [] : [{ file, line: 1, what: said }];
      }),
  },
  {
    name: "files are spelled alike",
    why: "camelCase.ts, and 0001_words.sql for a migration",
    find: (house) =>
      [...house.files.keys()].flatMap((file) => {
        const name = basename(file);
        const isRight = isCode(file)
          ? noun.test(name)
          : !file.endsWith(".sql") || migration.test(file) || otherSql.test(file);
        return isRight ? [] : [{ file, line: 1, what: name }];
      }),
  },
  {
    name: "modules are listed",
    why: "tests/tidy.test.ts holds their order",
    find: (house) =>
      moduleFolders(house)
        .filter((name) => !house.modules.includes(name))
        .map((name) => ({ file: `server/modules/${name}`, line: 1, what: "an unknown module" })),
  },
  {
    name: "modules explain themselves",
    why: `README.md of at most ${README_LINES_MAX} lines: ${readmeSections.join(" · ")}`,
    find: (house) => moduleFolders(house).flatMap((name) => findInReadme(house, `server/modules/${name}`)),
  },
  {
    name: "nobody's own machine",
    why: "the next reader has other folders",
    find: (house) =>
      [...house.files].flatMap(([file, text]) => {
        const match = file.startsWith("tests/tidy/") ? null : text.match(machinePath);
        return match === null ? [] : [{ file, line: lineAt(text, match.index ?? 0), what: `${match[0]}…` }];
      }),
  },
];

function moduleFolders(house: House): string[] {
  const folders = [...house.files.keys()].flatMap((file) => file.match(/^server\/modules\/([^/]+)\//)?.[1] ?? []);
  return [...new Set(folders)];
}

function findInReadme(house: House, folder: string): Finding[] {
  const file = `${folder}/README.md`;
  const text = house.files.get(file);
  if (text === undefined) return [{ file, line: 1, what: "is missing" }];
  const lines = text.trimEnd().split("\n").length;
  const tooLong = lines > README_LINES_MAX ? [{ file, line: lines, what: `${lines} lines` }] : [];
  const missing = readmeSections
    .filter((section) => !text.includes(`**${section}**`))
    .map((section) => ({ file, line: 1, what: `has no **${section}**` }));
  const lost = [...text.matchAll(/[\w/]+\.ts\b/g)]
    .filter(([name]) => !exists(house, folder, name))
    .map((match) => ({ file, line: lineAt(text, match.index), what: `names ${match[0]}, which is not there` }));
  return [...tooLong, ...missing, ...lost];
}

function exists(house: House, folder: string, name: string): boolean {
  return [folder, dirname(dirname(folder)), "."].some((base) =>
    house.files.has(base === "." ? name : `${base}/${name}`),
  );
}
