import type { paper as english } from "../en/paper.ts";

export const paper: Readonly<Record<keyof typeof english, string>> = {
  "paper.back": "Zpět do nastavení",
  "paper.card": "Karta {number}",
  "paper.cards": "Papírové karty",
  "paper.cardsHint":
    "Karta nepatří nikomu, dokud její číslo nepřidáte členovi na jeho stránce. Každý list tiskněte jen jednou.",
  "paper.closed": "Vstoupit zatím nelze samostatně: plakát vede k přihlášení. Povolte to v části „{page}“.",
  "paper.everyPlace": "Bez místa",
  "paper.hint":
    "Tiskněte na A4. Kód na plakátu vede ke vstupu na vlastním telefonu; papírové karty jsou pro ty, kdo jej " +
    "nepoužívají.",
  "paper.language": "Jazyk na papíře",
  "paper.local": "Kód vede na {address}, kterou zná jen tento počítač: nejdřív nastavte vlastní adresu.",
  "paper.newNumbers": "Nová čísla",
  "paper.place": "Místo",
  "paper.poster": "Plakát",
  "paper.print": "Vytisknout",
  "paper.qr": "Kód ke vstupu",
  "paper.sheet": "List",
  "settings.paper": "Plakát a karty",
};
