export const card = {
  "card.title": "Your card",
  "card.show": "Show this at the till.",
  "card.code": "Code of your card, new in {seconds, plural, one {# second} other {# seconds}}",
  "card.offline": "It works without a connection.",
  "card.preparing": "Your card is being made ready.",
  "card.none": "This phone has no card yet",
  "card.noneHint": "Go online once, and the card will work without a connection from then on.",
  "card.lost": "This phone has lost its card. Going online brings it back.",
  "card.make": "Make my card ready",
} as const;
