import type { today as english } from "../en/today.ts";

export const today: Readonly<Record<keyof typeof english, string>> = {
  "today.hint": "Jak si program právě stojí.",
  "today.needsYou": "K vyřízení",
  "today.nothingDue": "Nic na vás nečeká",
  "today.nothingDueHint": "Tady budou úkoly k členům, až přijde jejich termín.",
  "today.outstanding": "Nevyužité body v nominální hodnotě",
  "today.title": "Dobrý den, {name}",
};
