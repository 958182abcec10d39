// Chance that can be repeated: the same seed gives the same numbers on every machine. For invented data alone; nothing
// that must not be guessed may come from here.

export type Chance = {
  /** From 0 to less than 1. */
  next(): number;
  /** A whole number from `least` to `most`, both possible. */
  between(least: number, most: number): number;
  isLikely(probability: number): boolean;
  pick<Item>(list: readonly [Item, ...Item[]]): Item;
  /** One of the list, each as likely as its weight says. */
  weighted<Item extends { readonly weight: number }>(list: readonly [Item, ...Item[]]): Item;
};

const RANGE = 2 ** 32;

/** Every seed has a sequence of its own, so that what is made for one member does not depend on the others. */
export function chanceOf(seed: string): Chance {
  let [a, b, c, counter] = [mixed(seed, 1), mixed(seed, 2), mixed(seed, 3), 1];
  // sfc32 by Chris Doty-Humphrey: three words of state and a counter, so that no seed falls into a short cycle.
  const word = (): number => {
    const sum = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + sum;
    return sum >>> 0;
  };
  for (let warming = 0; warming < 12; warming += 1) word();

  const next = (): number => word() / RANGE;
  const between = (least: number, most: number): number => least + Math.floor(next() * (most - least + 1));
  return {
    next,
    between,
    isLikely: (probability) => next() < probability,
    pick: (list) => list[between(0, list.length - 1)] ?? list[0],
    weighted: (list) => {
      let rest = next() * list.reduce((sum, { weight }) => sum + weight, 0);
      for (const item of list) {
        rest -= item.weight;
        if (rest < 0) return item;
      }
      return list[0];
    },
  };
}

/** 32 bits out of a text, others for each word: FNV-1a, and a finalizer because FNV mixes its end poorly. */
function mixed(text: string, start: number): number {
  let hash = 0x811c9dc5 ^ Math.imul(start, 0x9e3779b1);
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
