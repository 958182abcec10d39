import type { door as english } from "../en/door.ts";

export const door: Readonly<Record<keyof typeof english, string>> = {
  "signIn.again": "Bitte melden Sie sich neu an",
  "signIn.againHint":
    "Ihre Anmeldung ist abgelaufen. Was Sie geschrieben haben, bleibt: Melden Sie sich als {email} an und " +
    "machen Sie weiter.",
  "signIn.appCode": "Geben Sie den Code ein, den Ihre Authenticator-App gerade zeigt.",
  "signIn.code": "Code",
  "signIn.codeSent": "Wenn {email} hier arbeitet, ist ein Code unterwegs. Er gilt zehn Minuten.",
  "signIn.digit": "Ziffer {number}",
  "signIn.enter": "Anmelden",
  "signIn.otherAddress": "Andere Adresse verwenden",
  "signIn.sendCode": "Code senden",
  "signIn.sendTo": "Code an {email} senden",
  "signIn.shop": "Geschäft",
  "signIn.shopHint": "Der Kurzname, wie in den Adressen: corner-shop",
  "signIn.somebodyElse": "Das bin ich nicht",
  "signIn.title": "Anmelden",
  "welcome.emailHint":
    "Dorthin gehen die Codes zum Anmelden. Lassen Sie das Feld leer, wenn Sie per E-Mail eingeladen " + "wurden.",
  "welcome.enter": "Eintreten",
  "welcome.hint": "Dieser Link gilt einmal. Er nimmt Sie in das Team auf.",
  "welcome.title": "Willkommen",
};
