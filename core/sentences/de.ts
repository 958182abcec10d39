import type { SentenceTable, TextWording, Wording } from "./sentenceTable.ts";

// Clauses stand after "wenn", so the verb comes last; a subordinate clause within brings the comma that closes it.

function wording(subject: string): Wording {
  return { is: (value) => `${subject} ${value} ist`, isNot: (value) => `${subject} nicht ${value} ist` };
}

/** "nicht ein Einkauf oder ein Besuch" is said "kein Einkauf und kein Besuch". */
function noneWording(subject: string): Wording {
  const none = (value: string) => value.replace(/(^|, | oder )ein/g, "$1kein").replace(" oder kein", " und kein");
  return { is: (value) => `${subject} ${value} ist`, isNot: (value) => `${subject} ${none(value)} ist` };
}

function text(subject: string): TextWording {
  return {
    ...wording(subject),
    contains: (value) => `${subject} ${value} enthält`,
    containsNot: (value) => `${subject} ${value} nicht enthält`,
    begins: (value) => `${subject} mit ${value} beginnt`,
    beginsNot: (value) => `${subject} nicht mit ${value} beginnt`,
  };
}

function presence(subject: string): { known: string; unknown: string } {
  return { known: `${subject} bekannt ist`, unknown: `${subject} nicht bekannt ist` };
}

