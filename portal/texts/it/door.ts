import type { door as english } from "../en/door.ts";

export const door: Readonly<Record<keyof typeof english, string>> = {
  "door.title": "Accedi",
  "door.join": "Iscriviti a {shop}",
  "door.joinHint": "Raccogli punti e scopri i tuoi premi, senza password.",
  "door.contact": "E-mail o telefono",
  "door.sendCode": "Inviami un codice",
  "door.codeSentEmail":
    "Se {contact} è giusto, è in arrivo una lettera con sei cifre. Valgono {minutes, plural, one {# " +
    "minuto} many {# di minuti} other {# minuti}}.",
  "door.codeSentPhone":
    "Se {contact} è giusto, è in arrivo un messaggio con sei cifre. Valgono {minutes, plural, one {# " +
    "minuto} many {# di minuti} other {# minuti}}.",
  "door.code": "Codice",
  "door.digit": "Cifra {number}",
  "door.enter": "Accedi",
  "door.otherContact": "Usa un altro contatto",
  "door.newCode": "Invia un nuovo codice",
  "door.almost": "Ci siamo quasi",
  "door.almostHint": "Con {contact} non c’è ancora nessuna iscrizione. Iscriverti richiede un attimo:",
  "door.name": "Come ti chiami?",
  "door.birthDate": "Il tuo compleanno",
  "door.birthDateHint": "Se ce lo dici, possiamo farti gli auguri. Poi non si può più cambiare.",
  "door.terms": "Le condizioni",
  "door.agree": "Ho letto le condizioni e le accetto",
  "door.agreeFirst": "Per iscriverti devi accettare le condizioni.",
  "door.joinNow": "Iscriviti",
  "door.language": "Lingua",
  "door.none": "Qui non c’è nessun portale",
  "door.noneHint": "Controlla l’indirizzo o scansiona di nuovo il codice in negozio.",
  "enter.title": "Accesso da questo telefono",
  "enter.hint":
    "Il negozio ti ha mostrato un link per {shop}. Premi il pulsante per accedere da questo telefono. Il " +
    "link vale una sola volta.",
  "enter.go": "Accedi da questo telefono",
  "enter.over":
    "Questo link è già stato usato o è troppo vecchio. Chiedine un altro in negozio o accedi con un codice.",
};
