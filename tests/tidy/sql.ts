// What the SQL may say, and who may say it. Text that is put together at run time is beyond this test's sight.
import { type Code, codeOf, type Finding, type House, isTest, lineAt, type Rule, ts, walk } from "./house.ts";

type Statement = { readonly file: string; readonly line: number; readonly text: string };

const firstWord = /^\s*(--.*\n\s*)*(with|select|insert|update|delete|copy|truncate|lock|create|alter|explain|values)\s/;
const fragment = /(^|\s)(from|join|into)\s+[a-z_]+(\s|$)/;
const clockOrChance = new RegExp(
  [
    "\\bnow\\s*\\(\\s*\\)",
    "\\bcurrent_(timestamp|date|time)\\b",
    "\\blocaltime(stamp)?\\b",
    "\\b(clock|statement|transaction)_timestamp\\b",
    "\\brandom\\s*\\(\\s*\\)",
    "\\bgen_random_uuid\\b",
    "\\buuidv[47]\\s*\\(",
  ].join("|"),
  "i",
);
/** What a distributed Postgres refuses or understands differently. */
const unportable =
  /\b((small|big)?serial\b|generated\s+(always|by default)\s+as|create\s+(sequence|trigger)|merge\s+into)/i;
/** The tables in a statement: after a verb, and each in a list after `from`. */
const tableVerb = "\\b(?:from|join|into|update|truncate|copy|table|references)\\s+(?:only\\s+)?";
const tableNames = "([a-z_]+(?:(?:\\s+(?:as\\s+)?[a-z_]+)?\\s*,\\s*[a-z_]+)*)";
const tableList = new RegExp(tableVerb + tableNames, "g");

/** Who may name any table: the manifest lists them all. */
const everyTable = new Set(["server/platform/distribution.ts"]);

export const sqlRules: readonly Rule[] = [
  {
    name: "a table has one owner",
    why: "only its owner's store names it; ask that module",
    find: (house) =>
      codeOf(house)
        .filter((code) => code.path.startsWith("server/") && !isTest(code.path) && !everyTable.has(code.path))
        .flatMap(statementsOf)
        .flatMap((statement) => findStrangers(house, statement)),
  },
  {
    name: "every table has an owner",
    why: "server/platform/distribution.ts says whose it is",
    find: (house) =>
      migrationsOf(house).flatMap((statement) =>
        [...statement.text.matchAll(/\bcreate\s+table\s+(?:if\s+not\s+exists\s+)?([a-z_]+)/g)]
          .filter(([, table = ""]) => house.tableOwners.size > 0 && !house.tableOwners.has(table))
          .map((match) => found(statement, match.index, `table ${match[1]}`)),
      ),
  },
  {
    name: "SQL has no clock and no dice",
    why: "time and ids come in as parameters, or the test clock moves only half of the house",
    find: (house) => findIn(house, clockOrChance),
  },
  {
    name: "SQL stays portable",
    why: "the same schema runs on a distributed Postgres",
    find: (house) => findIn(house, unportable),
  },
];

function findIn(house: House, pattern: RegExp): Finding[] {
  const code = codeOf(house).filter(({ path }) => path.startsWith("server/") && !isTest(path));
  return [...code.flatMap(statementsOf), ...migrationsOf(house)].flatMap((statement) => {
    const match = statement.text.match(pattern);
    return match === null ? [] : [found(statement, match.index ?? 0, match[0])];
  });
}

function found(statement: Statement, offset: number, what: string): Finding {
  return { file: statement.file, line: statement.line + lineAt(statement.text, offset) - 1, what };
}

/** Every text of a file that reads like SQL. */
function statementsOf(code: Code): Statement[] {
  const statements: Statement[] = [];
  walk(code.ast, (node) => {
    const text = textOf(node);
    if (text === undefined || !isSql(text)) return;
    statements.push({ file: code.path, line: lineAt(code.text, node.getStart(code.ast)), text: withoutComments(text) });
  });
  return statements;
}

function textOf(node: ts.Node): string | undefined {
  if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) return node.text;
  if (!ts.isTemplateExpression(node)) return undefined;
  return node.head.text + node.templateSpans.map((span) => `$0${span.literal.text}`).join("");
}

/** Capitals and the length of one line tell a sentence for people from a piece of a statement. */
function isSql(text: string): boolean {
  return firstWord.test(text) || ((text.includes("\n") || text.includes("$1")) && fragment.test(text));
}

function withoutComments(text: string): string {
  return text.replace(/--.*/g, "");
}

function migrationsOf(house: House): Statement[] {
  return [...house.files]
    .filter(([file]) => file.endsWith(".sql"))
    .map(([file, text]) => ({ file, line: 1, text: withoutComments(text) }));
}

function findStrangers(house: House, statement: Statement): Finding[] {
  const named = [...statement.text.matchAll(tableList)].flatMap((match) =>
    (match[1] ?? "").split(",").map((part) => ({ table: part.trim().split(/\s/)[0] ?? "", offset: match.index })),
  );
  return named.flatMap(({ table, offset }) => {
    const owner = house.tableOwners.get(table);
    if (owner === undefined || isOwn(statement.file, owner) || isAlias(statement.text, table)) return [];
    return [found(statement, offset, `names ${table}, which is ${owner}'s`)];
  });
}

function isOwn(file: string, owner: string): boolean {
  if (owner === "platform") return file.startsWith("server/platform/");
  return file === `server/modules/${owner}/store.ts` || file.startsWith(`server/modules/${owner}/store/`);
}

/** A common table expression may borrow a table's name. */
function isAlias(text: string, table: string): boolean {
  return new RegExp(`(with|,)\\s+${table}\\s+(\\([^)]*\\)\\s+)?as\\s+(materialized\\s+)?\\(`).test(text);
}
