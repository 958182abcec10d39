import type { today as english } from "../en/today.ts";

export const today: Readonly<Record<keyof typeof english, string>> = {
  "today.hint": "Come va il programma in questo momento.",
  "today.needsYou": "Da fare",
  "today.nothingDue": "Niente ti aspetta",
  "today.nothingDueHint": "Qui compaiono le attività fissate per un socio, quando scadono.",
  "today.outstanding": "Punti in circolazione, al valore nominale",
  "today.title": "Ciao {name}",
};
