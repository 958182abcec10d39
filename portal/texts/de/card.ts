import type { card as english } from "../en/card.ts";

export const card: Readonly<Record<keyof typeof english, string>> = {
  "card.title": "Ihre Karte",
  "card.show": "Zeigen Sie das an der Kasse.",
  "card.code": "Code Ihrer Karte, neu in {seconds, plural, one {# Sekunde} other {# Sekunden}}",
  "card.offline": "Sie funktioniert auch ohne Verbindung.",
  "card.preparing": "Ihre Karte wird vorbereitet.",
  "card.none": "Dieses Telefon hat noch keine Karte",
  "card.noneHint": "Gehen Sie einmal online, dann funktioniert die Karte auch ohne Verbindung.",
  "card.lost": "Dieses Telefon hat seine Karte verloren. Sobald Sie online sind, ist sie wieder da.",
  "card.make": "Karte vorbereiten",
};
