import type { tenant as english } from "../en/tenant.ts";

export const tenant: Readonly<Record<keyof typeof english, string>> = {
  "tenant.begins": "Începe cu",
  "tenant.clear": "Ștergeți acest demo",
  "tenant.clearWarning": "Nimeni nu mai intră și nu mai revine. Magazinele dumneavoastră rămân neschimbate.",
  "tenant.currency": "Monedă",
  "tenant.currencyHint": "Nu se schimbă niciodată: punctele se calculează în ea.",
  "tenant.filling": "Povestea lui se încarcă: {share} %",
  "tenant.make": "Creați magazinul meu",
  "tenant.makeMine": "Faceți-l al dumneavoastră",
  "tenant.makeMineHint": "Un magazin al dumneavoastră, gol și pregătit. Demo-ul rămâne cum este.",
  "tenant.preset.cashback": "Bani înapoi",
  "tenant.preset.cashback.hint": "O parte din fiecare cumpărătură se întoarce în puncte.",
  "tenant.preset.points": "Puncte",
  "tenant.preset.points.hint": "Puncte pentru bani cheltuiți, niveluri, recompense.",
  "tenant.preset.stamps": "Card cu ștampile",
  "tenant.preset.stamps.hint": "Zece cafele, una gratis.",
  "tenant.slug": "Nume scurt în adrese",
  "tenant.slugHint": "Litere mici, cifre și cratime. Nu se schimbă niciodată.",
  "tenant.yours": "Magazinele dumneavoastră",
};
