export const paper = {
  "paper.back": "Back to the settings",
  "paper.card": "Card {number}",
  "paper.cards": "Paper cards",
  "paper.cardsHint":
    "A card is nobody’s until you add its number to a member, on the member’s page. Print each sheet once.",
  "paper.closed": "Strangers cannot join by themselves yet: the poster leads to signing in. Allow it under “{page}”.",
  "paper.everyPlace": "No place named",
  "paper.hint":
    "Print on A4. The poster’s code leads to joining on one’s own phone; paper cards are for whoever has none.",
  "paper.language": "Language on paper",
  "paper.local": "The code leads to {address}, which only this machine knows: set your own address first.",
  "paper.newNumbers": "New numbers",
  "paper.place": "Place",
  "paper.poster": "Poster",
  "paper.print": "Print",
  "paper.qr": "Code that leads to joining",
  "paper.sheet": "The sheet",
  "settings.paper": "Poster and cards",
} as const;
