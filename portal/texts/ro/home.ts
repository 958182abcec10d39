import type { home as english } from "../en/home.ts";

export const home: Readonly<Record<keyof typeof english, string>> = {
  "home.hello": "Bună ziua, {name}",
  "home.helloYou": "Bună ziua",
  "home.points": "{points, plural, one { punct} few { puncte} other { de puncte}}",
  "home.yours": "Punctele dumneavoastră",
  "home.pending":
    "{points, plural, one {Încă # punct pe drum} few {Încă # puncte pe drum} other {Încă # de puncte pe drum}}",
  "home.owes": "{points, plural, one {# punct} few {# puncte} other {# de puncte}} sub zero",
  "home.owesHint":
    "Ceva ce ați returnat adusese puncte pe care le folosiserăți deja. Următoarele puncte acoperă diferența.",
  "home.none": "Încă niciun punct",
  "home.noneHint": "Arătați cardul la următoarea cumpărătură: primele puncte apar aici imediat.",
  "home.nextReward": "Următoarea recompensă",
  "home.toReward":
    "{points, plural, one {încă # punct} few {încă # puncte} other {încă # de puncte}} până la {reward}" +
    "{points, plural, one {încă # punct} few {încă # puncte} other {încă # de puncte}} până la {reward}",
  "home.canHave": "Puteți avea: {reward}",
  "home.look": "Vedeți",
  "home.tier": "Nivelul dumneavoastră",
  "home.toTier": "Încă {missing} până la {tier}",
  "home.toTierPoints":
    "{points, plural, one {încă # punct} few {încă # puncte} other {încă # de puncte}} până la {tier}",
  "home.toTierTimes":
    "{times, plural, one {încă o dată} few {încă de # ori} other {încă de # de ori}} până la {tier}" +
    "{times, plural, one {încă o dată} few {încă de # ori} other {încă de # de ori}} până la {tier}",
  "home.topTier": "Ați ajuns la cel mai înalt nivel.",
  "home.keepTier": "Păstrați {tier}: încă {missing} până la {day}",
  "home.keepTierPoints":
    "Păstrați {tier}: {points, plural, one {încă # punct} few {încă # puncte} other {încă # de puncte}} " +
    "până la {day}",
  "home.keepTierTimes":
    "Păstrați {tier}: {times, plural, one {încă o dată} few {încă de # ori} other {încă de # de ori}} până la {day}",
  "home.tierFalls": "{tier} vă aparține până la {day}. Apoi: {next}.",
  "home.expiring": "De folosit la timp",
  "home.expires": "{points, plural, one {# punct} few {# puncte} other {# de puncte}} până la {day}",
  "home.forYou": "Pentru dumneavoastră",
};
