// What a shop may start from when it writes its terms, its privacy notice and what it asks consent for. Loaded when
// somebody asks for it; what stands in square brackets is the shop's to fill in.
import type { ConsentTopic } from "@fedele/core/consents.ts";
import type { Language } from "@fedele/core/sentences.ts";
import type { Templates } from "./template.ts";

const loaders: Readonly<Record<Language, () => Promise<Templates>>> = {
  en: async () => (await import("./en.ts")).en,
  it: async () => (await import("./it.ts")).it,
  ro: async () => (await import("./ro.ts")).ro,
  de: async () => (await import("./de.ts")).de,
  cs: async () => (await import("./cs.ts")).cs,
};

export type TextSubject = "terms" | "privacy" | ConsentTopic;

/** The template in this language with the shop's name in its places. */
export async function templateOf(subject: TextSubject, language: Language, shop: string): Promise<string> {
  const { terms, privacy, consents } = await loaders[language]();
  const text =
    subject === "terms" || subject === "privacy" ? { terms, privacy }[subject].join("\n\n") : consents[subject];
  return text.replaceAll("{shop}", shop);
}
