import type { partners as english } from "../en/partners.ts";

export const partners: Readonly<Record<keyof typeof english, string>> = {
  "partners.addLocation": "Aggiungi un luogo",
  "partners.addPartner": "Aggiungi un partner",
  "partners.code": "Codice",
  "partners.hint": "Dove si guadagnano e si usano i punti, e per conto di chi.",
  "partners.locations": "Luoghi",
  "partners.name": "Nome",
  "partners.noLocations": "Ancora nessun luogo",
  "partners.noLocationsHint": "Aggiungi il tuo negozio: ciò che vi accade si distingue dal web.",
  "partners.noTills": "Ancora nessuna cassa",
  "partners.noTillsHint": "Apri la cassa sul tablet che vuoi usare.",
  "partners.none": "Nessun partner",
  "partners.noneHint": "Altre aziende possono dare e accettare gli stessi punti, ognuna per conto proprio.",
  "partners.own": "Nostro",
  "partners.partner": "Partner",
  "partners.partners": "Partner",
  "partners.place": "Luogo",
  "partners.revokeTill":
    "«{name}» viene rifiutata da subito; ciò che ha venduto offline viene controllato prima di contare.",
  "partners.since": "Da",
  "partners.state": "Stato",
  "partners.tills": "Casse",
};
