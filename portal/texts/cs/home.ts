import type { home as english } from "../en/home.ts";

export const home: Readonly<Record<keyof typeof english, string>> = {
  "home.hello": "Dobrý den ({name})",
  "home.helloYou": "Dobrý den",
  "home.points": "{points, plural, one { bod} few { body} many { bodu} other { bodů}}",
  "home.yours": "Vaše body",
  "home.pending":
    "{points, plural, one {Další # bod je na cestě} few {Další # body jsou na cestě} many {Dalších # " +
    "bodu je na cestě} other {Dalších # bodů je na cestě}}",
  "home.owes": "{points, plural, one {# bod} few {# body} many {# bodu} other {# bodů}} pod nulou",
  "home.owesHint": "Něco, co jste vrátili, přineslo body, které už byly uplatněny. Příští body to vyrovnají.",
  "home.none": "Zatím žádné body",
  "home.noneHint": "Ukažte kartu při příštím nákupu: první body tu budou hned.",
  "home.nextReward": "Příští odměna",
  "home.toReward":
    "{points, plural, one {ještě # bod} few {ještě # body} many {ještě # bodu} other {ještě # bodů}} do {reward}",
  "home.canHave": "Můžete mít: {reward}",
  "home.look": "Podívat se",
  "home.tier": "Vaše úroveň",
  "home.toTier": "Ještě {missing} do {tier}",
  "home.toTierPoints":
    "{points, plural, one {ještě # bod} few {ještě # body} many {ještě # bodu} other {ještě # bodů}} do {tier}",
  "home.toTierTimes":
    "{times, plural, one {ještě jednou} few {ještě #krát} many {ještě #krát} other {ještě #krát}} do {tier}",
  "home.topTier": "Jste na nejvyšší úrovni.",
  "home.keepTier": "Udržte si {tier}: ještě {missing} do {day}",
  "home.keepTierPoints":
    "Udržte si {tier}: {points, plural, one {ještě # bod} few {ještě # body} many {ještě # bodu} other " +
    "{ještě # bodů}} do {day}",
  "home.keepTierTimes":
    "Udržte si {tier}: {times, plural, one {ještě jednou} few {ještě #krát} many {ještě #krát} other " +
    "{ještě #krát}} do {day}",
  "home.tierFalls": "{tier} máte do {day}. Potom: {next}.",
  "home.expiring": "Využijte včas",
  "home.expires": "{points, plural, one {# bod} few {# body} many {# bodu} other {# bodů}} do {day}",
  "home.forYou": "Pro vás",
};
