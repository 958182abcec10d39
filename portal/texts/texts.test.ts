// The texts of five languages: none is missing, all take the same values, each counts as its grammar does.
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { compileMessage } from "@lingui/message-utils/compileMessage";
import { describe, expect, test } from "vitest";
import { cs } from "./cs.ts";
import { de } from "./de.ts";
import { en } from "./en.ts";
import { it } from "./it.ts";
import { ro } from "./ro.ts";

const catalogues: Readonly<Record<string, Readonly<Record<string, string>>>> = { en, it, ro, de, cs };
const others = Object.entries(catalogues).filter(([language]) => language !== "en");

describe.each(others)("%s", (language, texts) => {
  test("says everything that English says, and nothing else", () => {
    expect(Object.keys(texts).toSorted()).toEqual(Object.keys(en).toSorted());
  });

  test("takes the same values", () => {
    const differing = Object.entries(en).filter(([key, text]) => `${valuesOf(texts[key])}` !== `${valuesOf(text)}`);
    expect(differing.map(([key]) => key)).toEqual([]);
  });

  test("has every form that its numbers need", () => {
    const wanted = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
    const lacking = Object.entries(texts).filter(([, text]) =>
      [...text.matchAll(/\{\w+, plural,/g)].some(() =>
        wanted.some((form) => !new RegExp(`\\b${form} ?\\{`).test(text)),
      ),
    );
    expect(lacking.map(([key]) => key)).toEqual([]);
  });
});

describe.each(Object.entries(catalogues))("%s", (_language, texts) => {
  test("can be read", () => {
    for (const [key, text] of Object.entries(texts)) {
      expect(text.trim(), key).toBe(text);
      expect(text, key).not.toBe("");
      expect(() => compileMessage(text), key).not.toThrow();
    }
  });

  test("writes signs as printers do", () => {
    const typed = Object.entries(texts).filter(([, text]) => /\.\.\.|[^=]"|\w'\w| - /.test(text));
    expect(typed.map(([key, text]) => `${key}: ${text}`)).toEqual([]);
  });
});

test("Romanian has its own letters: ș and ț with a comma, not a cedilla", () => {
  expect(Object.values(ro).filter((text) => /[şţŞŢ]/.test(text))).toEqual([]);
});

test("no two areas use the same key", () => {
  const folder = join(import.meta.dirname, "en");
  const areas = readdirSync(folder).length;
  expect(areas).toBeGreaterThan(0);
  return Promise.all(readdirSync(folder).map((file) => import(join(folder, file)))).then((modules) => {
    const keys = modules.flatMap((module) => Object.values(module).flatMap((area) => Object.keys(Object(area))));
    expect(keys.length).toBe(new Set(keys).size);
    expect(keys.length).toBe(Object.keys(en).length);
  });
});

/** The names of the values that a text takes. */
function valuesOf(text: string | undefined): string[] {
  return [...new Set([...(text ?? "").matchAll(/\{(\w+)[,}]/g)].map(([, name = ""]) => name))].toSorted();
}
