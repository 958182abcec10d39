import type { SentenceTable, SpanWording, TextWording, Wording } from "./sentenceTable.ts";

function wording(subject: string): Wording {
  return { is: (value) => `${subject} is ${value}`, isNot: (value) => `${subject} is not ${value}` };
}

function text(subject: string): TextWording {
  return {
    ...wording(subject),
    contains: (value) => `${subject} contains ${value}`,
    containsNot: (value) => `${subject} does not contain ${value}`,
    begins: (value) => `${subject} begins with ${value}`,
    beginsNot: (value) => `${subject} does not begin with ${value}`,
  };
}

function presence(subject: string): { known: string; unknown: string } {
  return { known: `${subject} is known`, unknown: `${subject} is not known` };
}

function moments(subject: string): SpanWording {
  return {
    exactly: (low) => `${subject} is ${low}`,
    other_than: (low) => `${subject} is not ${low}`,
    less: (low) => `${subject} is before ${low}`,
    at_most: (low) => `${subject} is ${low} or earlier`,
    more: (low) => `${subject} is after ${low}`,
    at_least: (low) => `${subject} is ${low} or later`,
    between: (low, high) => `${subject} is between ${low} and ${high}`,
    not_between: (low, high) => `${subject} is not between ${low} and ${high}`,
  };
}

