import type { legal as english } from "../en/legal.ts";

export const legal: Readonly<Record<keyof typeof english, string>> = {
  "legal.links": "Podmínky a soukromí",
  "legal.none": "Obchod sem zatím nic nenapsal",
  "legal.noneHint": "Zeptejte se v obchodě.",
  "legal.privacy": "Soukromí",
  "legal.terms": "Podmínky",
  "legal.version": "Verze {version}",
};
