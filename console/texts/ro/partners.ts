import type { partners as english } from "../en/partners.ts";

export const partners: Readonly<Record<keyof typeof english, string>> = {
  "partners.addLocation": "Adăugați o locație",
  "partners.addPartner": "Adăugați un partener",
  "partners.code": "Cod",
  "partners.hint": "Unde se obțin și se folosesc punctele, și în contul cui.",
  "partners.locations": "Locații",
  "partners.name": "Nume",
  "partners.noLocations": "Încă nicio locație",
  "partners.noLocationsHint": "Adăugați magazinul: ce se întâmplă în el se distinge de web.",
  "partners.noTills": "Încă nicio casă",
  "partners.noTillsHint": "Deschideți casa pe tableta care va fi folosită.",
  "partners.none": "Niciun partener",
  "partners.noneHint": "Alte firme pot acorda și accepta aceleași puncte, fiecare în contul său.",
  "partners.own": "Propriu",
  "partners.partner": "Partener",
  "partners.partners": "Parteneri",
  "partners.place": "Locație",
  "partners.revokeTill": "„{name}” este refuzată de acum; ce a vândut offline se verifică înainte să conteze.",
  "partners.since": "Din",
  "partners.state": "Stare",
  "partners.tills": "Case",
};