export const english: SentenceTable = {
  locale: "en-GB",
  dateStyle: "long",
  quoted: (value) => `“${value}”`,
  applies: (clause) => `Applies if ${clause}.`,
  alwaysApplies: "Always applies.",
  isNotTrue: (clause) => `it is not true that ${clause}`,
  nor: "or",
  span: (low, high) => `${low} to ${high}`,
  someItem: (predicate) => `the basket has an item that ${predicate}`,
  noItem: (predicate) => `the basket has no item that ${predicate}`,
  activityKinds: {
    purchase: "a purchase",
    return: "a return",
    visit: "a visit",
    use: "a use of the service",
    share: "a share",
    referral: "a referral",
    review: "a review",
    answer: "an answer to a survey",
    custom: "an activity of the programme’s own",
  },
  memberKinds: { individual: "an individual", corporate: "a company" },
  memberStatuses: {
    active: "active",
    earn_only: "allowed to earn only",
    blocked: "blocked",
    closed: "closed",
  },
  nouns: {
    points: { one: "point", other: "points", counted: "points" },
    purchases: { one: "purchase", other: "purchases", counted: "purchases" },
    visits: { one: "visit", other: "visits", counted: "visits" },
    referrals: { one: "friend", other: "friends", counted: "friends" },
    shares: { one: "share", other: "shares", counted: "shares" },
    days: { one: "day", other: "days", counted: "days" },
    lines: { one: "line", other: "lines", counted: "lines" },
    pieces: { one: "piece", other: "pieces", counted: "pieces" },
  },
  quantities: {
    exactly: ({ lowCounted }) => `exactly ${lowCounted}`,
    other_than: ({ low, counted }) => `a number of ${counted} other than ${low}`,
    less: ({ lowCounted }) => `fewer than ${lowCounted}`,
    at_most: ({ lowCounted }) => `at most ${lowCounted}`,
    more: ({ lowCounted }) => `more than ${lowCounted}`,
    at_least: ({ lowCounted }) => `at least ${lowCounted}`,
    between: ({ low, highCounted }) => `between ${low} and ${highCounted}`,
    not_between: ({ low, highCounted }) => `fewer than ${low} or more than ${highCounted}`,
  },
  sums: {
    exactly: (low) => `exactly ${low}`,
    other_than: (low) => `an amount other than ${low}`,
    less: (low) => `less than ${low}`,
    at_most: (low) => `at most ${low}`,
    more: (low) => `more than ${low}`,
    at_least: (low) => `at least ${low}`,
    between: (low, high) => `between ${low} and ${high}`,
    not_between: (low, high) => `less than ${low} or more than ${high}`,
  },
  phrases: {
    "activity.kind": wording("the activity"),
    "activity.name": { ...text("the activity’s name"), ...presence("the activity’s name") },
    "activity.channel": { ...text("the channel"), ...presence("the channel") },
    "activity.partner": { ...text("the partner"), ...presence("the partner") },
    "activity.location": { ...text("the location"), ...presence("the location") },
    "activity.currency": wording("the currency"),
    "activity.amount_minor": (sum) => `the total is ${sum}`,
    "activity.items": (quantity) => `the basket has ${quantity}`,
    "item.product": {
      is: (value) => `is the product ${value}`,
      isNot: (value) => `is not the product ${value}`,
      contains: (value) => `has a product code containing ${value}`,
      containsNot: (value) => `has a product code without ${value}`,
      begins: (value) => `has a product code beginning with ${value}`,
      beginsNot: (value) => `has a product code not beginning with ${value}`,
      known: "has a product code",
      unknown: "has no product code",
    },
    "item.category": {
      is: (value) => `is in the category ${value}`,
      isNot: (value) => `is not in the category ${value}`,
    },
    "item.quantity_thousandths": (quantity) => `comes to ${quantity}`,
    "item.amount_minor": (sum) => `costs ${sum} in all`,
    "item.unit_price_minor": (sum) => `costs ${sum} a piece`,
    "member.kind": wording("the member"),
    "member.status": wording("the member’s account"),
    "member.tier": {
      ...wording("the member’s tier"),
      known: "the member has a tier",
      unknown: "the member has no tier",
    },
    "member.spend_minor": (sum) => `the member has spent ${sum} in all`,
    "member.purchases": (quantity) => `the member has made ${quantity}`,
    "member.visits": (quantity) => `the member has made ${quantity}`,
    "member.referrals": (quantity) => `the member has brought ${quantity}`,
    "member.shares": (quantity) => `the member has made ${quantity}`,
    "member.advocacy": (quantity) => `the member has an advocacy score of ${quantity}`,
    "member.qualifying_points": (quantity) => `the member has ${quantity} towards a tier`,
    "member.language": { ...wording("the member’s language"), ...presence("the member’s language") },
    "member.country": { ...wording("the member’s country"), ...presence("the member’s country") },
    "member.birth_month": {
      is: (value) => `the member was born in ${value}`,
      isNot: (value) => `the member was not born in ${value}`,
    },
    "member.birth_day": wording("the day of the member’s birthday"),
    "member.is_birthday": { yes: "it is the member’s birthday", no: "it is not the member’s birthday" },
    "member.days_from_birthday": (quantity) => `the member’s birthday is ${quantity} away`,
    "member.enrolled_days": (quantity) => `the member has been enrolled for ${quantity}`,
    "member.days_since_last_purchase": (quantity) => `the member’s last purchase was ${quantity} ago`,
    "member.last_purchase": {
      known: "the member has bought before",
      unknown: "the member has never bought",
    },
    "wallet.balance": (quantity) => `the member has a balance of ${quantity}`,
    "segment.in": {
      is: (value) => `the member is in the segment ${value}`,
      isNot: (value) => `the member is not in the segment ${value}`,
    },
    "place.country": { ...wording("the country of the place"), ...presence("the country of the place") },
    "time.weekday": wording("the day"),
    "time.month": wording("the month"),
    "time.of_day": moments("the time"),
    "time.date": moments("the date"),
    "time.day": wording("the day of the month"),
  },
  effects: {
    perMoney: (points, money, of) => `${points} per whole ${money} ${of}`,
    paid: "of the amount paid",
    paidWithoutTax: "of the amount paid without tax",
    beforeDiscount: "of the amount before discounts",
    beforeDiscountWithoutTax: "of the amount before discounts and without tax",
    perPiece: (points) => `${points} a piece`,
    perPieces: (points, pieces) => `${points} for every ${pieces}`,
    times: (factor) => `${factor} times the usual points`,
    reward: (name) => `the reward ${name}`,
    forItems: (predicate) => `for any item that ${predicate}`,
    given: (effect, clause) => `${effect}, if ${clause}`,
  },
};
