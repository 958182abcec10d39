import { describe, expect, test } from "vitest";
import type { Condition, ConditionGroup } from "./conditions.ts";
import { fieldNamed, fieldNames } from "./fields.ts";
import { type Language, languages, reasonSentence, ruleSentence, sentence } from "./sentences.ts";

const naming = { currency: "EUR", nameOf: (_field: string, value: string) => ({ gold: "Gold" })[value] };
/** Intl puts narrow and fixed spaces; readers see a space. */
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, " ");
const said = (group: ConditionGroup, language: Language) => plain(sentence(group, language, naming));
const and = (...rules: (Condition | ConditionGroup)[]): ConditionGroup => ({ combinator: "and", rules });
const purchases = (value: number): ConditionGroup => and({ field: "member.purchases", operator: ">=", value });
const balance = (value: number): ConditionGroup => and({ field: "wallet.balance", operator: "=", value });

const isPurchase: Condition = { field: "activity.kind", operator: "=", value: "purchase" };
const isCoffee: Condition = { field: "item.category", operator: "=", value: "coffee" };
const isGold: Condition = { field: "member.tier", operator: "=", value: "gold" };
const spends: Condition = { field: "member.spend_minor", operator: ">", value: 123_450 };

const mixed = and(isPurchase, isCoffee, { combinator: "or", rules: [isGold, spends] });
const opposite: ConditionGroup = { ...mixed, not: true };

test.each<[Language, string]>([
  [
    "en",
    "Applies if the activity is a purchase, the basket has an item that is in the category “coffee” and (the " +
      "member’s tier is “Gold” or the member has spent more than €1,234.50 in all).",
  ],
  [
    "it",
    "Vale se l’attività è un acquisto, il carrello contiene un articolo che appartiene alla categoria «coffee» " +
      "e (il livello dell’iscritto è «Gold» o l’iscritto ha speso in tutto più di 1234,50 €).",
  ],
  [
    "ro",
    "Se aplică dacă activitatea este o cumpărătură, coșul conține un articol care este din categoria „coffee” " +
      "și (nivelul membrului este „Gold” sau membrul a cheltuit în total mai mult de 1.234,50 EUR).",
  ],
  [
    "de",
    "Gilt, wenn die Aktivität ein Einkauf ist, der Warenkorb einen Artikel enthält, der zur Kategorie „coffee“ " +
      "gehört, und (das Mitglied die Stufe „Gold“ hat oder das Mitglied insgesamt mehr als 1.234,50 € ausgegeben " +
      "hat).",
  ],
  [
    "cs",
    "Platí, pokud je aktivita nákup, košík obsahuje položku, která patří do kategorie „coffee“, a (má člen " +
      "úroveň „Gold“ nebo člen utratil celkem více než 1 234,50 €).",
  ],
])("conditions in %s: %s", (language, text) => {
  expect(said(mixed, language)).toBe(text);
});

test.each<[Language, string]>([
  [
    "en",
    "Applies if the activity is not a purchase, the basket has no item that is in the category “coffee” or " +
      "(the member’s tier is not “Gold” and the member has spent at most €1,234.50 in all).",
  ],
  [
    "it",
    "Vale se l’attività non è un acquisto, il carrello non contiene nessun articolo che appartiene alla " +
      "categoria «coffee» o (il livello dell’iscritto non è «Gold» e l’iscritto ha speso in tutto al massimo " +
      "1234,50 €).",
  ],
  [
    "ro",
    "Se aplică dacă activitatea nu este o cumpărătură, coșul nu conține niciun articol care este din categoria " +
      "„coffee” sau (nivelul membrului nu este „Gold” și membrul a cheltuit în total cel mult 1.234,50 EUR).",
  ],
  [
    "de",
    "Gilt, wenn die Aktivität kein Einkauf ist, der Warenkorb keinen Artikel enthält, der zur Kategorie " +
      "„coffee“ gehört, oder (das Mitglied nicht die Stufe „Gold“ hat und das Mitglied insgesamt höchstens " +
      "1.234,50 € ausgegeben hat).",
  ],
  [
    "cs",
    "Platí, pokud aktivita není nákup, košík neobsahuje žádnou položku, která patří do kategorie „coffee“, " +
      "nebo (člen nemá úroveň „Gold“ a člen utratil celkem nejvýše 1 234,50 €).",
  ],
])("their opposite in %s: %s", (language, text) => {
  expect(said(opposite, language)).toBe(text);
});

