// A house rule that cannot fail protects nothing: each has a snippet that breaks it and one that does not.

type Files = Readonly<Record<string, string>>;

export type Example = {
  readonly rule: string;
  /** What the finding must say, line included. */
  readonly says: string;
  readonly bad: Files;
  readonly good: Files;
};

const lines = (count: number): string => "const x = 1;\n".repeat(count);
const readme =
  "# gifts\n**Owns** a\n**Promises** b\n**Tells** c\n**Hears** d\n**Not here** e\n**Start reading** gifts.ts";

const imports: Example[] = [
  {
    rule: "imports go down",
    says: "server/modules/first/a.ts:2 imports server/modules/second/b.ts",
    bad: { "server/modules/first/a.ts": '\nimport type { B } from "../second/b.ts";' },
    good: { "server/modules/second/b.ts": 'import { a } from "../first/a.ts";' },
  },
  {
    rule: "imports go down",
    says: "server/platform/outbox.ts:1 imports server/modules/first/a.ts",
    bad: { "server/platform/outbox.ts": 'const a = await import("../modules/first/a.ts");' },
    good: { "server/main.ts": 'import { a } from "./modules/first/a.ts";' },
  },
  {
    rule: "imports go down",
    says: "core/points.ts:1 imports sdk/schemas/points.ts",
    bad: { "core/points.ts": 'export type A = import("@fedele/sdk/schemas/points.ts").Points;' },
    good: { "sdk/schemas/points.ts": 'import { points } from "@fedele/core/points.ts";' },
  },
  {
    rule: "imports go down",
    says: "console/page.tsx:1 imports server/main.ts",
    bad: { "console/page.tsx": 'import { serve } from "../server/main.ts";' },
    good: { "tests/stories/earn.test.ts": 'import { serve } from "../../server/main.ts";' },
  },
  {
    rule: "imports go down",
    says: "server/main.ts:1 imports tests/support/shop.ts",
    bad: { "server/main.ts": 'import { shop } from "../tests/support/shop.ts";' },
    good: { "server/modules/first/a.test.ts": 'import { shop } from "../../../tests/support/shop.ts";' },
  },
  {
    rule: "core imports no package but two",
    says: "core/money.ts:1 imports node:crypto",
    bad: { "core/money.ts": 'import { createHash } from "node:crypto";' },
    good: { "core/money.ts": 'import Big from "big.js";' },
  },
  {
    rule: "workspaces know each other by name",
    says: "server/main.ts:1 imports ../core/points.ts",
    bad: { "server/main.ts": 'import { points } from "../core/points.ts";' },
    good: { "server/main.ts": 'import { points } from "@fedele/core/points.ts";' },
  },
  {
    rule: "stores are private",
    says: "server/modules/second/b.ts:1 imports server/modules/first/store/wallets.ts",
    bad: { "server/modules/second/b.ts": 'import { wallets } from "../first/store/wallets.ts";' },
    good: { "server/modules/first/a.ts": 'import { wallets } from "./store.ts";' },
  },
  {
    rule: "the bootstrap needs nothing",
    says: "scripts/run.mjs:1 imports citty",
    bad: { "scripts/run.mjs": 'import { run } from "citty";' },
    good: { "scripts/run.mjs": 'import { spawn } from "node:child_process";' },
  },
  {
    rule: "no circles",
    says: "core/b.ts:1 closes a circle: core/a.ts → core/b.ts → core/a.ts",
    bad: { "core/a.ts": 'import { b } from "./b.ts";', "core/b.ts": 'import type { A } from "./a.ts";' },
    good: { "core/a.ts": 'import { b } from "./b.ts";', "core/b.ts": 'export const b = "./a.ts";' },
  },
];

const purity: Example[] = [
  ...["Date.now()", "new Date()", "Math.random()", "Temporal.Now.instant()"].map((call) => ({
    rule: "core is pure",
    says: `core/time.ts:2 ${call.replace(/\.instant\(\)$|(?<=now|random)\(\)$/, "")}`,
    bad: { "core/time.ts": `\nexport const now = ${call};` },
    good: { "core/time.ts": "export const start = new Date(0);" },
  })),
  ...["performance", "crypto", "process", "fetch", "globalThis", "setTimeout"].map((name) => ({
    rule: "core is pure",
    says: `core/time.ts:1 ${name}`,
    bad: { "core/time.ts": `export const x = ${name}(1);` },
    good: { "core/time.ts": `export type T = { ${name}: string }; export const f = (t: T) => t.${name};` },
  })),
  {
    rule: "core is pure",
    says: "core/money.ts:1 toLocaleString() without a language",
    bad: { "core/money.ts": "export const text = (1234).toLocaleString();" },
    good: { "core/money.ts": 'export const text = (1234).toLocaleString("it");' },
  },
  {
    rule: "the clock is handed in",
    says: "server/platform/outbox.ts:1 Date.now",
    bad: { "server/platform/outbox.ts": "const now = Date.now();" },
    good: { "server/platform/clock.ts": "export const now = () => Date.now();" },
  },
];

