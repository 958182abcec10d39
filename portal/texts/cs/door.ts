import type { door as english } from "../en/door.ts";

export const door: Readonly<Record<keyof typeof english, string>> = {
  "door.title": "Přihlášení",
  "door.join": "Přidejte se k {shop}",
  "door.joinHint": "Sbírejte body a sledujte své odměny, bez hesla.",
  "door.contact": "E-mail nebo telefon",
  "door.sendCode": "Poslat kód",
  "door.codeSentEmail":
    "Je-li {contact} správně, je na cestě dopis se šesti číslicemi. Platí {minutes, plural, one {# " +
    "minutu} few {# minuty} many {# minuty} other {# minut}}.",
  "door.codeSentPhone":
    "Je-li {contact} správně, je na cestě zpráva se šesti číslicemi. Platí {minutes, plural, one {# " +
    "minutu} few {# minuty} many {# minuty} other {# minut}}.",
  "door.code": "Kód",
  "door.digit": "Číslice {number}",
  "door.enter": "Přihlásit se",
  "door.otherContact": "Použít jiný kontakt",
  "door.newCode": "Poslat nový kód",
  "door.almost": "Už jen kousek",
  "door.almostHint": "Pod {contact} zatím není žádné členství. Přidat se zabere chvilku:",
  "door.name": "Jak vám máme říkat?",
  "door.birthDate": "Vaše narozeniny",
  "door.birthDateHint": "Když nám je řeknete, můžeme vám popřát. Později je nelze změnit.",
  "door.terms": "Podmínky",
  "door.agree": "Podmínky jsem četl(a) a souhlasím",
  "door.agreeFirst": "Abyste se mohli přidat, je třeba souhlasit s podmínkami.",
  "door.joinNow": "Přidat se",
  "door.language": "Jazyk",
  "door.none": "Tady žádný portál není",
  "door.noneHint": "Zkontrolujte adresu, nebo znovu načtěte kód v obchodě.",
  "enter.title": "Přihlášení tohoto telefonu",
  "enter.hint":
    "Obchod vám ukázal odkaz pro {shop}. Stiskněte tlačítko a tento telefon se přihlásí. Odkaz platí jednou.",
  "enter.go": "Přihlásit tento telefon",
  "enter.over":
    "Tento odkaz už byl použit, nebo je příliš starý. Požádejte v obchodě o nový, nebo se přihlaste " + "kódem.",
};
