// What stands on paper, in the language of whoever reads it there and not of whoever prints it.
import type { Language } from "@fedele/core/sentences.ts";

type Paper = {
  /** The poster's three lines: what it is about, and what to do. */
  readonly title: string;
  readonly scan: string;
  readonly steps: readonly [string, string, string];
  readonly without: string;
  /** On a card. */
  readonly card: string;
};

export const paperWords: Readonly<Record<Language, Paper>> = {
  en: {
    title: "Collect points with us",
    scan: "Scan and join",
    steps: [
      "Point your phone’s camera at the code.",
      "Type your e-mail or phone number.",
      "Show your card when you pay.",
    ],
    without: "No phone? Ask for a paper card.",
    card: "Show this card when you pay.",
  },
  it: {
    title: "Raccogli punti con noi",
    scan: "Inquadra e iscriviti",
    steps: [
      "Inquadra il codice con la fotocamera.",
      "Scrivi la tua e-mail o il numero di telefono.",
      "Mostra la tessera quando paghi.",
    ],
    without: "Senza telefono? Chiedi una tessera di carta.",
    card: "Mostra questa tessera quando paghi.",
  },
  ro: {
    title: "Adunați puncte la noi",
    scan: "Scanați și înscrieți-vă",
    steps: [
      "Îndreptați camera telefonului spre cod.",
      "Scrieți adresa de e-mail sau numărul de telefon.",
      "Arătați cardul când plătiți.",
    ],
    without: "Fără telefon? Cereți un card de hârtie.",
    card: "Arătați acest card când plătiți.",
  },
  de: {
    title: "Sammeln Sie Punkte bei uns",
    scan: "Scannen und beitreten",
    steps: [
      "Richten Sie die Kamera auf den Code.",
      "Geben Sie E-Mail oder Telefonnummer ein.",
      "Zeigen Sie beim Bezahlen Ihre Karte.",
    ],
    without: "Kein Telefon? Fragen Sie nach einer Papierkarte.",
    card: "Zeigen Sie diese Karte beim Bezahlen.",
  },
  cs: {
    title: "Sbírejte u nás body",
    scan: "Naskenujte a přidejte se",
    steps: [
      "Namiřte fotoaparát telefonu na kód.",
      "Zadejte e-mail nebo telefonní číslo.",
      "Při placení ukažte svou kartu.",
    ],
    without: "Nemáte telefon? Řekněte si o papírovou kartu.",
    card: "Tuto kartu ukažte při placení.",
  },
};
