import type { passkey as english } from "../en/passkey.ts";

export const passkey: Readonly<Record<keyof typeof english, string>> = {
  "passkey.add": "Aggiungi una passkey",
  "passkey.added": "Aggiunta il {at}, mai usata",
  "passkey.calledOff": "Non è successo nulla: la finestra del browser è stata chiusa o è passato troppo tempo.",
  "passkey.hint":
    "Entra con l’impronta, il volto o il PIN del tuo dispositivo, senza codice. Una passkey vale come entrambi " +
    "i fattori.",
  "passkey.name": "Nome del dispositivo",
  "passkey.nameHint": "Per riconoscerlo, ad esempio “telefono” o “portatile in cassa”.",
  "passkey.needsHttps":
    "Qui questo browser non crea passkey: servono HTTPS, oppure localhost, e un browser che le conosca.",
  "passkey.or": "oppure",
  "passkey.remove": "Rimuovi",
  "passkey.removeWarning": "Con “{name}” non entra più nessuno. Puoi aggiungerne un’altra quando vuoi.",
  "passkey.signIn": "Accedi con una passkey",
  "passkey.title": "Passkey",
  "passkey.used": "Usata l’ultima volta il {at}",
};
