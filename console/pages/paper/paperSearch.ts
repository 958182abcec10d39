import { type Language, languages } from "@fedele/core/sentences.ts";

export const sheets = ["poster", "cards"] as const;
type Sheet = (typeof sheets)[number];
type Search = { sheet?: Sheet; place?: string; language?: Language };

/** Which sheet, for which place, in which language. */
export function paperSearch({ sheet, place, language }: Record<string, unknown>): Search {
  const known = languages.find((one) => one === language);
  const asked = sheets.find((one) => one === sheet);
  return {
    ...(asked === undefined ? {} : { sheet: asked }),
    ...(typeof place === "string" && place !== "" ? { place } : {}),
    ...(known === undefined ? {} : { language: known }),
  };
}
