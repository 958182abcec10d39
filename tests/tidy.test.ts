// The house rules. What a machine can check is checked here; the rest of the taste is in STYLE.md.
// A failure reads `file:line what -> why`.
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { tables } from "../server/platform/distribution.ts";
import { documentRules } from "./tidy/documents.ts";
import { examples } from "./tidy/examples.ts";
import { type House, print, type Rule, readFiles } from "./tidy/house.ts";
import { importRules } from "./tidy/imports.ts";
import { languageRules } from "./tidy/language.ts";
import { nameRules } from "./tidy/names.ts";
import { purityRules } from "./tidy/purity.ts";
import { sizeRules } from "./tidy/size.ts";
import { sqlRules } from "./tidy/sql.ts";

/** A module may import only modules before it. Calls go to lower numbers, events to higher ones. */
const MODULES = [
  "tenants",
  "members",
  "catalog",
  "ledger",
  "programme",
  "rewards",
  "advocacy",
  "messaging",
  "care",
  "insights",
];

const rules: readonly Rule[] = [
  ...importRules,
  ...purityRules,
  ...languageRules,
  ...sizeRules,
  ...nameRules,
  ...documentRules,
  ...sqlRules,
];

const house: House = {
  files: readFiles(fileURLToPath(new URL("..", import.meta.url))),
  modules: MODULES,
  tableOwners: new Map(Object.entries(tables).map(([table, { owner }]) => [table, owner])),
};

describe("the house", () => {
  test.each(rules.map((rule) => [rule.name, rule] as const))("%s", (_name, rule) => {
    expect(rule.find(house).map((finding) => print(finding, rule))).toEqual([]);
  });
});

describe("a rule that cannot fail protects nothing", () => {
  const gifts = (files: Readonly<Record<string, string>>): House => ({
    files: new Map(Object.entries(files)),
    modules: ["first", "second"],
    tableOwners: new Map([
      ["lots", "first"],
      ["outbox", "platform"],
    ]),
  });

  test.each(examples.map((example) => [example.rule, example.says, example] as const))(
    "%s: %s",
    (name, says, example) => {
      const rule = rules.find((one) => one.name === name);
      expect(rule?.find(gifts(example.bad)).map(({ file, line, what }) => `${file}:${line} ${what}`)).toContain(says);
      expect(rule?.find(gifts(example.good))).toEqual([]);
    },
  );

  test("every rule has an example", () => {
    const proven = new Set(examples.map(({ rule }) => rule));
    expect(rules.map(({ name }) => name).filter((name) => !proven.has(name))).toEqual([]);
  });
});
