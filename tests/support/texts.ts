// What holds of the texts of both apps: none is missing, all take the same values, each counts as its grammar does.
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";

type Catalogue = Readonly<Record<string, string>>;
type Catalogues = Readonly<Record<"en" | "it" | "ro" | "de" | "cs", Catalogue>>;

type Compile = (message: string) => unknown;

/** `folder`: where the areas lie, a folder for each language. `compile`: how the app reads a message. */
export function describeTexts(catalogues: Catalogues, folder: string, compile: Compile): void {
  const { en, ro } = catalogues;
  const others = Object.entries(catalogues).filter(([language]) => language !== "en");

  describe.each(others)("%s", (language, texts) => {
    test("says everything that English says, and nothing else", () => {
      expect(Object.keys(texts).toSorted()).toEqual(Object.keys(en).toSorted());
    });

    test("takes the same values", () => {
      const differing = Object.entries(en).filter(
        ([key, text]) => `${valuesOf(compile, texts[key])}` !== `${valuesOf(compile, text)}`,
      );
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
        expect(() => compile(text), key).not.toThrow();
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
    const english = join(folder, "en");
    const areas = readdirSync(english).length;
    expect(areas).toBeGreaterThan(0);
    return Promise.all(readdirSync(english).map((file) => import(join(english, file)))).then((modules) => {
      const keys = modules.flatMap((module) => Object.values(module).flatMap((area) => Object.keys(Object(area))));
      expect(keys.length).toBe(new Set(keys).size);
      expect(keys.length).toBe(Object.keys(en).length);
    });
  });
}

/** The names of the values that a text takes, also those within the forms of a plural. */
function valuesOf(compile: Compile, text: string | undefined): string[] {
  return [...new Set(namesIn(compile(text ?? "")))].toSorted();
}

/** What is compiled is text, or a list of texts and of values with their forms. */
function namesIn(compiled: unknown): string[] {
  if (!Array.isArray(compiled)) return [];
  return compiled.flatMap((token: unknown) => {
    if (!Array.isArray(token)) return [];
    const [name, , forms] = token;
    return [String(name), ...Object.values(Object(forms)).flatMap(namesIn)].filter((one) => one !== "#");
  });
}
