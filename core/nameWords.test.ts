import fc from "fast-check";
import { expect, test } from "vitest";
import { beginningsOf, beginningsSought, isCutShort, isNameSought, NAME_WORDS_MAX, nameWords } from "./nameWords.ts";

test.each([
  ["Ana Nováková", ["ana", "novakova"]],
  ["  MÜLLER-Łoś, Björn ", ["muller", "los", "bjorn"]],
  ["Straße Søren Æsir", ["strasse", "soren", "aesir"]],
  ["O’Brien o'brien O`Brien", ["obrien"]],
  ["İpek Işık", ["ipek", "isik"]],
  ["Ελένη Παπαδοπούλου", ["ελενη", "παπαδοπουλου"]],
  ["김 민준", ["김", "민준"]],
  ["王小明", ["王小明"]],
  ["Ana Ana", ["ana"]],
  ["<script> {{7*7}} 🙂", ["script", "7"]],
  ["…", []],
])("the words of %j", (name, words) => {
  expect(nameWords(name)).toEqual(words);
});

test.each([
  ["Ana", ["ana"]],
  ["Martina Li", ["mar", "mart", "marti", "li"]],
  ["王小明", ["王", "王小", "王小明"]],
])("what %j is found by", (name, beginnings) => {
  expect(beginningsOf(name)).toEqual(beginnings);
});

test.each([
  ["mar", "Martina Li", true],
  ["MART li", "Martina Li", true],
  ["li martina", "Martina Li", true],
  ["martinel", "Martina Li", false],
  ["martin", "Martina Li", true],
  ["li", "Linda Bo", false],
  ["ma", "Martina Li", false],
  ["小明", "王小明", false],
  ["王小", "王小明", true],
  ["nova", "Ana Nováková", true],
])("%j finds %j: %s", (typed, name, isFound) => {
  expect(isNameSought(name, typed)).toBe(isFound);
});

test("too little or nothing is looked up for what has no words", () => {
  expect(beginningsSought(" - ")).toBeUndefined();
  expect(beginningsSought("martinelli li")).toEqual(["marti", "li"]);
  expect([isCutShort("marti"), isCutShort("martin")]).toEqual([false, true]);
});

test("whoever is meant is looked up: what is sought is among what the name is found by", () => {
  const word = fc.string({ unit: "grapheme", minLength: 1, maxLength: 9 });
  fc.assert(
    fc.property(fc.array(word, { minLength: 1, maxLength: 3 }), word, (words, typed) => {
      const name = words.join(" ");
      if (nameWords(typed).length === 0 || !isNameSought(name, typed)) return;
      const found = new Set(beginningsOf(name));
      expect((beginningsSought(typed) ?? []).every((beginning) => found.has(beginning))).toBe(true);
    }),
  );
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", maxLength: 300 }), (name) => {
      expect(nameWords(name).length).toBeLessThanOrEqual(NAME_WORDS_MAX);
      expect(nameWords(nameWords(name).join(" "))).toEqual(nameWords(name));
    }),
  );
});
