// The reader's language: which one, its words, and how it writes numbers, dates and money.
import { formatMoney } from "@fedele/core/money.ts";
import { type Language, languages } from "@fedele/core/sentences.ts";
import { i18n } from "@lingui/core";
import { compileMessage } from "@lingui/message-utils/compileMessage";
import { useLingui } from "@lingui/react";
import type { en } from "./texts/en.ts";

export type TextKey = keyof typeof en;
export type Texts = Readonly<Record<TextKey, string>>;
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
}

/** The same, kept for the next visit on this device. */
export async function chooseLanguage(language: Language): Promise<void> {
  localStorage.setItem(KEPT_AS, language);
  await speak(language);
}

function asLanguage(text: string): Language | undefined {
  return languages.find((language) => language === text);
}

export type Speech = {
  readonly language: Language;
  /** A text of the catalogue, its values put in. */
  say(key: TextKey, values?: Values): string;
  number(value: number): string;
  /** 0.125 as 12.5 %. */
  percent(share: number): string;
  money(minor: number, currency: string): string;
  /** A day, of a moment or a date without time. `zone`: the shop's. */
  day(moment: string, zone?: string): string;
  /** Day and time. */
  moment(moment: string, zone?: string): string;
};

/** The words and the ways of writing of the language that is spoken now. */
export function useSpeech(): Speech {
  const { i18n: spoken } = useLingui();
  const language = asLanguage(spoken.locale) ?? "en";
  const locale = localeOf(language);
  return {
    language,
    say: (key, values) => spoken._(key, values),
    // Italian and Spanish leave four digits ungrouped by themselves; a column of figures should be of one kind.
    number: (value) => new Intl.NumberFormat(locale, { useGrouping: "always" }).format(value),
    percent: (share) => new Intl.NumberFormat(locale, { style: "percent", maximumFractionDigits: 1 }).format(share),
    money: (minor, currency) => formatMoney(minor, currency, locale),
    day: (moment, zone) => dateFormat(locale, { dateStyle: "medium" }, zone ?? zoneOf(moment)).format(new Date(moment)),
    moment: (moment, zone) =>
      dateFormat(locale, { dateStyle: "medium", timeStyle: "short" }, zone).format(new Date(moment)),
  };
}

/** As the browser's owner writes it: somebody who reads English in London has the day before the month. */
function localeOf(language: Language): string {
  return navigator.languages.find((tag) => tag.startsWith(`${language}-`)) ?? language;
}

/** A date without time is the same day everywhere. */
function zoneOf(moment: string): string | undefined {
  return moment.length === "2026-01-31".length ? "UTC" : undefined;
}

function dateFormat(
  locale: string,
  options: Intl.DateTimeFormatOptions,
  zone: string | undefined,
): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat(locale, { ...options, ...(zone === undefined ? {} : { timeZone: zone }) });
}
