import type { tenant as english } from "../en/tenant.ts";

export const tenant: Readonly<Record<keyof typeof english, string>> = {
  "tenant.begins": "Es beginnt mit",
  "tenant.clear": "Diese Demo entfernen",
  "tenant.clearWarning":
    "Niemand kommt mehr hinein, und sie kommt nicht zurück. Ihre eigenen Geschäfte bleiben, wie sie sind.",
  "tenant.currency": "Währung",
  "tenant.currencyHint": "Sie ändert sich nie: Punkte werden darin gerechnet.",
  "tenant.filling": "Die Geschichte wird eingespielt: {share} %",
  "tenant.make": "Mein Geschäft anlegen",
  "tenant.makeMine": "Eigenes Geschäft anlegen",
  "tenant.makeMineHint": "Ein eigenes Geschäft, leer und bereit. Die Demo bleibt, wie sie ist.",
  "tenant.preset.cashback": "Geld zurück",
  "tenant.preset.cashback.hint": "Ein Teil jedes Kaufs kommt als Punkte zurück.",
  "tenant.preset.points": "Punkte",
  "tenant.preset.points.hint": "Punkte für Umsatz, Stufen, Prämien.",
  "tenant.preset.stamps": "Stempelkarte",
  "tenant.preset.stamps.hint": "Zehn Kaffees, einer gratis.",
  "tenant.slug": "Kurzname in Adressen",
  "tenant.slugHint": "Kleinbuchstaben, Ziffern und Bindestriche. Er ändert sich nie.",
  "tenant.yours": "Ihre Geschäfte",
};
