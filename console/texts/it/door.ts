import type { door as english } from "../en/door.ts";

export const door: Readonly<Record<keyof typeof english, string>> = {
  "signIn.again": "Accedi di nuovo",
  "signIn.againHint": "La tua sessione è scaduta. Quello che hai scritto resta: accedi come {email} e continua.",
  "signIn.appCode": "Scrivi il codice che la tua app di autenticazione mostra adesso.",
  "signIn.code": "Codice",
  "signIn.codeSent": "Se {email} lavora qui, il codice è in arrivo. Vale dieci minuti.",
  "signIn.digit": "Cifra {number}",
  "signIn.enter": "Entra",
  "signIn.otherAddress": "Usa un altro indirizzo",
  "signIn.sendCode": "Inviami un codice",
  "signIn.sendTo": "Invia un codice a {email}",
  "signIn.shop": "Negozio",
  "signIn.shopHint": "Il nome breve, come negli indirizzi: corner-shop",
  "signIn.somebodyElse": "Non sono io",
  "signIn.title": "Accedi",
  "welcome.emailHint": "I codici di accesso arrivano qui. Lascia vuoto se sei stato invitato per e-mail.",
  "welcome.enter": "Entra",
  "welcome.hint": "Questo link funziona una volta sola e ti fa entrare nella squadra.",
  "welcome.title": "Ti diamo il benvenuto",
};
