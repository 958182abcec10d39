import type { passkey as english } from "../en/passkey.ts";

export const passkey: Readonly<Record<keyof typeof english, string>> = {
  "passkey.add": "Passkey hinzufügen",
  "passkey.added": "Hinzugefügt {at}, noch nicht benutzt",
  "passkey.calledOff": "Nichts ist geschehen: Das Fenster des Browsers wurde geschlossen, oder es dauerte zu lange.",
  "passkey.hint":
    "Anmelden mit Fingerabdruck, Gesicht oder PIN Ihres eigenen Geräts, ohne Code. Ein Passkey ist beide " +
    "Faktoren in einem.",
  "passkey.name": "Name des Geräts",
  "passkey.nameHint": "Damit Sie es wiedererkennen, etwa „Telefon“ oder „Laptop an der Kasse“.",
  "passkey.needsHttps":
    "Dieser Browser legt hier keine Passkeys an: Sie brauchen HTTPS oder localhost und einen Browser, der sie kennt.",
  "passkey.or": "oder",
  "passkey.remove": "Entfernen",
  "passkey.removeWarning": "Mit „{name}“ kommt niemand mehr herein. Sie können jederzeit einen neuen hinzufügen.",
  "passkey.signIn": "Mit einem Passkey anmelden",
  "passkey.title": "Passkeys",
  "passkey.used": "Zuletzt benutzt {at}",
};