const syntax: [rule: string, says: string, bad: string, good: string][] = [
  ["no any", "any", "let x: any;", "let x: unknown;"],
  ["no casts", "as Member", "const x = y as Member;", 'import { a as b } from "./a.ts"; const x = [1] as const;'],
  ["no casts", "a cast", "const x = <Member>y;", "const x = y satisfies Member;"],
  ["no exclamation marks", "x!", "const y = x!;", "const y = !x;"],
  ["no enums", "enum Tier", "enum Tier { Gold }", 'type Tier = "gold";'],
  ["no default exports", "a default export", "export default function f() {}", "export function f() {}"],
  ["no default exports", "a default export", "const x = 1; export default x;", "export const x = 1;"],
  ["no default exports", "a default export", "const x = 1; export { x as default };", "export { x };"],
  ["no classes", "class Wallet", "class Wallet {}", "class Refusal extends Error {}"],
  ["no console", "console.log", "console.log(1);", "log.info(1);"],
  ["no boolean parameters", "loud: boolean", "function f(loud: boolean) {}", "function f(o: { loud: boolean }) {}"],
  ["no boolean parameters", "loud = false", "const f = (loud = false) => 1;", "const f = (loud = 0) => 1;"],
  ["few parameters", "5 parameters", "const f = (a, b, c, d, e) => 1;", "const f = (a, b, c, d) => 1;"],
  ["no nested ternaries", "a ternary in a ternary", "a ? 1 : (b ? 2 : 3);", "a ? 1 : f(b);"],
  ["no lonely tests", "test.only", 'test.only("a", f);', 'test("only", f);'],
  ["the environment is read once", "process.env", "const port = process.env.PORT;", "process.exit(1);"],
  ["the environment is read once", "process.env", "const { env } = process;", "const { argv } = process;"],
  [
    "the environment is read once",
    "process.env",
    'import { env } from "node:process";',
    'import { argv } from "process";',
  ],
  ["status codes have one home", ".code(404)", "reply.code(404).send();", "reply.code(201).send();"],
  ["status codes have one home", "409: …", "const x = { response: { 409: Problem } };", "const x = { 200: Reply };"],
  [
    "status codes have one home",
    "statusCode: 500",
    "const x = { statusCode: 500 };",
    "const x = { statusCode: code };",
  ],
  ["status codes have one home", "reply.statusCode = 403", "reply.statusCode = 403;", "reply.statusCode = 200;"],
  ["no notes to oneself", "TODO", "// TODO later", 'const x = "// TODO";'],
  ["no sleeping code", "// const x = 1;", "// const x = 1;", "// A constant is enough."],
];

const language: Example[] = syntax.map(([rule, says, bad, good]) => ({
  rule,
  says: `server/modules/first/a.ts:3 ${says}`,
  bad: { "server/modules/first/a.ts": `\n\n${bad}` },
  good: { "server/modules/first/a.ts": good },
}));

const size: Example[] = [
  {
    rule: "files are short",
    says: "core/a.ts:401 401 lines",
    bad: { "core/a.ts": lines(401) },
    good: { "core/a.ts": lines(400), "docs/long.md": lines(401) },
  },
  {
    rule: "functions are short",
    says: "core/a.ts:2 f has 71 lines",
    bad: { "core/a.ts": `\nexport function f() {\n${lines(69)}}` },
    good: { "core/a.ts": `function f() {\n${lines(68)}}`, "core/a.test.ts": `describe("a", () => {\n${lines(99)}})` },
  },
  {
    rule: "lines are short",
    says: "core/a.ts:1 121 columns",
    bad: { "core/a.ts": "x".repeat(121) },
    good: { "core/a.ts": "x".repeat(120), "README.md": "x".repeat(121) },
  },
];

const names: Example[] = [
  ...["utils.ts", "helpers/money.ts", "common/money.ts", "types.ts", "index.ts"].map((file) => ({
    rule: "files are nouns",
    says: `server/${file}:1 ${file.split("/")[0]}`,
    bad: { [`server/${file}`]: "" },
    good: { "server/money.ts": "" },
  })),
  {
    rule: "files are spelled alike",
    says: "core/life-time.ts:1 life-time.ts",
    bad: { "core/life-time.ts": "" },
    good: { "core/lifeTime.prop.test.ts": "", "server/migrations/0001_tenants.sql": "" },
  },
  {
    rule: "files are spelled alike",
    says: "server/migrations/tenants.sql:1 tenants.sql",
    bad: { "server/migrations/tenants.sql": "" },
    good: { "server/platform/roles.sql": "" },
  },
  {
    rule: "modules are listed",
    says: "server/modules/third:1 an unknown module",
    bad: { "server/modules/third/a.ts": "" },
    good: { "server/modules/second/a.ts": "" },
  },
  {
    rule: "modules explain themselves",
    says: "server/modules/first/README.md:1 is missing",
    bad: { "server/modules/first/a.ts": "" },
    good: { "server/modules/first/gifts.ts": "", "server/modules/first/README.md": readme },
  },
  {
    rule: "modules explain themselves",
    says: "server/modules/first/README.md:1 has no **Hears**",
    bad: { "server/modules/first/README.md": readme.replace("**Hears**", ""), "server/modules/first/gifts.ts": "" },
    good: {},
  },
  {
    rule: "modules explain themselves",
    says: "server/modules/first/README.md:7 names gifts.ts, which is not there",
    bad: { "server/modules/first/README.md": readme },
    good: { "server/modules/first/README.md": readme.replace("gifts.ts", "core/gifts.ts"), "core/gifts.ts": "" },
  },
  {
    rule: "modules explain themselves",
    says: "server/modules/first/README.md:26 26 lines",
    bad: { "server/modules/first/README.md": `${readme}${"\nmore".repeat(19)}`, "server/modules/first/gifts.ts": "" },
    good: {},
  },
  {
    rule: "nobody's own machine",
    says: "docs/start.md:2 /home/a…",
    bad: { "docs/start.md": "\ncd /home/ana/fedele" },
    good: { "docs/start.md": "cd ~/home/fedele; open https://example.org/home/ana" },
  },
];

