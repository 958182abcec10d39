// Names as they are looked for: by how their words begin, whatever their accents and capitals.

/** So many words of a name are looked for by. */
export const NAME_WORDS_MAX = 8;
/** Beginnings have from so many letters … */
export const BEGINNING_LETTERS_MIN = 3;
/** … to so many: who types more is shown whoever is left of those that begin like this. */
export const BEGINNING_LETTERS_MAX = 5;

/** Scripts in which one sign is a syllable or a word. */
const dense = /[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]/u;

/** Letters that no decomposition takes apart, as keyboards without them write them. */
const plainly: Readonly<Record<string, string>> = {
  ß: "ss",
  æ: "ae",
  œ: "oe",
  ø: "o",
  đ: "d",
  ð: "d",
  ł: "l",
  ı: "i",
  þ: "th",
};

/** The words of a name, each once, in lower case and without accents; "Müller-Łoś" has two. */
export function nameWords(name: string): string[] {
  const plain = name
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/\p{M}/gu, "")
    .replace(/[ßæœøđðłıþ]/gu, (letter) => plainly[letter] ?? letter)
    // O'Brien is one word, whichever sign they type.
    .replace(/['’ʼ`´]/gu, "")
    // Syllables of Hangul come together again.
    .normalize("NFC");
  return [...new Set(plain.match(/[\p{L}\p{N}]+/gu) ?? [])].slice(0, NAME_WORDS_MAX);
}

/** What a name is found by: the beginnings of its words. A word that is shorter than a beginning is one by itself. */
export function beginningsOf(name: string): string[] {
  return [...new Set(nameWords(name).flatMap(beginningsOfWord))];
}

/** What to look up for what somebody typed: the longest beginning of each word. Undefined: too little was typed. */
export function beginningsSought(typed: string): string[] | undefined {
  const words = nameWords(typed);
  if (words.length === 0) return undefined;
  return [...new Set(words.map((word) => [...word].slice(0, BEGINNING_LETTERS_MAX).join("")))];
}

/** Whether every word that was typed begins a word of the name. A word shorter than a beginning must be a whole one. */
export function isNameSought(name: string, typed: string): boolean {
  const words = nameWords(name);
  return nameWords(typed).every((sought) =>
    [...sought].length < shortestOf(sought) ? words.includes(sought) : words.some((word) => word.startsWith(sought)),
  );
}

/** Whether what was typed is longer than what is looked up, so that some who are found are not meant. */
export function isCutShort(typed: string): boolean {
  return nameWords(typed).some((word) => [...word].length > BEGINNING_LETTERS_MAX);
}

function beginningsOfWord(word: string): string[] {
  const letters = [...word];
  const shortest = Math.min(shortestOf(word), letters.length);
  const longest = Math.min(BEGINNING_LETTERS_MAX, letters.length);
  return Array.from({ length: longest - shortest + 1 }, (_, index) => letters.slice(0, shortest + index).join(""));
}

function shortestOf(word: string): number {
  return dense.test(word) ? 1 : BEGINNING_LETTERS_MIN;
}
