import type { partners as english } from "../en/partners.ts";

export const partners: Readonly<Record<keyof typeof english, string>> = {
  "partners.addLocation": "Přidat místo",
  "partners.addPartner": "Přidat partnera",
  "partners.code": "Kód",
  "partners.hint": "Kde se body sbírají a využívají a na čí účet.",
  "partners.locations": "Místa",
  "partners.name": "Název",
  "partners.noLocations": "Zatím žádná místa",
  "partners.noLocationsHint": "Přidejte svůj obchod: co se v něm děje, se odliší od webu.",
  "partners.noTills": "Zatím žádné pokladny",
  "partners.noTillsHint": "Otevřete pokladnu na tabletu, který jí má být.",
  "partners.none": "Žádní partneři",
  "partners.noneHint": "Jiné firmy mohou dávat a přijímat stejné body, každá na svůj účet.",
  "partners.own": "Vlastní",
  "partners.partner": "Partner",
  "partners.partners": "Partneři",
  "partners.place": "Místo",
  "partners.revokeTill": "„{name}“ bude hned odmítána; co prodala offline, se prověří, než to začne platit.",
  "partners.since": "Od",
  "partners.state": "Stav",
  "partners.tills": "Pokladny",
};
