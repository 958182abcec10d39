import type { legal as english } from "../en/legal.ts";

export const legal: Readonly<Record<keyof typeof english, string>> = {
  "legal.links": "Regolamento e privacy",
  "legal.none": "Il negozio non ha ancora scritto nulla qui",
  "legal.noneHint": "Chiedi in negozio.",
  "legal.privacy": "Privacy",
  "legal.terms": "Regolamento",
  "legal.version": "Versione {version}",
};
