import type { home as english } from "../en/home.ts";

export const home: Readonly<Record<keyof typeof english, string>> = {
  "home.hello": "Guten Tag, {name}",
  "home.helloYou": "Guten Tag",
  "home.points": "{points, plural, one { Punkt} other { Punkte}}",
  "home.yours": "Ihre Punkte",
  "home.pending": "{points, plural, one {# weiterer Punkt ist unterwegs} other {# weitere Punkte sind unterwegs}}",
  "home.owes": "{points, plural, one {# Punkt} other {# Punkte}} im Minus",
  "home.owesHint":
    "Etwas, das Sie zurückgegeben haben, hatte Punkte gebracht, die schon eingelöst waren. Ihre nächsten " +
    "Punkte gleichen das aus.",
  "home.none": "Noch keine Punkte",
  "home.noneHint": "Zeigen Sie beim nächsten Einkauf Ihre Karte: Die ersten Punkte sind sofort hier.",
  "home.nextReward": "Nächste Prämie",
  "home.toReward": "{points, plural, one {noch # Punkt} other {noch # Punkte}} bis {reward}",
  "home.canHave": "Sie können haben: {reward}",
  "home.look": "Ansehen",
  "home.tier": "Ihre Stufe",
  "home.toTier": "Noch {missing} bis {tier}",
  "home.toTierPoints": "{points, plural, one {noch # Punkt} other {noch # Punkte}} bis {tier}",
  "home.toTierTimes": "{times, plural, one {noch einmal} other {noch # Mal}} bis {tier}",
  "home.topTier": "Sie sind ganz oben angekommen.",
  "home.keepTier": "{tier} behalten: noch {missing} bis {day}",
  "home.keepTierPoints": "{tier} behalten: {points, plural, one {noch # Punkt} other {noch # Punkte}} bis {day}",
  "home.keepTierTimes": "{tier} behalten: {times, plural, one {noch einmal} other {noch # Mal}} bis {day}",
  "home.tierFalls": "{tier} gehört Ihnen bis {day}. Danach: {next}.",
  "home.expiring": "Rechtzeitig einlösen",
  "home.expires": "{points, plural, one {# Punkt} other {# Punkte}} bis {day}",
  "home.forYou": "Für Sie",
};
