// A message as one reader would get it. Nothing is sent, and nothing is written down.
import type { NewPreview } from "@fedele/sdk/schemas/messageTemplate.ts";
import type { Ctx } from "../../platform/database/transaction.ts";
import { bucketOf, fromTypeId, newId } from "../../platform/ids.ts";
import { invalid } from "../../platform/places.ts";
import { getMember } from "../members/members.ts";
import { type Home, readersOf, scopeFor } from "./readers.ts";
import { compileDraft, getTemplate, type WordingRow, wordingFor, wordingsOf } from "./templates.ts";
import { type Rendered, renderWording } from "./wordings.ts";

export type Shown = Rendered & Pick<WordingRow, "language">;

/** Somebody of whom nothing is known: an id that no member has. */
const NOBODY = "00000000-0000-7000-8000-000000000000";

export async function previewTemplate(ctx: Ctx, home: Home, templateId: string, asked: NewPreview): Promise<Shown> {
  const template = await getTemplate(ctx, templateId);
  const wordings =
    asked.wording === undefined
      ? await wordingsOf(ctx, template)
      : [await compileDraft(ctx, asked.wording, template.topic)];
  const memberId = asked.memberId === undefined ? NOBODY : fromTypeId("mem", asked.memberId);
  const member = asked.memberId === undefined ? undefined : await getMember(ctx, home.sealer, memberId);
  const wording = wordingFor(wordings, [asked.language, member?.language, home.tenant.language]);
  if (wording === undefined) throw new Error("a template has no words");
  const readers = await readersOf(ctx, home, [memberId]);
  const deliveryId = newId(ctx.now, bucketOf(memberId));
  const scope = scopeFor(ctx, home, readers, { memberId, deliveryId, language: wording.language });
  const rendered = renderWording(wording, { ...scope, data: asked.data ?? {} });
  if (rendered !== undefined) return { language: wording.language, ...rendered };
  throw invalid(
    "data",
    "Something that the words speak of under data is missing; a message like this would be skipped.",
  );
}
