import type { door as english } from "../en/door.ts";

export const door: Readonly<Record<keyof typeof english, string>> = {
  "signIn.again": "Přihlaste se znovu",
  "signIn.againHint": "Vaše přihlášení vypršelo. Co jste napsali, zůstává: přihlaste se jako {email} a pokračujte.",
  "signIn.appCode": "Napište kód, který právě ukazuje vaše ověřovací aplikace.",
  "signIn.code": "Kód",
  "signIn.codeSent": "Pokud tu {email} pracuje, kód je na cestě. Platí deset minut.",
  "signIn.digit": "{number}. číslice",
  "signIn.enter": "Přihlásit se",
  "signIn.otherAddress": "Použít jinou adresu",
  "signIn.sendCode": "Poslat kód",
  "signIn.sendTo": "Poslat kód na {email}",
  "signIn.shop": "Obchod",
  "signIn.shopHint": "Krátké jméno, jako v adresách: corner-shop",
  "signIn.somebodyElse": "Jsem někdo jiný",
  "signIn.title": "Přihlášení",
  "welcome.emailHint": "Sem budou chodit kódy k přihlášení. Pokud jste dostali pozvánku e-mailem, nechte pole prázdné.",
  "welcome.enter": "Vstoupit",
  "welcome.hint": "Tento odkaz platí jednou. Přidá vás do týmu.",
  "welcome.title": "Vítejte",
};
