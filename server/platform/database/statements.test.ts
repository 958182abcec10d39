import { fc, test } from "@fast-check/vitest";
import { afterAll, beforeAll, expect } from "vitest";
import { testDatabase } from "../../../tests/support/database.ts";
import type { Database } from "./database.ts";
import { arrayLiteral, statement } from "./statements.ts";

let db: Database;
beforeAll(async () => {
  db = await testDatabase();
});
afterAll(() => db.close());

const texts = fc.array(fc.option(fc.string({ unit: "grapheme" }).filter((text) => !text.includes("\0"))));

test.prop([texts], { numRuns: 50 })("whatever is in an array of texts comes back as it was sent", async (list) => {
  const { rows } = await db.app.query(statement("select $1::text[] as list", [list]));
  expect(rows[0].list).toEqual(list);
});

test.each([
  ["{}", []],
  ["{1,-2.5,NULL,true}", [1, -2.5, null, true]],
  ['{"NULL","","a,b","{}"}', ["NULL", "", "a,b", "{}"]],
  ['{"\\"quoted\\" \\\\ back"}', ['"quoted" \\ back']],
])("%s", (literal, values) => {
  expect(arrayLiteral(values)).toBe(literal);
});

test("bytes and times in an array are left to the driver", async () => {
  const bytes = [Buffer.from([0, 255]), Buffer.alloc(0)];
  expect(arrayLiteral(bytes)).toBe(bytes);
  const { rows } = await db.app.query(statement("select $1::bytea[] as list", [bytes]));
  expect(rows[0].list).toEqual(bytes);
});
