import type { card as english } from "../en/card.ts";

export const card: Readonly<Record<keyof typeof english, string>> = {
  "card.title": "Cardul dumneavoastră",
  "card.show": "Arătați-l la casă.",
  "card.code": "Codul cardului, nou în {seconds, plural, one {# secundă} few {# secunde} other {# de secunde}}",
  "card.offline": "Funcționează și fără conexiune.",
  "card.preparing": "Cardul se pregătește.",
  "card.none": "Acest telefon nu are încă un card",
  "card.noneHint": "Conectați-vă o dată la internet și cardul va funcționa apoi și fără conexiune.",
  "card.lost": "Acest telefon și-a pierdut cardul. Îl recapătă când aveți conexiune.",
  "card.make": "Pregătiți cardul",
};
