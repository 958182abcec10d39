// What the portal writes to members, in the reader's language. Plain text without a link: a scanner that follows links
// and presses buttons finds none. To a phone goes the subject alone, so it says all that is needed.
import type { Language } from "@fedele/core/sentences.ts";
import { CODE_MINUTES } from "./portalCodes.ts";
import { czech } from "./portalLetters/cs.ts";
import { german } from "./portalLetters/de.ts";
import { english } from "./portalLetters/en.ts";
import { italian } from "./portalLetters/it.ts";
import { romanian } from "./portalLetters/ro.ts";
import type { PortalWording, Words } from "./portalLetters/wording.ts";

const wordings: Readonly<Record<Language, PortalWording>> = {
  en: english,
  it: italian,
  ro: romanian,
  de: german,
  cs: czech,
};

export type CodeLetter = "code" | "newContact" | "oldContact" | "leaving";
export type PlainLetter = "unknown" | "blocked" | "changed";

export function codeWords(letter: CodeLetter, to: Readonly<{ shop: string; language: Language }>, code: string): Words {
  return wordings[to.language][letter](to.shop, code, CODE_MINUTES);
}

export function plainWords(letter: PlainLetter, to: Readonly<{ shop: string; language: Language }>): Words {
  return wordings[to.language][letter](to.shop);
}