export const german: SentenceTable = {
  locale: "de-DE",
  dateStyle: "long",
  quoted: (value) => `„${value}“`,
  applies: (clause) => `Gilt, wenn ${clause}.`,
  alwaysApplies: "Gilt immer.",
  isNotTrue: (clause) => `nicht zutrifft, dass ${clause},`,
  nor: "oder",
  span: (low, high) => `${low} bis ${high}`,
  someItem: (predicate) => `der Warenkorb einen Artikel enthält, der ${predicate},`,
  noItem: (predicate) => `der Warenkorb keinen Artikel enthält, der ${predicate},`,
  activityKinds: {
    purchase: "ein Einkauf",
    return: "eine Rückgabe",
    visit: "ein Besuch",
    use: "eine Nutzung des Dienstes",
    share: "ein geteilter Beitrag",
    referral: "eine Weiterempfehlung",
    review: "eine Bewertung",
    answer: "eine Antwort auf eine Umfrage",
    custom: "eine eigene Aktivität des Programms",
  },
  memberKinds: { individual: "eine Privatperson", corporate: "ein Unternehmen" },
  memberStatuses: {
    active: "aktiv",
    earn_only: "auf das Sammeln beschränkt",
    blocked: "gesperrt",
    closed: "geschlossen",
  },
  nouns: {
    points: { one: "Punkt", other: "Punkte", counted: "Punkten" },
    purchases: { one: "Einkauf", other: "Einkäufe", counted: "Einkäufen" },
    visits: { one: "Besuch", other: "Besuche", counted: "Besuchen" },
    referrals: { one: "Freund", other: "Freunde", counted: "Freunden" },
    shares: { one: "Beitrag", other: "Beiträge", counted: "Beiträgen" },
    days: { one: "Tag", other: "Tage", counted: "Tagen" },
    lines: { one: "Position", other: "Positionen", counted: "Positionen" },
    pieces: { one: "Stück", other: "Stück", counted: "Stück" },
  },
  quantities: {
    exactly: ({ lowCounted }) => `genau ${lowCounted}`,
    other_than: ({ low, counted }) => `eine andere Anzahl an ${counted} als ${low}`,
    less: ({ lowCounted }) => `weniger als ${lowCounted}`,
    at_most: ({ lowCounted }) => `höchstens ${lowCounted}`,
    more: ({ lowCounted }) => `mehr als ${lowCounted}`,
    at_least: ({ lowCounted }) => `mindestens ${lowCounted}`,
    between: ({ low, highCounted }) => `zwischen ${low} und ${highCounted}`,
    not_between: ({ low, highCounted }) => `weniger als ${low} oder mehr als ${highCounted}`,
  },
  sums: {
    exactly: (low) => `genau ${low}`,
    other_than: (low) => `nicht genau ${low}`,
    less: (low) => `weniger als ${low}`,
    at_most: (low) => `höchstens ${low}`,
    more: (low) => `mehr als ${low}`,
    at_least: (low) => `mindestens ${low}`,
    between: (low, high) => `zwischen ${low} und ${high}`,
    not_between: (low, high) => `weniger als ${low} oder mehr als ${high}`,
  },
  phrases: {
    "activity.kind": noneWording("die Aktivität"),
    "activity.name": { ...text("der Name der Aktivität"), ...presence("der Name der Aktivität") },
    "activity.channel": { ...text("der Kanal"), ...presence("der Kanal") },
    "activity.partner": { ...text("der Partner"), ...presence("der Partner") },
    "activity.location": { ...text("der Standort"), ...presence("der Standort") },
    "activity.currency": wording("die Währung"),
    "activity.amount_minor": (sum) => `der Gesamtbetrag ${sum} beträgt`,
    "activity.items": (quantity) => `der Warenkorb ${quantity} enthält`,
    "item.product": {
      is: (value) => `das Produkt ${value} ist`,
      isNot: (value) => `nicht das Produkt ${value} ist`,
      contains: (value) => `einen Produktcode mit ${value} hat`,
      containsNot: (value) => `einen Produktcode ohne ${value} hat`,
      begins: (value) => `einen Produktcode hat, der mit ${value} beginnt,`,
      beginsNot: (value) => `einen Produktcode hat, der nicht mit ${value} beginnt,`,
      known: "einen Produktcode hat",
      unknown: "keinen Produktcode hat",
    },
    "item.category": {
      is: (value) => `zur Kategorie ${value} gehört`,
      isNot: (value) => `nicht zur Kategorie ${value} gehört`,
    },
    "item.quantity_thousandths": (quantity) => `${quantity} umfasst`,
    "item.amount_minor": (sum) => `insgesamt ${sum} kostet`,
    "item.unit_price_minor": (sum) => `pro Stück ${sum} kostet`,
    "member.kind": noneWording("das Mitglied"),
    "member.status": wording("das Konto des Mitglieds"),
    "member.tier": {
      is: (value) => `das Mitglied die Stufe ${value} hat`,
      isNot: (value) => `das Mitglied nicht die Stufe ${value} hat`,
      known: "das Mitglied eine Stufe hat",
      unknown: "das Mitglied keine Stufe hat",
    },
    "member.spend_minor": (sum) => `das Mitglied insgesamt ${sum} ausgegeben hat`,
    "member.purchases": (quantity) => `das Mitglied ${quantity} getätigt hat`,
    "member.visits": (quantity) => `das Mitglied ${quantity} gemacht hat`,
    "member.referrals": (quantity) => `das Mitglied ${quantity} geworben hat`,
    "member.shares": (quantity) => `das Mitglied ${quantity} geteilt hat`,
    "member.advocacy": (quantity) => `der Empfehlungswert des Mitglieds ${quantity} beträgt`,
    "member.qualifying_points": (quantity) => `das Mitglied ${quantity} für die Stufe gesammelt hat`,
    "member.language": { ...wording("die Sprache des Mitglieds"), ...presence("die Sprache des Mitglieds") },
    "member.country": { ...wording("das Land des Mitglieds"), ...presence("das Land des Mitglieds") },
    "member.birth_month": {
      is: (value) => `das Mitglied im ${value} geboren ist`,
      isNot: (value) => `das Mitglied nicht im ${value} geboren ist`,
    },
    "member.birth_day": wording("der Tag des Geburtstags"),
    "member.is_birthday": { yes: "das Mitglied Geburtstag hat", no: "das Mitglied nicht Geburtstag hat" },
    "member.days_from_birthday": (quantity) => `der Geburtstag des Mitglieds ${quantity} entfernt ist`,
    "member.enrolled_days": (quantity) => `die Anmeldung des Mitglieds ${quantity} zurückliegt`,
    "member.days_since_last_purchase": (quantity) => `der letzte Einkauf des Mitglieds ${quantity} zurückliegt`,
    "member.last_purchase": {
      known: "das Mitglied schon eingekauft hat",
      unknown: "das Mitglied noch nie eingekauft hat",
    },
    "wallet.balance": (quantity) => `das Guthaben des Mitglieds ${quantity} beträgt`,
    "segment.in": {
      is: (value) => `das Mitglied zum Segment ${value} gehört`,
      isNot: (value) => `das Mitglied nicht zum Segment ${value} gehört`,
    },
    "place.country": { ...wording("das Land des Ortes"), ...presence("das Land des Ortes") },
    "time.weekday": wording("der Wochentag"),
    "time.month": wording("der Monat"),
    "time.day": wording("der Tag des Monats"),
    "time.date": {
      exactly: (low) => `das Datum der ${low} ist`,
      other_than: (low) => `das Datum nicht der ${low} ist`,
      less: (low) => `das Datum vor dem ${low} liegt`,
      at_most: (low) => `das Datum spätestens der ${low} ist`,
      more: (low) => `das Datum nach dem ${low} liegt`,
      at_least: (low) => `das Datum frühestens der ${low} ist`,
      between: (low, high) => `das Datum zwischen dem ${low} und dem ${high} liegt`,
      not_between: (low, high) => `das Datum nicht zwischen dem ${low} und dem ${high} liegt`,
    },
    "time.of_day": {
      exactly: (low) => `es ${low} Uhr ist`,
      other_than: (low) => `es nicht ${low} Uhr ist`,
      less: (low) => `es vor ${low} Uhr ist`,
      at_most: (low) => `es spätestens ${low} Uhr ist`,
      more: (low) => `es nach ${low} Uhr ist`,
      at_least: (low) => `es mindestens ${low} Uhr ist`,
      between: (low, high) => `es zwischen ${low} und ${high} Uhr ist`,
      not_between: (low, high) => `es nicht zwischen ${low} und ${high} Uhr ist`,
    },
  },
  effects: {
    perMoney: (points, money, of) => `${points} für je ${money} ${of}`,
    paid: "des gezahlten Betrags",
    paidWithoutTax: "des gezahlten Betrags ohne Steuern",
    beforeDiscount: "des Betrags vor Rabatten",
    beforeDiscountWithoutTax: "des Betrags vor Rabatten und ohne Steuern",
    perPiece: (points) => `${points} pro Stück`,
    perPieces: (points, pieces) => `${points} für je ${pieces}`,
    times: (factor) => `das ${factor}-Fache der üblichen Punkte`,
    reward: (name) => `die Prämie ${name}`,
    forItems: (predicate) => `für jeden Artikel, der ${predicate},`,
    given: (effect, clause) => `${effect}, wenn ${clause}`,
  },
};
