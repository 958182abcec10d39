export const legal = {
  "legal.links": "Terms and privacy",
  "legal.none": "The shop has written nothing here yet",
  "legal.noneHint": "Ask in the shop.",
  "legal.privacy": "Privacy",
  "legal.terms": "Terms",
  "legal.version": "Version {version}",
} as const;
