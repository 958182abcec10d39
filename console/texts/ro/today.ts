import type { today as english } from "../en/today.ts";

export const today: Readonly<Record<keyof typeof english, string>> = {
  "today.hint": "Cum stă programul acum.",
  "today.needsYou": "De făcut",
  "today.nothingDue": "Nu vă așteaptă nimic",
  "today.nothingDueHint": "Aici apar sarcinile stabilite pentru un membru, când le vine termenul.",
  "today.outstanding": "Puncte în circulație, la valoarea nominală",
  "today.title": "Bună ziua, {name}",
};
