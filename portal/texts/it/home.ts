import type { home as english } from "../en/home.ts";

export const home: Readonly<Record<keyof typeof english, string>> = {
  "home.hello": "Ciao {name}",
  "home.helloYou": "Ciao",
  "home.points": "{points, plural, one { punto} many { punti} other { punti}}",
  "home.yours": "I tuoi punti",
  "home.pending":
    "{points, plural, one {Altro # punto in arrivo} many {Altri # di punti in arrivo} other {Altri # " +
    "punti in arrivo}}",
  "home.owes": "{points, plural, one {# punto} many {# di punti} other {# punti}} sotto zero",
  "home.owesHint": "Hai restituito qualcosa che aveva dato punti già usati. I prossimi punti pareggeranno il conto.",
  "home.none": "Ancora nessun punto",
  "home.noneHint": "Mostra la tua carta al prossimo acquisto: i primi punti arriveranno subito qui.",
  "home.nextReward": "Prossimo premio",
  "home.toReward":
    "{points, plural, one {ancora # punto} many {ancora # di punti} other {ancora # punti}} per {reward}",
  "home.canHave": "Puoi avere: {reward}",
  "home.look": "Guarda",
  "home.tier": "Il tuo livello",
  "home.toTier": "Ancora {missing} per {tier}",
  "home.toTierPoints":
    "{points, plural, one {ancora # punto} many {ancora # di punti} other {ancora # punti}} per {tier}",
  "home.toTierTimes":
    "{times, plural, one {ancora una volta} many {ancora # di volte} other {ancora # volte}} per {tier}",
  "home.topTier": "Hai raggiunto il livello più alto.",
  "home.keepTier": "Mantieni {tier}: ancora {missing} entro il {day}",
  "home.keepTierPoints":
    "Mantieni {tier}: {points, plural, one {ancora # punto} many {ancora # di punti} other {ancora # " +
    "punti}} entro il {day}",
  "home.keepTierTimes":
    "Mantieni {tier}: {times, plural, one {ancora una volta} many {ancora # di volte} other {ancora # " +
    "volte}} entro il {day}",
  "home.tierFalls": "{tier} è tuo fino al {day}. Poi: {next}.",
  "home.expiring": "Da usare in tempo",
  "home.expires": "{points, plural, one {# punto} many {# di punti} other {# punti}} fino al {day}",
  "home.forYou": "Per te",
};