describe("figures take their nouns with them", () => {
  test.each([
    [1, "Platí, pokud člen uskutečnil alespoň 1 nákup."],
    [3, "Platí, pokud člen uskutečnil alespoň 3 nákupy."],
    [5, "Platí, pokud člen uskutečnil alespoň 5 nákupů."],
    [22, "Platí, pokud člen uskutečnil alespoň 22 nákupů."],
  ])("%i in Czech", (value, text) => {
    expect(said(purchases(value), "cs")).toBe(text);
  });

  test.each([
    [1, "Se aplică dacă soldul membrului este exact 1 punct."],
    [2, "Se aplică dacă soldul membrului este exact 2 puncte."],
    [19, "Se aplică dacă soldul membrului este exact 19 puncte."],
    [20, "Se aplică dacă soldul membrului este exact 20 de puncte."],
    [101, "Se aplică dacă soldul membrului este exact 101 puncte."],
    [1000, "Se aplică dacă soldul membrului este exact 1.000 de puncte."],
  ])("%i in Romanian", (value, text) => {
    expect(said(balance(value), "ro")).toBe(text);
  });

  test.each<[Language, string, string]>([
    ["en", "at least 1 purchase", "at least 2 purchases"],
    ["it", "almeno 1 acquisto", "almeno 2 acquisti"],
    ["de", "mindestens 1 Einkauf", "mindestens 2 Einkäufe"],
  ])("in %s", (language, one, two) => {
    expect(said(purchases(1), language)).toContain(one);
    expect(said(purchases(2), language)).toContain(two);
  });

  test("half a piece in Czech", () => {
    const some = and({ field: "item.quantity_thousandths", operator: ">", value: 1500 });
    expect(said(some, "cs")).toBe("Platí, pokud košík obsahuje položku, která čítá více než 1,5 kusu.");
  });
});

const seasons = and(
  { field: "time.weekday", operator: "between", value: [1, 5] },
  { field: "time.hour", operator: "<=", value: 17 },
  { field: "time.date", operator: "<", value: "2026-03-08" },
  { field: "member.country", operator: "notIn", value: ["RO", "CZ"] },
);

test.each<[Language, string]>([
  [
    "en",
    "Applies if the day is Monday to Friday, the time is before 18:00, the date is before 8 March 2026 and the " +
      "member’s country is not Romania or Czechia.",
  ],
  [
    "it",
    "Vale se il giorno è da lunedì a venerdì, è prima delle 18:00, la data è prima dell’8 marzo 2026 e il " +
      "paese dell’iscritto non è Romania né Cechia.",
  ],
  [
    "ro",
    "Se aplică dacă ziua este luni–vineri, ora este înainte de 18:00, data este înainte de 8 martie 2026 și " +
      "țara membrului nu este România sau Cehia.",
  ],
  [
    "de",
    "Gilt, wenn der Wochentag Montag bis Freitag ist, es vor 18:00 Uhr ist, das Datum vor dem 8. März 2026 " +
      "liegt und das Land des Mitglieds nicht Rumänien oder Tschechien ist.",
  ],
  [
    "cs",
    "Platí, pokud je den v týdnu pondělí až pátek, je čas před 18:00, je datum před 8. 3. 2026 a země člena " +
      "není Rumunsko ani Česko.",
  ],
])("days, hours and countries in %s: %s", (language, text) => {
  expect(said(seasons, language)).toBe(text);
});

test("who never bought is not said to have bought lately", () => {
  const longAgo: Condition = { field: "member.days_since_last_purchase", operator: ">=", value: 30 };
  expect(said({ combinator: "and", not: true, rules: [longAgo] }, "en")).toBe(
    "Applies if it is not true that the member’s last purchase was at least 30 days ago.",
  );
  const never: Condition = { field: "member.days_since_last_purchase", operator: "null", value: null };
  expect(said(and(never), "de")).toBe("Gilt, wenn das Mitglied noch nie eingekauft hat.");
});

test.each<[Language, string]>([
  ["en", "Always applies."],
  ["it", "Vale sempre."],
  ["ro", "Se aplică întotdeauna."],
  ["de", "Gilt immer."],
  ["cs", "Platí vždy."],
])("no condition in %s", (language, text) => {
  expect(said(and(), language)).toBe(text);
});

const effects = [
  { effect: { kind: "points_per_money", points: 1, perMinor: 100 }, when: and(isPurchase) },
  { effect: { kind: "points_per_money", points: 20, perMinor: 550 }, items: and(isCoffee) },
  { effect: { kind: "fixed", points: 2 }, items: and(isCoffee), when: and(isGold) },
  { effect: { kind: "per_item", points: 5, perThousandths: 1000 }, items: and(isCoffee) },
  { effect: { kind: "per_item", points: 5, perThousandths: 2000 } },
  { effect: { kind: "multiplier", factor: "1.5" } },
] as const;

