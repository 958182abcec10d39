// Rows that cannot be read: how many, and the first of them in words.

export type Mistake = Readonly<{ row: number; words: string }>;

export type Mistakes = {
  /** `words` goes on after "row 17". */
  note(row: number, words: string): void;
  count(): number;
  /** At most MISTAKES_KEPT of them. */
  readonly list: readonly Mistake[];
};

export const MISTAKES_KEPT = 100_000;
const WORDS_CHARS_MAX = 200;

export function noMistakes(): Mistakes {
  const list: Mistake[] = [];
  let count = 0;
  return {
    list,
    count: () => count,
    note: (row, words) => {
      count += 1;
      if (list.length < MISTAKES_KEPT) list.push({ row, words: words.slice(0, WORDS_CHARS_MAX) });
    },
  };
}
