import type { door as english } from "../en/door.ts";

export const door: Readonly<Record<keyof typeof english, string>> = {
  "signIn.again": "Conectați-vă din nou",
  "signIn.againHint":
    "Sesiunea dumneavoastră a expirat. Ce ați scris se păstrează: conectați-vă ca {email} și continuați.",
  "signIn.appCode": "Scrieți codul pe care îl arată acum aplicația de autentificare.",
  "signIn.code": "Cod",
  "signIn.codeSent": "Dacă {email} lucrează aici, codul este pe drum. Este valabil zece minute.",
  "signIn.digit": "Cifra {number}",
  "signIn.enter": "Conectare",
  "signIn.otherAddress": "Folosiți altă adresă",
  "signIn.sendCode": "Trimiteți-mi un cod",
  "signIn.sendTo": "Trimiteți un cod la {email}",
  "signIn.shop": "Magazin",
  "signIn.shopHint": "Numele scurt, ca în adrese: corner-shop",
  "signIn.somebodyElse": "Sunt altcineva",
  "signIn.title": "Conectare",
  "welcome.emailHint": "Codurile de conectare se trimit aici. Lăsați gol dacă ați fost invitat prin e-mail.",
  "welcome.enter": "Intrați",
  "welcome.hint": "Acest link funcționează o singură dată și vă adaugă în echipă.",
  "welcome.title": "Bine ați venit",
};
