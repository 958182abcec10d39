import type { legal as english } from "../en/legal.ts";

export const legal: Readonly<Record<keyof typeof english, string>> = {
  "legal.links": "Bedingungen und Datenschutz",
  "legal.none": "Der Laden hat hier noch nichts geschrieben",
  "legal.noneHint": "Fragen Sie im Laden nach.",
  "legal.privacy": "Datenschutz",
  "legal.terms": "Teilnahmebedingungen",
  "legal.version": "Version {version}",
};
