import { expect, test } from "vitest";
import { languageWanted } from "./languages.ts";

const known = ["en", "it", "ro", "de", "cs"] as const;

test.each([
  ["de-AT,de;q=0.9,en;q=0.5", "de"],
  ["en;q=0.5, cs;q=0.8", "cs"],
  ["fr-FR, fr;q=0.9, RO;q=0.3", "ro"],
  ["fr, de;q=0", "it"],
  ["*", "it"],
  ["", "it"],
  [undefined, "it"],
  ["x".repeat(10_000), "it"],
  ["de;q=nonsense", "it"],
])("%s reads %s where the house speaks Italian", (header, language) => {
  expect(languageWanted(header, known, "it")).toBe(language);
});
