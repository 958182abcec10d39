import type { door as english } from "../en/door.ts";

export const door: Readonly<Record<keyof typeof english, string>> = {
  "door.title": "Anmelden",
  "door.join": "Bei {shop} mitmachen",
  "door.joinHint": "Sammeln Sie Punkte und sehen Sie Ihre Prämien, ganz ohne Passwort.",
  "door.contact": "E-Mail oder Telefon",
  "door.sendCode": "Code senden",
  "door.codeSentEmail":
    "Wenn {contact} stimmt, ist ein Brief mit sechs Ziffern unterwegs. Sie gelten {minutes, plural, one " +
    "{# Minute} other {# Minuten}}.",
  "door.codeSentPhone":
    "Wenn {contact} stimmt, ist eine Nachricht mit sechs Ziffern unterwegs. Sie gelten {minutes, plural, " +
    "one {# Minute} other {# Minuten}}.",
  "door.code": "Code",
  "door.digit": "Ziffer {number}",
  "door.enter": "Anmelden",
  "door.otherContact": "Anderen Kontakt verwenden",
  "door.newCode": "Neuen Code senden",
  "door.almost": "Gleich geschafft",
  "door.almostHint": "Unter {contact} gibt es noch keine Mitgliedschaft. Sie sind in einem Augenblick dabei:",
  "door.name": "Wie dürfen wir Sie nennen?",
  "door.birthDate": "Ihr Geburtstag",
  "door.birthDateHint": "Wenn Sie ihn nennen, können wir Ihnen gratulieren. Später lässt er sich nicht ändern.",
  "door.terms": "Die Bedingungen",
  "door.agree": "Ich habe die Bedingungen gelesen und stimme zu",
  "door.agreeFirst": "Um mitzumachen, müssen Sie den Bedingungen zustimmen.",
  "door.joinNow": "Mitmachen",
  "door.language": "Sprache",
  "door.none": "Hier gibt es kein Portal",
  "door.noneHint": "Prüfen Sie die Adresse oder scannen Sie den Code im Geschäft noch einmal.",
  "enter.title": "Dieses Telefon anmelden",
  "enter.hint":
    "Das Geschäft hat Ihnen einen Link für {shop} gezeigt. Drücken Sie auf die Schaltfläche, um dieses " +
    "Telefon anzumelden. Der Link gilt einmal.",
  "enter.go": "Dieses Telefon anmelden",
  "enter.over":
    "Dieser Link wurde schon benutzt oder ist zu alt. Lassen Sie sich im Geschäft einen neuen zeigen " +
    "oder melden Sie sich mit einem Code an.",
};