test.each<[Language, string[]]>([
  [
    "en",
    [
      "1 point per whole €1 of the amount paid, if the activity is a purchase.",
      "20 points per whole €5.50 of the amount paid for any item that is in the category “coffee”.",
      "2 points, if the member’s tier is “Gold” and the basket has an item that is in the category “coffee”.",
      "5 points a piece for any item that is in the category “coffee”.",
      "5 points for every 2 pieces.",
      "1.5 times the usual points.",
    ],
  ],
  [
    "it",
    [
      "1 punto ogni 1 € dell’importo pagato, se l’attività è un acquisto.",
      "20 punti ogni 5,50 € dell’importo pagato per ogni articolo che appartiene alla categoria «coffee».",
      "2 punti, se il livello dell’iscritto è «Gold» e il carrello contiene un articolo che appartiene alla " +
        "categoria «coffee».",
      "5 punti al pezzo per ogni articolo che appartiene alla categoria «coffee».",
      "5 punti ogni 2 pezzi.",
      "1,5 volte i punti consueti.",
    ],
  ],
  [
    "ro",
    [
      "1 punct pentru fiecare 1 EUR din suma plătită, dacă activitatea este o cumpărătură.",
      "20 de puncte pentru fiecare 5,50 EUR din suma plătită pentru orice articol care este din categoria „coffee”.",
      "2 puncte, dacă nivelul membrului este „Gold” și coșul conține un articol care este din categoria „coffee”.",
      "5 puncte de bucată pentru orice articol care este din categoria „coffee”.",
      "5 puncte la fiecare 2 bucăți.",
      "De 1,5 ori punctele obișnuite.",
    ],
  ],
  [
    "de",
    [
      "1 Punkt für je 1 € des gezahlten Betrags, wenn die Aktivität ein Einkauf ist.",
      "20 Punkte für je 5,50 € des gezahlten Betrags für jeden Artikel, der zur Kategorie „coffee“ gehört.",
      "2 Punkte, wenn das Mitglied die Stufe „Gold“ hat und der Warenkorb einen Artikel enthält, der zur " +
        "Kategorie „coffee“ gehört.",
      "5 Punkte pro Stück für jeden Artikel, der zur Kategorie „coffee“ gehört.",
      "5 Punkte für je 2 Stück.",
      "Das 1,5-Fache der üblichen Punkte.",
    ],
  ],
  [
    "cs",
    [
      "1 bod za 1 € ze zaplacené částky, pokud je aktivita nákup.",
      "20 bodů za 5,50 € ze zaplacené částky za každou položku, která patří do kategorie „coffee“.",
      "2 body, pokud má člen úroveň „Gold“ a košík obsahuje položku, která patří do kategorie „coffee“.",
      "5 bodů za kus za každou položku, která patří do kategorie „coffee“.",
      "5 bodů za 2 kusy.",
      "1,5násobek obvyklých bodů.",
    ],
  ],
])("rules in %s", (language, texts) => {
  expect(effects.map((rule) => plain(ruleSentence(rule, language, naming)))).toEqual(texts);
});

test("each field says something of its own for each of its operators, in every language", () => {
  for (const language of languages) {
    const all = fieldNames.flatMap((field) =>
      fieldNamed(field).operators.map((operator) =>
        said(and({ field, operator, value: valueFor(field, operator) }), language),
      ),
    );
    // Only "=" and "in", "!=" and "notIn" with one value mean the same; an hour is a span of the time of day.
    expect(new Set(all).size).toBeGreaterThan(all.length * 0.75);
    expect(all.filter((text) => /undefined|NaN|null/.test(text))).toEqual([]);
  }
});

test("Romanian is written with commas below, not cedillas", () => {
  const all = effects.map((rule) => ruleSentence(rule, "ro", naming)).join();
  expect(all + said(seasons, "ro") + said(mixed, "ro")).not.toMatch(/[şţŞŢ]/);
});

function valueFor(field: Condition["field"], operator: string): Condition["value"] {
  const { type, values, from = 0 } = fieldNamed(field);
  const numbers = [from + 2, from + 5];
  const pair = {
    number: numbers,
    boolean: [true, true],
    date: ["2026-03-09", "2026-04-09"],
    time_of_day: ["09:05", "17:30"],
  };
  const texts = { choice: values?.slice(0, 2) ?? [], text: ["RO", "IT"], list: ["a", "b"] };
  const two: readonly (string | number | boolean)[] = { ...pair, ...texts }[type];
  const isList = ["in", "notIn", "between", "notBetween"].includes(operator);
  return isList ? two : (two[0] ?? null);
}

test.each(languages)(
  "why a rule gave nothing is said in %s, with the other campaign's name in its quotation marks",
  (language) => {
    const kinds = ["held_out", "shut_out", "outdone", "rule_limit", "campaign_limit", "cap", "budget"] as const;
    const told = kinds.map((kind) => reasonSentence(kind, language, "Spring"));
    expect(new Set(told).size).toBe(kinds.length);
    for (const [at, text] of told.entries()) {
      expect(text).toMatch(/^\p{Lu}.+\.$/u);
      expect(/[“«„]Spring[”»“]/.test(text)).toBe(kinds[at] === "shut_out" || kinds[at] === "outdone");
    }
  },
);

test("another campaign of the category gave more", () => {
  expect(languages.map((language) => reasonSentence("outdone", language, "Spring"))).toEqual([
    "Another campaign of its category, “Spring”, gave more.",
    "Un’altra campagna della stessa categoria, «Spring», ha dato di più.",
    "O altă campanie din aceeași categorie, „Spring”, a dat mai mult.",
    "Eine andere Kampagne derselben Kategorie, „Spring“, hat mehr gegeben.",
    "Jiná kampaň téže kategorie, „Spring“, dala víc.",
  ]);
});
