import type { card as english } from "../en/card.ts";

export const card: Readonly<Record<keyof typeof english, string>> = {
  "card.title": "Vaše karta",
  "card.show": "Ukažte ji u pokladny.",
  "card.code":
    "Kód vaší karty, nový za {seconds, plural, one {# sekundu} few {# sekundy} many {# sekundy} other {# sekund}}",
  "card.offline": "Funguje i bez připojení.",
  "card.preparing": "Karta se připravuje.",
  "card.none": "Tento telefon zatím kartu nemá",
  "card.noneHint": "Připojte se jednou k internetu a karta pak bude fungovat i bez připojení.",
  "card.lost": "Tento telefon o kartu přišel. Po připojení ji zase získá.",
  "card.make": "Připravit kartu",
};
