// What presets call things, for members and staff to read.

type PresetWords = {
  readonly "points-per-money": string;
  readonly "stamp-card": string;
  readonly cashback: string;
  readonly birthday: string;
  readonly welcome: string;
  /** Points types. */
  readonly points: string;
  readonly stamps: string;
  /** The reward of a full stamp card. */
  readonly fullCard: string;
};

export const presetWords: Readonly<Record<"en" | "it" | "ro" | "de" | "cs", PresetWords>> = {
  en: {
    "points-per-money": "Points for every purchase",
    "stamp-card": "Stamp card",
    cashback: "Cashback",
    birthday: "Birthday bonus",
    welcome: "Welcome bonus",
    points: "Points",
    stamps: "Stamps",
    fullCard: "Full card: one for free",
  },
  it: {
    "points-per-money": "Punti per ogni acquisto",
    "stamp-card": "Tessera a timbri",
    cashback: "Cashback",
    birthday: "Premio di compleanno",
    welcome: "Premio di benvenuto",
    points: "Punti",
    stamps: "Timbri",
    fullCard: "Tessera piena: uno in omaggio",
  },
  ro: {
    "points-per-money": "Puncte la fiecare cumpărătură",
    "stamp-card": "Card cu ștampile",
    cashback: "Cashback",
    birthday: "Bonus de ziua de naștere",
    welcome: "Bonus de bun venit",
    points: "Puncte",
    stamps: "Ștampile",
    fullCard: "Card plin: unul gratuit",
  },
  de: {
    "points-per-money": "Punkte für jeden Einkauf",
    "stamp-card": "Stempelkarte",
    cashback: "Cashback",
    birthday: "Geburtstagsbonus",
    welcome: "Willkommensbonus",
    points: "Punkte",
    stamps: "Stempel",
    fullCard: "Volle Karte: eines gratis",
  },
  cs: {
    "points-per-money": "Body za každý nákup",
    "stamp-card": "Razítková karta",
    cashback: "Cashback",
    birthday: "Narozeninový bonus",
    welcome: "Uvítací bonus",
    points: "Body",
    stamps: "Razítka",
    fullCard: "Plná karta: jeden zdarma",
  },
};
