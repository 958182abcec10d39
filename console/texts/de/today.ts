import type { today as english } from "../en/today.ts";

export const today: Readonly<Record<keyof typeof english, string>> = {
  "today.hint": "So steht das Programm jetzt.",
  "today.needsYou": "Zu tun",
  "today.nothingDue": "Es wartet nichts auf Sie",
  "today.nothingDueHint": "Hier stehen Aufgaben zu einem Mitglied, sobald sie fällig sind.",
  "today.outstanding": "Offene Punkte zum Nennwert",
  "today.title": "Guten Tag, {name}",
};
