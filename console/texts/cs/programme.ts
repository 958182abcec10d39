import type { programme as english } from "../en/programme.ts";

export const programme: Readonly<Record<keyof typeof english, string>> = {
  "programme.addPoints": "Přidat druh bodů",
  "programme.addTier": "Přidat úroveň",
  "programme.downgrade": "Když se znovu nedosáhne",
  "programme.downgrade.by_balance": "klesne podle počtu",
  "programme.downgrade.never": "zůstane navždy",
  "programme.downgrade.one_down": "klesne o jednu",
  "programme.ends": "Končí",
  "programme.expiry.after_days": "{count, plural, one {po # dni} few {po # dnech} many {po # dne} other {po # dnech}}",
  "programme.expiry.after_months":
    "{count, plural, one {po # měsíci} few {po # měsících} many {po # měsíce} other {po # měsících}}",
  "programme.expiry.end_of_month":
    "{count, plural, one {koncem měsíce po # měsíci} few {koncem měsíce po # měsících} many " +
    "{koncem měsíce po # měsíce} other {koncem měsíce po # měsících}}",
  "programme.expiry.end_of_year":
    "{count, plural, one {koncem roku po # roce} few {koncem roku po # letech} many {koncem roku " +
    "po # roku} other {koncem roku po # letech}}",
  "programme.expiry.fixed_date": "v pevný den",
  "programme.expiry.inactivity":
    "{count, plural, one {po # dni bez aktivity} few {po # dnech bez aktivity} many {po # dne " +
    "bez aktivity} other {po # dnech bez aktivity}}",
  "programme.expiry.never": "nikdy",
  "programme.from": "Od",
  "programme.grace": "Dny odkladu",
  "programme.hint": "Co členové sbírají a jakých úrovní dosahují.",
  "programme.metric": "Počítá se",
  "programme.metric.advocacy": "doporučování",
  "programme.metric.points": "získané body",
  "programme.metric.purchases": "nákupy",
  "programme.metric.referrals": "přivedení přátelé",
  "programme.metric.shares": "sdílení",
  "programme.metric.spend": "útrata",
  "programme.metric.visits": "návštěvy",
  "programme.months": "Končí po měsících",
  "programme.monthsHint": "Prázdné: nikdy.",
  "programme.name": "Název",
  "programme.nameExample": "Body",
  "programme.noPoints": "Zatím žádné body",
  "programme.noPointsHint": "Program potřebuje na začátek jeden druh bodů.",
  "programme.noTiers": "Žádné úrovně",
  "programme.noTiersHint": "Všichni jsou si rovni.",
  "programme.noWorth": "neurčeno",
  "programme.period": "Za období",
  "programme.period.anniversary": "rok od vstupu",
  "programme.period.ever": "celkem",
  "programme.period.year": "kalendářní rok",
  "programme.points": "Druhy bodů",
  "programme.qualifying": "Počítá se do úrovní",
  "programme.serves": "Slouží",
  "programme.spendable": "Lze využít",
  "programme.tierName": "Úroveň",
  "programme.tiers": "Úrovně",
  "programme.tiersHint": "Kdo je uprostřed období, dokončí ho podle dřívějších úrovní.",
  "programme.worth": "Hodnota",
  "programme.worthIs": "{points} za {amount}",
};
