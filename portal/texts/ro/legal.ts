import type { legal as english } from "../en/legal.ts";

export const legal: Readonly<Record<keyof typeof english, string>> = {
  "legal.links": "Regulament și confidențialitate",
  "legal.none": "Magazinul nu a scris încă nimic aici",
  "legal.noneHint": "Întrebați în magazin.",
  "legal.privacy": "Confidențialitate",
  "legal.terms": "Regulament",
  "legal.version": "Versiunea {version}",
};
