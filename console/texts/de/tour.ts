import type { tour as english } from "../en/tour.ts";

export const tour: Readonly<Record<keyof typeof english, string>> = {
  "tour.back": "Zurück",
  "tour.begin": "Zeigen Sie es mir",
  "tour.buy": "{name} bezahlt",
  "tour.done.buy": "Ein Einkauf, und alle wissen es: Die Punkte stehen auf dem Handy und in der Konsole.",
  "tour.done.join": "{name} ist Mitglied und steht in der Konsole.",
  "tour.done.own": "Das war alles.",
  "tour.done.phone": "Das Handy ist angemeldet.",
  "tour.done.reward": "Geholt. Die Punkte gingen im selben Augenblick ab, und die Konsole zeigt es.",
  "tour.done.wait": "Die Punkte gelten, und eine Prämie ist in Reichweite.",
  "tour.done.why": "Jede Zahl lässt sich erklären.",
  "tour.handOver": "Handy an {name} geben",
  "tour.how.buy":
    "Tippen Sie an der Kasse {amount} ein und drücken Sie auf die große Taste. Behalten Sie dabei Handy " +
    "und Konsole im Auge.",
  "tour.how.join":
    "Tippen Sie an der Kasse eine Telefonnummer ein, zum Beispiel {phone}, und drücken Sie auf Suchen. " +
    "Geben Sie dann Ihren Vornamen ein und stimmen Sie zu.",
  "tour.how.own":
    "Ein eigener Laden braucht einen Namen und eine Entscheidung. Danach führt Sie die Liste weiter: " +
    "Punkte, wofür es sie gibt, eine Prämie, Ihr Standort mit seiner Kasse, Ihr Team. Die Demo bleibt, " +
    "wie sie ist.",
  "tour.how.phone":
    "Drücken Sie auf die Taste in der Mitte und melden Sie das Handy an. Das ist die Seite der " +
    "Mitglieder: was sie haben, was unterwegs ist und wofür es reicht.",
  "tour.how.reward":
    "Öffnen Sie auf dem Handy die Prämien, tippen Sie auf eine, die es jetzt schon gibt, und holen Sie " +
    "sie. Zu wenig Punkte? Dann kauft {name} noch etwas.",
  "tour.how.wait":
    "Was heute gesammelt wurde, gilt erst etwas später. Lassen Sie die Zeit vergehen und schauen Sie auf " +
    "das Handy.",
  "tour.how.why":
    "Öffnen Sie rechts den Einkauf. Jede Regel sagt in Worten, was sie gegeben hat, und die anderen, " +
    "warum sie nichts gaben.",
  "tour.join": "Seien Sie der Kunde",
  "tour.jump": "{days, plural, one {Einen Tag weiter} other {# Tage weiter}}",
  "tour.later": "Jetzt nicht",
  "tour.leave": "Rundgang beenden",
  "tour.look": "In der Demo umsehen",
  "tour.next": "Weiter",
  "tour.nobody": "Noch niemand",
  "tour.nobodyHint": "Wer an der Kasse beitritt, steht sofort hier.",
  "tour.offer": "Sehen Sie in drei Minuten, wie alles ineinandergreift",
  "tour.offerHint":
    "Stehen Sie als Kunde an der Kasse, sehen Sie die Punkte auf dem Handy ankommen, lassen Sie einen Tag " +
    "vergehen, holen Sie sich eine Prämie. Alles davon geschieht wirklich; nur der Laden ist erfunden.",
  "tour.own": "Machen Sie es zu Ihrem",
  "tour.pane.console": "Was der Laden sieht",
  "tour.pane.phone": "Das Handy des Mitglieds",
  "tour.pane.till": "Die Kasse",
  "tour.panes": "Was Sie sehen",
  "tour.phone": "Das Handy in der Hand von {name}",
  "tour.phoneEmpty": "Das Handy bekommt, wer an der Kasse beitritt.",
  "tour.phoneOf": "Das Handy von {name}",
  "tour.phoneReady": "Wer neu ist, dem zeigt die Kasse einen Code, der das Handy anmeldet. Hier genügt eine Taste.",
  "tour.progress": "Schritt {step} von {of}",
  "tour.reward": "Eine Prämie holen",
  "tour.somebody": "Kundin oder Kunde",
  "tour.tab.console": "Konsole",
  "tour.tab.phone": "Handy",
  "tour.tab.till": "Kasse",
  "tour.title": "Die ersten drei Minuten",
  "tour.wait": "Morgen",
  "tour.why": "Warum genau so viele?",
};
