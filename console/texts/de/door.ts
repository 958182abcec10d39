import type { door as english } from "../en/door.ts";

export const door: Readonly<Record<keyof typeof english, string>> = {
  "signIn.appCode": "Geben Sie den Code ein, den Ihre Authenticator-App gerade zeigt.",
  "signIn.code": "Code",
  "signIn.codeSent": "Wenn {email} hier arbeitet, ist ein Code unterwegs. Er gilt zehn Minuten.",
  "signIn.digit": "Ziffer {number}",
  "signIn.enter": "Anmelden",
  "signIn.otherAddress": "Andere Adresse verwenden",
  "signIn.sendCode": "Code senden",
  "signIn.shop": "Geschäft",
  "signIn.shopHint": "Der Kurzname, wie in den Adressen: corner-shop",
  "signIn.title": "Anmelden",
  "welcome.emailHint":
    "Dorthin gehen die Codes zum Anmelden. Lassen Sie das Feld leer, wenn Sie per E-Mail eingeladen wurden.",
  "welcome.enter": "Eintreten",
  "welcome.hint": "Dieser Link gilt einmal. Er nimmt Sie in das Team auf.",
  "welcome.title": "Willkommen",
};
