import type { door as english } from "../en/door.ts";

export const door: Readonly<Record<keyof typeof english, string>> = {
  "door.title": "Conectare",
  "door.join": "Înscrieți-vă la {shop}",
  "door.joinHint": "Strângeți puncte și vedeți recompensele, fără parolă.",
  "door.contact": "E-mail sau telefon",
  "door.sendCode": "Trimiteți-mi un cod",
  "door.codeSentEmail":
    "Dacă {contact} este corect, vine o scrisoare cu șase cifre. Sunt valabile {minutes, plural, one {# " +
    "minut} few {# minute} other {# de minute}}.",
  "door.codeSentPhone":
    "Dacă {contact} este corect, vine un mesaj cu șase cifre. Sunt valabile {minutes, plural, one {# " +
    "minut} few {# minute} other {# de minute}}.",
  "door.code": "Cod",
  "door.digit": "Cifra {number}",
  "door.enter": "Conectați-vă",
  "door.otherContact": "Folosiți alt contact",
  "door.newCode": "Trimiteți un cod nou",
  "door.almost": "Mai este puțin",
  "door.almostHint": "Cu {contact} nu există încă niciun membru. Înscrierea durează o clipă:",
  "door.name": "Cum vă numiți?",
  "door.birthDate": "Ziua dumneavoastră de naștere",
  "door.birthDateHint": "Dacă ne-o spuneți, vă putem face o urare. Mai târziu nu se mai poate schimba.",
  "door.terms": "Condițiile",
  "door.agree": "Am citit condițiile și sunt de acord",
  "door.agreeFirst": "Pentru înscriere trebuie să fiți de acord cu condițiile.",
  "door.joinNow": "Înscrieți-vă",
  "door.language": "Limba",
  "door.none": "Aici nu există niciun portal",
  "door.noneHint": "Verificați adresa sau scanați din nou codul din magazin.",
  "enter.title": "Conectarea acestui telefon",
  "enter.hint":
    "Magazinul v-a arătat un link pentru {shop}. Apăsați butonul pentru a conecta acest telefon. Linkul " +
    "este valabil o singură dată.",
  "enter.go": "Conectați acest telefon",
  "enter.over": "Acest link a fost folosit sau este prea vechi. Cereți altul în magazin sau conectați-vă cu un cod.",
};
