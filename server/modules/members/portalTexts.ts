// What members were shown, version by version. A version says the same for ever, or what somebody agreed to could not
// be shown any more; a language that was missing may come to it later.
import type { PortalSettings } from "@fedele/sdk/schemas/portal.ts";
import type { Ctx } from "../../platform/database/transaction.ts";
import { Refusal } from "../../platform/refusal.ts";
import { lockTexts, type StoredText, saveTexts } from "./store/portals.ts";

type Text = Omit<StoredText, "createdAt">;

/** Keeps the words of the settings under their versions; refuses other words under a version that was shown before. */
export async function keepTexts(ctx: Ctx, settings: PortalSettings): Promise<void> {
  const texts = textsOf(settings);
  if (texts.length === 0) return;
  const known = new Map((await lockTexts(ctx, texts)).map((text) => [keyOf(text), text]));
  for (const { path, ...text } of texts) {
    const before = known.get(keyOf(text));
    if (before !== undefined && saysOtherwise(before.texts, text.texts)) {
      const words = `Version "${text.version}" has been shown with other words; give the new ones a new version.`;
      throw new Refusal("conflict", words, { field: `${path}.version` });
    }
  }
  await saveTexts(
    ctx,
    texts.map(({ path: _, ...text }) => ({ ...text, texts: { ...known.get(keyOf(text))?.texts, ...text.texts } })),
  );
}

function textsOf({ terms, privacy, consents }: PortalSettings): (Text & { path: string })[] {
  return [
    ...(terms === null ? [] : [{ subject: "terms", path: "terms", ...terms }]),
    ...(privacy == null ? [] : [{ subject: "privacy", path: "privacy", ...privacy }]),
    ...consents.map(({ topic, version, texts }, at) => ({ subject: topic, path: `consents.${at}`, version, texts })),
  ];
}

function keyOf({ subject, version }: Pick<Text, "subject" | "version">): string {
  return `${subject} ${version}`;
}

/** A language that only one of them has is no contradiction. */
function saysOtherwise(before: Text["texts"], now: Text["texts"]): boolean {
  return Object.entries(now).some(([language, words]) => {
    const earlier = Object.entries(before).find(([known]) => known === language);
    return earlier !== undefined && earlier[1] !== words;
  });
}
