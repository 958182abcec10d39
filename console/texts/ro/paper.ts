import type { paper as english } from "../en/paper.ts";

export const paper: Readonly<Record<keyof typeof english, string>> = {
  "paper.back": "Înapoi la setări",
  "paper.card": "Cardul {number}",
  "paper.cards": "Carduri de hârtie",
  "paper.cardsHint":
    "Un card nu este al nimănui până nu adăugați numărul lui unui membru, pe pagina acestuia. Tipăriți fiecare " +
    "foaie o singură dată.",
  "paper.closed": "Încă nu se poate înscrie oricine: afișul duce la conectare. Permiteți acest lucru la „{page}”.",
  "paper.everyPlace": "Fără loc",
  "paper.hint":
    "Tipăriți pe A4. Codul de pe afiș duce la înscriere pe propriul telefon; cardurile de hârtie sunt pentru " +
    "cine nu îl folosește.",
  "paper.language": "Limba de pe hârtie",
  "paper.local":
    "Codul duce la {address}, pe care o cunoaște doar acest calculator: setați mai întâi adresa dumneavoastră.",
  "paper.newNumbers": "Numere noi",
  "paper.place": "Loc",
  "paper.poster": "Afiș",
  "paper.print": "Tipăriți",
  "paper.qr": "Cod pentru înscriere",
  "paper.sheet": "Foaia",
  "settings.paper": "Afiș și carduri",
};
