import type { passkey as english } from "../en/passkey.ts";

export const passkey: Readonly<Record<keyof typeof english, string>> = {
  "passkey.add": "Adăugați o cheie de acces",
  "passkey.added": "Adăugată {at}, încă nefolosită",
  "passkey.calledOff": "Nu s-a întâmplat nimic: fereastra browserului a fost închisă sau a durat prea mult.",
  "passkey.hint":
    "Intrați cu amprenta, fața sau PIN-ul propriului dispozitiv, fără cod. O cheie de acces înlocuiește ambii " +
    "factori.",
  "passkey.name": "Numele dispozitivului",
  "passkey.nameHint": "Ca să îl recunoașteți, de exemplu „telefon” sau „laptopul de la casă”.",
  "passkey.needsHttps":
    "Acest browser nu creează chei de acces aici: este nevoie de HTTPS sau localhost și de un browser compatibil.",
  "passkey.or": "sau",
  "passkey.remove": "Eliminați",
  "passkey.removeWarning": "Nimeni nu mai intră cu „{name}”. Puteți adăuga oricând alta.",
  "passkey.signIn": "Conectați-vă cu o cheie de acces",
  "passkey.title": "Chei de acces",
  "passkey.used": "Folosită ultima dată {at}",
};