const statements: [rule: string, says: string, bad: string, good: string][] = [
  ["a table has one owner", "names lots, which is first's", "select 1 from lots", "select 1 from gifts, slots"],
  ["a table has one owner", "names lots, which is first's", "update lots set a = 1", "Update lots of things"],
  ["a table has one owner", "names lots, which is first's", "select 1 from gifts g, lots l", "select lots from gifts"],
  ["a table has one owner", "names lots, which is first's", "\n  join lots using (id)", "points come from lots"],
  [
    "a table has one owner",
    "names lots, which is first's",
    "delete from only lots",
    "with lots as (select 1) select 1 from lots",
  ],
  ["SQL has no clock and no dice", "now()", "select now()", "now() is the time"],
  ["SQL has no clock and no dice", "current_timestamp", "select current_timestamp", "select current_setting('a')"],
  ["SQL stays portable", "merge into", "with a as (select 1) merge into gifts", "select merged from gifts"],
];

const sql: Example[] = [
  ...statements.map(([rule, says, bad, good]) => ({
    rule,
    says: `server/modules/second/store.ts:${bad.startsWith("\n") ? 2 : 1} ${says}`,
    bad: { "server/modules/second/store.ts": `query(\`${bad}\`)` },
    good: { "server/modules/second/store.ts": `query(\`${good}\`)` },
  })),
  {
    rule: "a table has one owner",
    says: "server/modules/first/gifts.ts:1 names lots, which is first's",
    bad: { "server/modules/first/gifts.ts": 'query("select 1 from lots")' },
    good: {
      "server/modules/first/store.ts": 'query("select 1 from lots")',
      "server/modules/first/store/lots.ts": 'query("insert into lots values ($1)")',
      "server/platform/outbox.ts": 'query("select 1 from outbox")',
      "server/modules/second/b.test.ts": 'query("select 1 from lots")',
    },
  },
  {
    rule: "every table has an owner",
    says: "server/migrations/0001_gifts.sql:2 table gifts",
    bad: { "server/migrations/0001_gifts.sql": "\ncreate table gifts (id uuid);" },
    good: { "server/migrations/0001_lots.sql": "create table lots (id uuid); -- not create table gifts" },
  },
  {
    rule: "SQL has no clock and no dice",
    says: "server/migrations/0001_lots.sql:1 now()",
    bad: { "server/migrations/0001_lots.sql": "create table lots (at timestamptz default now());" },
    good: { "server/migrations/0001_lots.sql": "-- never now()\ncreate table lots (at timestamptz not null);" },
  },
  {
    rule: "SQL stays portable",
    says: "server/migrations/0001_lots.sql:1 bigserial",
    bad: { "server/migrations/0001_lots.sql": "create table lots (id bigserial);" },
    good: { "server/migrations/0001_lots.sql": "create table lots (serial_number text);" },
  },
];

const documents: Example[] = [
  {
    rule: "documents are short",
    says: "docs/decisions/0001-a.md:31 31 lines, at most 30",
    bad: { "docs/decisions/0001-a.md": lines(31) },
    good: { "docs/decisions/0001-a.md": lines(30), "ARCHITECTURE.md": lines(201) },
  },
  {
    rule: "decisions are numbered",
    says: "docs/decisions/0001-b.md:1 0001-b.md",
    bad: { "docs/decisions/0001-a.md": "", "docs/decisions/0001-b.md": "" },
    good: { "docs/decisions/0001-a.md": "", "docs/decisions/0002-b.md": "" },
  },
  {
    rule: "links lead somewhere",
    says: "docs/a.md:2 points to docs/b.md",
    bad: { "docs/a.md": "\n[b](b.md)" },
    good: { "docs/a.md": "[b](../docs#b) [c](https://example.org/c) [d](#d)", "docs/b.md": "[a](a.md)" },
  },
];

export const examples: readonly Example[] = [
  ...documents,
  ...imports,
  ...purity,
  ...language,
  ...size,
  ...names,
  ...sql,
];
