import type { card as english } from "../en/card.ts";

export const card: Readonly<Record<keyof typeof english, string>> = {
  "card.title": "La tua carta",
  "card.show": "Mostrala alla cassa.",
  "card.code":
    "Codice della tua carta, nuovo tra {seconds, plural, one {# secondo} many {# di secondi} other {# secondi}}",
  "card.offline": "Funziona anche senza connessione.",
  "card.preparing": "Stiamo preparando la tua carta.",
  "card.none": "Questo telefono non ha ancora una carta",
  "card.noneHint": "Vai in linea una volta: da allora la carta funzionerà anche senza connessione.",
  "card.lost": "Questo telefono ha perso la carta. Tornando in linea la riavrai.",
  "card.make": "Prepara la mia carta",
};
