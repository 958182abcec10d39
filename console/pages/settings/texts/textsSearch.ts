import { type Language, languages } from "@fedele/core/sentences.ts";

export const subjects = ["terms", "privacy", "consents"] as const;
export const languagesShown: readonly Language[] = languages;

export function asSubject(text: unknown): (typeof subjects)[number] {
  return subjects.find((subject) => subject === text) ?? "terms";
}

export function asLanguage(text: unknown): Language | undefined {
  return languages.find((language) => language === text);
}

/** Which text is open, and in which language. */
export function textsSearch({ text, language }: Record<string, unknown>): {
  text?: (typeof subjects)[number];
  language?: Language;
} {
  const known = asLanguage(language);
  return {
    ...(text === undefined ? {} : { text: asSubject(text) }),
    ...(known === undefined ? {} : { language: known }),
  };
}
