import { expect, test } from "vitest";
import { splitStatements, withoutComments } from "./sqlText.ts";

test.each([
  ["two statements", "select 1; select 2;", ["select 1", "select 2"]],
  ["no last semicolon", "select 1;\nselect 2\n", ["select 1", "select 2"]],
  ["nothing but comments", "-- only\n/* words; */ ; ;", []],
  ["a semicolon in a text", "select ';'; select 2", ["select ';'", "select 2"]],
  ["a quote in a text", "select 'it''s; so'; select 2", ["select 'it''s; so'", "select 2"]],
  ["a backslash in a text", "select '\\'; select 2", ["select '\\'", "select 2"]],
  ["an escape text", "select e'\\'; x'; select 2", ["select e'\\'; x'", "select 2"]],
  ["a quoted name", 'select 1 as "a;""b"; select 2', ['select 1 as "a;""b"', "select 2"]],
  ["a line comment", "select 1 -- it's; so\n; select 2", ["select 1 -- it's; so", "select 2"]],
  ["nested comments", "select /* a /* ; */ ' ; */ 1; select 2", ["select /* a /* ; */ ' ; */ 1", "select 2"]],
  [
    "dollar quotes",
    "do $$ begin; end $$; select $a$ $$;' $a$; select 3",
    ["do $$ begin; end $$", "select $a$ $$;' $a$", "select 3"],
  ],
  ["parameters", "select $1; select $2", ["select $1", "select $2"]],
  ["a comment before a statement", "-- why\nselect 1;", ["-- why\nselect 1"]],
])("splits %s", (_name, sql, statements) => {
  expect(splitStatements(sql)).toEqual(statements);
});

test.each([
  ["select 1 -- one\n, 2", "select 1  \n, 2"],
  ["select '--' /* two */", "select '--'  "],
])("takes the comments out of %s", (sql, bare) => {
  expect(withoutComments(sql)).toBe(bare);
});
