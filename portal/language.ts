// The reader's language: which one, its words, and how it writes numbers, dates and money.
import { formatShortMoney } from "@fedele/core/money.ts";
import { i18n } from "@lingui/core";
import { compileMessage } from "@lingui/message-utils/compileMessage";
import { useLingui } from "@lingui/react";
import { askIn } from "./api.ts";
import type { en } from "./texts/en.ts";

export const languages = ["en", "it", "ro", "de", "cs"] as const;
export type Language = (typeof languages)[number];
export type TextKey = keyof typeof en;
type Texts = Readonly<Record<TextKey, string>>;
type Values = Readonly<Record<string, string | number>>;

const KEPT_AS = "fedele.language";

/** Loaded when it is wanted: nobody reads five languages at once. */
const loaders: Readonly<Record<Language, () => Promise<Texts>>> = {
  en: async () => (await import("./texts/en.ts")).en,
  it: async () => (await import("./texts/it.ts")).it,
  ro: async () => (await import("./texts/ro.ts")).ro,
  de: async () => (await import("./texts/de.ts")).de,
  cs: async () => (await import("./texts/cs.ts")).cs,
};

/** What the language calls itself: nobody should have to read another one to find it. */
export const languageNames: Readonly<Record<Language, string>> = {
  en: "English",
  it: "Italiano",
  ro: "Română",
  de: "Deutsch",
  cs: "Čeština",
};

i18n.setMessagesCompiler(compileMessage);

/** The language chosen last on this device, else the first of the browser's that we speak. */
export function preferredLanguage(): Language {
  const wanted = [localStorage.getItem(KEPT_AS) ?? "", ...navigator.languages.map((tag) => tag.slice(0, 2))];
  return wanted.map(asLanguage).find((language) => language !== undefined) ?? "en";
}

export async function speak(language: Language): Promise<void> {
  i18n.loadAndActivate({ locale: language, messages: await loaders[language]() });
  document.documentElement.lang = language;
  askIn(language);
}

/** The same, kept for the next visit on this device. */
export async function chooseLanguage(language: Language): Promise<void> {
  localStorage.setItem(KEPT_AS, language);
  await speak(language);
}

export function asLanguage(text: string): Language | undefined {
  return languages.find((language) => language === text);
}

export type Speech = {
  readonly language: Language;
  /** A text of the catalogue, its values put in. */
  say(key: TextKey, values?: Values): string;
  number(value: number): string;
  money(minor: number, currency: string): string;
  /** A day, of a moment or a date without time, in the shop's zone. */
  day(moment: string, zone?: string): string;
  moment(moment: string, zone?: string): string;
};

/** The words and the ways of writing of the language that is spoken now. */
export function useSpeech(): Speech {
  const { i18n: spoken } = useLingui();
  const language = asLanguage(spoken.locale) ?? "en";
  const locale = navigator.languages.find((tag) => tag.startsWith(`${language}-`)) ?? language;
  const written = (moment: string, options: Intl.DateTimeFormatOptions, zone: string | undefined): string =>
    new Intl.DateTimeFormat(locale, { ...options, ...(zone === undefined ? {} : { timeZone: zone }) }).format(
      new Date(moment),
    );
  return {
    language,
    say: (key, values) => spoken._(key, values),
    number: (value) => new Intl.NumberFormat(locale, { useGrouping: "always" }).format(value),
    money: (minor, currency) => formatShortMoney(minor, currency, locale),
    day: (moment, zone) => written(moment, { day: "numeric", month: "long", year: "numeric" }, zoneOf(moment, zone)),
    moment: (moment, zone) => written(moment, { dateStyle: "medium", timeStyle: "short" }, zone),
  };
}

/** A date without time is the same day everywhere. */
function zoneOf(moment: string, zone: string | undefined): string | undefined {
  return moment.length === "2026-01-31".length ? "UTC" : zone;
}
