import type { passkey as english } from "../en/passkey.ts";

export const passkey: Readonly<Record<keyof typeof english, string>> = {
  "passkey.add": "Přidat klíč",
  "passkey.added": "Přidáno {at}, zatím nepoužito",
  "passkey.calledOff": "Nic se nestalo: okno prohlížeče bylo zavřeno, nebo to trvalo příliš dlouho.",
  "passkey.hint":
    "Přihlaste se otiskem, tváří nebo PINem svého zařízení, bez kódu. Přístupový klíč nahrazuje oba faktory.",
  "passkey.name": "Název zařízení",
  "passkey.nameHint": "Abyste jej poznali, třeba „telefon“ nebo „notebook u pokladny“.",
  "passkey.needsHttps":
    "Tento prohlížeč zde klíče nevytvoří: je potřeba HTTPS, nebo localhost, a prohlížeč, který je umí.",
  "passkey.or": "nebo",
  "passkey.remove": "Odebrat",
  "passkey.removeWarning": "Klíčem „{name}“ se už nikdo nepřihlásí. Nový můžete přidat kdykoli.",
  "passkey.signIn": "Přihlásit se klíčem",
  "passkey.title": "Přístupové klíče",
  "passkey.used": "Naposledy použito {at}",
};
