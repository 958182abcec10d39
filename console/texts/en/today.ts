export const today = {
  "today.hint": "How the programme stands now.",
  "today.needsYou": "Needs you",
  "today.nothingDue": "Nothing is waiting for you",
  "today.nothingDueHint": "Tasks that somebody set for a member stand here when they are due.",
  "today.outstanding": "Points outstanding, at face value",
  "today.title": "Hello {name}",
} as const;
