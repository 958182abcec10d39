import type { tenant as english } from "../en/tenant.ts";

export const tenant: Readonly<Record<keyof typeof english, string>> = {
  "tenant.begins": "Comincia con",
  "tenant.clear": "Elimina questa demo",
  "tenant.clearWarning": "Nessuno potrà più entrare e la demo non tornerà. I tuoi negozi restano come sono.",
  "tenant.currency": "Valuta",
  "tenant.currencyHint": "Non cambia mai: i punti si contano in questa.",
  "tenant.filling": "La sua storia sta arrivando: {share} %",
  "tenant.make": "Crea il mio negozio",
  "tenant.makeMine": "Fallo tuo",
  "tenant.makeMineHint": "Un negozio tutto tuo, vuoto e pronto. La demo resta com’è.",
  "tenant.preset.cashback": "Cashback",
  "tenant.preset.cashback.hint": "Una parte di ogni acquisto torna in punti.",
  "tenant.preset.points": "Punti",
  "tenant.preset.points.hint": "Punti per la spesa, livelli, premi.",
  "tenant.preset.stamps": "Tessera a timbri",
  "tenant.preset.stamps.hint": "Dieci caffè, uno in regalo.",
  "tenant.slug": "Nome breve negli indirizzi",
  "tenant.slugHint": "Lettere minuscole, cifre e trattini. Non cambia mai.",
  "tenant.yours": "I tuoi negozi",
};
