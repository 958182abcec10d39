// The members of a demo: invented, with addresses that reach nobody. Domains are those of RFC 2606; phone numbers are
// of ranges that their countries keep free for films, and whose country keeps none has no phone.
import { type Chance, chanceOf } from "./chance.ts";
import { type NamedLanguage, type Naming, namings } from "./names.ts";

export type Person = {
  readonly name: string;
  readonly language: NamedLanguage;
  readonly country: string;
  /** Year, month, day; undefined for whoever did not say. */
  readonly birthDate: string | undefined;
  readonly email: string | undefined;
  readonly phone: string | undefined;
  /** What stands on the card. */
  readonly number: string;
};

/** Who comes to a place: of every so many, people of this language and country. */
export type Origin = { readonly language: NamedLanguage; readonly country: string; readonly weight: number };

const domains = ["example.org", "example.com", "example.net", "posta.test", "mail.test"] as const;
const AGE_LEAST = 18;
const AGE_SPAN = 62;
const BIRTHDAY_SHARE = 0.82;
const EMAIL_SHARE = 0.96;

/** The person number `index` of a story. */
export function personOf(seed: string, index: number, asked: { origins: Origins; card: string; year: number }): Person {
  const chance = chanceOf(`${seed} person ${index}`);
  const { language, country } = chance.weighted(asked.origins);
  const isWoman = chance.isLikely(0.54);
  const naming: Naming = namings[language];
  const first = chance.pick(isWoman ? naming.women : naming.men);
  const family = chance.pick(naming.families);
  const last = typeof family === "string" ? family : family[isWoman ? 0 : 1];
  const birthDate = chance.isLikely(BIRTHDAY_SHARE) ? birthDateOf(chance, asked.year) : undefined;
  const mailbox = `${plain(first)}.${plain(last)}${index}@${chance.pick(domains)}`;
  return {
    name: `${first} ${last}`,
    language,
    country,
    birthDate,
    email: chance.isLikely(EMAIL_SHARE) ? mailbox : undefined,
    phone: phoneOf(country, index),
    number: `${asked.card}${String(index + 1).padStart(6, "0")}`,
  };
}

export type Origins = readonly [Origin, ...Origin[]];

function birthDateOf(chance: Chance, year: number): string {
  // Two draws added: most are between thirty and fifty.
  const age = AGE_LEAST + Math.floor(((chance.next() + chance.next()) / 2) * AGE_SPAN);
  const two = (value: number): string => String(value).padStart(2, "0");
  return `${year - 1 - age}-${two(chance.between(1, 12))}-${two(chance.between(1, 28))}`;
}

/** Numbers that no line has, each for one member; undefined once a country has no more of them, or has none. */
export function phoneOf(country: string, index: number): string | undefined {
  const range = ranges[country];
  if (range === undefined || index >= range.places.length * range.each) return undefined;
  const place = range.places[Math.floor(index / range.each)] ?? "";
  return place + String(index % range.each).padStart(String(range.each - 1).length, "0");
}

type FreeRange = { readonly places: readonly string[]; readonly each: number };

/**
 * US: 555-0100 to 555-0199 of every area (NANPA), here those of the south-west. GB: 020 7946 0000 to 0999 (Ofcom).
 * DE: 030 23125, 040 66969 and 089 99998, each with three more digits (Bundesnetzagentur).
 */
const ranges: Readonly<Record<string, FreeRange>> = {
  US: {
    places: [
      ...["619", "858", "760", "442", "949", "714", "213", "310", "323", "562"],
      ...["626", "661", "805", "818", "909", "951", "602", "480", "702", "505"],
    ].map((area) => `+1${area}55501`),
    each: 100,
  },
  GB: { places: ["+442079460"], each: 1_000 },
  DE: { places: ["+493023125", "+494066969", "+498999998"], each: 1_000 },
};

/** Letters without their signs, as mailboxes have them. */
function plain(name: string): string {
  return name
    .replaceAll("ı", "i")
    .normalize("NFD")
    .replaceAll(/[^a-zA-Z]/g, "")
    .toLowerCase();
}
