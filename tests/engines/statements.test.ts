// The rules for SQL on many nodes: the rules themselves, and every statement that is written down in the server.
// What only running code puts together is heard by tests/support/statements.ts.
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { faultsIn } from "../support/statementRules.ts";
import { codeOf, isTest, readFiles, ts, walk } from "../tidy/house.ts";

describe("a statement may not", () => {
  test.each([
    ["scatter without a reason", "select 1 from wallets where member_id = $1", "names no bucket"],
    ["scatter in a join", "select 1 from partners p join lots l on l.funder_id = p.id", "names no bucket"],
    ["scatter in a list", "select 1 from partners p, lots", "names no bucket"],
    ["hide its bucket in a comment", "select 1 from wallets -- bucket", "names no bucket"],
    ["hide its bucket in a text", "select 'bucket' from wallets", "names no bucket"],
    ["lock rows without a bucket", "/* scatter: test */ select 1 from lots for update skip locked", "one bucket"],
    ["merge", "merge into wallets using x on bucket = 1", "MERGE"],
    ["ask for the time", "update wallets set at = now() where bucket = 1", "parameter"],
    ["ask for today", "select current_date", "parameter"],
    ["make ids", "insert into partners (id) values (gen_random_uuid())", "made by the server"],
    ["use a sequence", "select nextval('x')", "sequences"],
    ["use an advisory lock", "select pg_advisory_xact_lock(1)", "advisory"],
    ["set the tenant by function", "select set_config('app.tenant_id', $1, true)", "set_config"],
    ["insert inside with", "with a as (insert into lots (bucket) values (1) returning 1) select 1 from a", "INSERT"],
    ["bring a second statement", "select 1; select 2", "one statement"],
  ])("%s", (_name, sql, fault) => {
    expect(faultsIn(sql).join("; ")).toContain(fault);
  });
});

test.each([
  ["names its bucket", "select balance from wallets where bucket = $1 and tenant_id = $2 for update"],
  ["says why it scatters", "/* scatter: a sweep of all members */ select 1 from lots where expires_at < $1"],
  ["stays with configuration", "select * from partners where tenant_id = $1"],
  ["uses a table's name for a column", "select count(*) as entries from partners"],
  ["opens a tenant's transaction", "BEGIN; SET LOCAL app.tenant_id = '01890000-0000-7000-8000-000000000001'"],
])("a statement may pass that %s", (_name, sql) => {
  expect(faultsIn(sql)).toEqual([]);
});

test("every statement written down in the server keeps the rules", () => {
  const files = readFiles(fileURLToPath(new URL("../..", import.meta.url)));
  const code = codeOf({ files, modules: [], tableOwners: new Map() });
  const faults = code
    .filter(({ path }) => path.startsWith("server/") && !path.startsWith("server/platform/database/") && !isTest(path))
    .flatMap(({ path, ast }) =>
      statementsIn(ast).flatMap((sql) => faultsIn(sql).map((why) => `${path}: ${why}: ${sql}`)),
    );
  expect(faults).toEqual([]);
});

const looksLikeSql =
  /^\s*(\/\*.*?\*\/\s*)?(select|insert\s+into|update\s+[a-z_]+|delete\s+from|with\s+[a-z_]+\s+as|merge\s+into)\s/;

/** Texts that begin like a statement; what is put into them at run time stands there as it is written. */
function statementsIn(file: ts.SourceFile): string[] {
  const found: string[] = [];
  walk(file, (node) => {
    if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) found.push(node.text);
    if (ts.isTemplateExpression(node)) found.push(node.getText(file).slice(1, -1));
  });
  return found.filter((text) => looksLikeSql.test(text));
}
