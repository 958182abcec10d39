// What a message may say of its reader, and what it says where that is not known: never "Hi ,".
import type { Language } from "./sentences.ts";

/** The published names. What a message's cause brings along stands under `data` and is not listed. */
export const messageVariables = [
  "member.firstName",
  "member.greeting",
  "member.points",
  "tier.name",
  "shop.name",
  "links.portal",
  "links.preferences",
  "links.unsubscribe",
] as const;

/** What the messages' own scope is made of. */
export type MessageReader = Readonly<{
  language: Language;
  /** Undefined: nobody told. */
  name: string | undefined;
  points: number;
  /** The name of the member's tier; undefined: none. */
  tier: string | undefined;
  shop: string;
  links: Readonly<{ portal: string; preferences: string; unsubscribe: string }>;
}>;

export type MessageScope = Readonly<{
  member: Readonly<{ firstName: string; greeting: string; points: string }>;
  tier: Readonly<{ name: string }>;
  shop: Readonly<{ name: string }>;
  links: Readonly<{ portal: string; preferences: string; unsubscribe: string }>;
}>;

/** `friend` stands where a first name would, as in "Hi …,"; `hello` is the whole greeting, with or without a name. */
type Words = Readonly<{ friend: string; hello: (name: string | undefined) => string; noTier: string }>;

const named = (hello: string, alone: string) => (name: string | undefined) =>
  name === undefined ? alone : `${hello} ${name}`;

const words: Readonly<Record<Language, Words>> = {
  en: { friend: "there", hello: named("Hello", "Hello"), noTier: "member" },
  it: { friend: "a te", hello: named("Ciao", "Ciao"), noTier: "socio" },
  ro: { friend: "dragă membru", hello: named("Bună ziua,", "Bună ziua"), noTier: "membru" },
  de: { friend: "liebes Mitglied", hello: named("Guten Tag", "Guten Tag"), noTier: "Mitglied" },
  cs: { friend: "milý člene", hello: named("Dobrý den,", "Dobrý den"), noTier: "člen" },
};

/** A first name is what is said first; no more of it than a greeting can carry. */
export const FIRST_NAME_CHARS_MAX = 60;

export function messageScope({ language, name, points, tier, shop, links }: MessageReader): MessageScope {
  const { friend, hello, noTier } = words[language];
  const first = firstNameOf(name);
  return {
    member: {
      firstName: first ?? friend,
      greeting: hello(first),
      points: new Intl.NumberFormat(language, { useGrouping: true }).format(points),
    },
    tier: { name: tier ?? noTier },
    shop: { name: shop },
    links,
  };
}

/** Undefined where nothing that can be read is left. */
export function firstNameOf(name: string | undefined): string | undefined {
  const [first = ""] = (name ?? "").trim().split(/\s+/u);
  const readable = [...first.replaceAll(/[\p{C}\p{Zl}\p{Zp}]/gu, (mark) => (mark === "\u200d" ? mark : ""))];
  const text = readable.slice(0, FIRST_NAME_CHARS_MAX).join("");
  return /[\p{L}\p{N}]/u.test(text) ? text : undefined;
}
