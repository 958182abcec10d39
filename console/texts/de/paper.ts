import type { paper as english } from "../en/paper.ts";

export const paper: Readonly<Record<keyof typeof english, string>> = {
  "paper.back": "Zurück zu den Einstellungen",
  "paper.card": "Karte {number}",
  "paper.cards": "Papierkarten",
  "paper.cardsHint":
    "Eine Karte gehört niemandem, bis Sie ihre Nummer auf der Seite eines Mitglieds hinzufügen. Drucken Sie " +
    "jedes Blatt nur einmal.",
  "paper.closed": "Noch kann niemand selbst beitreten: Das Plakat führt zur Anmeldung. Erlauben Sie es unter „{page}“.",
  "paper.everyPlace": "Ohne Ort",
  "paper.hint":
    "Auf A4 drucken. Der Code auf dem Plakat führt zum Beitritt auf dem eigenen Telefon; Papierkarten sind für " +
    "alle, die keines nutzen.",
  "paper.language": "Sprache auf dem Papier",
  "paper.local":
    "Der Code führt zu {address}, das nur dieser Rechner kennt: Stellen Sie zuerst Ihre eigene Adresse ein.",
  "paper.newNumbers": "Neue Nummern",
  "paper.place": "Ort",
  "paper.poster": "Plakat",
  "paper.print": "Drucken",
  "paper.qr": "Code zum Beitreten",
  "paper.sheet": "Das Blatt",
  "settings.paper": "Plakat und Karten",
};
