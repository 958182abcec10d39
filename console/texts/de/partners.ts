import type { partners as english } from "../en/partners.ts";

export const partners: Readonly<Record<keyof typeof english, string>> = {
  "partners.addLocation": "Ort hinzufügen",
  "partners.addPartner": "Partner hinzufügen",
  "partners.code": "Code",
  "partners.hint": "Wo Punkte gesammelt und eingelöst werden, und auf wessen Rechnung.",
  "partners.locations": "Orte",
  "partners.name": "Name",
  "partners.noLocations": "Noch keine Orte",
  "partners.noLocationsHint": "Legen Sie Ihr Geschäft an: Was dort geschieht, unterscheidet sich vom Web.",
  "partners.noTills": "Noch keine Kassen",
  "partners.noTillsHint": "Öffnen Sie die Kasse auf dem Tablet, das eine werden soll.",
  "partners.none": "Keine Partner",
  "partners.noneHint": "Andere Firmen können dieselben Punkte geben und nehmen, jede auf eigene Rechnung.",
  "partners.own": "Eigener",
  "partners.partner": "Partner",
  "partners.partners": "Partner",
  "partners.place": "Ort",
  "partners.revokeTill":
    "„{name}“ wird ab sofort abgewiesen; was sie offline verkauft hat, wird geprüft, bevor es zählt.",
  "partners.since": "Seit",
  "partners.state": "Zustand",
  "partners.tills": "Kassen",
};
