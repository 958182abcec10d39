import type { paper as english } from "../en/paper.ts";

export const paper: Readonly<Record<keyof typeof english, string>> = {
  "paper.back": "Torna alle impostazioni",
  "paper.card": "Tessera {number}",
  "paper.cards": "Tessere di carta",
  "paper.cardsHint":
    "Una tessera non è di nessuno finché non ne aggiungi il numero a un socio, nella sua pagina. Stampa ogni " +
    "foglio una volta sola.",
  "paper.closed": "Non ci si può ancora iscrivere da soli: il manifesto porta all’accesso. Permettilo in “{page}”.",
  "paper.everyPlace": "Nessuna sede",
  "paper.hint":
    "Stampa su A4. Il codice del manifesto porta all’iscrizione dal proprio telefono; le tessere di carta sono " +
    "per chi non lo usa.",
  "paper.language": "Lingua sulla carta",
  "paper.local": "Il codice porta a {address}, che conosce solo questa macchina: imposta prima il tuo indirizzo.",
  "paper.newNumbers": "Nuovi numeri",
  "paper.place": "Sede",
  "paper.poster": "Manifesto",
  "paper.print": "Stampa",
  "paper.qr": "Codice per iscriversi",
  "paper.sheet": "Il foglio",
  "settings.paper": "Manifesto e tessere",
};
