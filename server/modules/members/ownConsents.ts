// What a member agrees to, as he sees and changes it himself: every topic that the portal asks for, and every one that
// something was ever said about.
import type { ConsentTopic } from "@fedele/core/consents.ts";
import type { Language } from "@fedele/core/sentences.ts";
import type { NewConsent } from "@fedele/sdk/schemas/consent.ts";
import type { PortalSettings } from "@fedele/sdk/schemas/portal.ts";
import type { Ctx } from "../../platform/database/transaction.ts";
import type { Sealer } from "../../platform/sealing.ts";
import type { Tenant } from "../../platform/tenant.ts";
import { type ConsentStanding, consentsOf, recordConsent } from "./consents.ts";
import { refuseOtherText } from "./portalSignIns.ts";
import { getPortalSettings, textIn } from "./portals.ts";

export type OwnConsent = Pick<ConsentStanding, "topic" | "state" | "since"> &
  Readonly<{ version: string | null; text: string | null }>;

type Reader = Readonly<{ memberId: string; tenant: Tenant; language: Language }>;

export async function ownConsents(ctx: Ctx, reader: Reader): Promise<OwnConsent[]> {
  const [standings, settings] = await Promise.all([consentsOf(ctx, reader.memberId), getPortalSettings(ctx)]);
  return standings
    .map(({ topic, state, since }) => ({ topic, state, since, ...askedText(settings, topic, reader) }))
    .filter(({ state, version }) => version !== null || state !== "never_asked");
}

/** A word of the member's own. To take something back needs no text. */
export async function sayConsent(
  ctx: Ctx,
  sealer: Sealer,
  place: Readonly<{ memberId: string; id: string }>,
  said: Pick<NewConsent, "topic" | "state"> & Readonly<{ version: string | undefined }>,
): Promise<void> {
  const { topic, state, version } = said;
  if (state === "granted") refuseOtherText(await getPortalSettings(ctx), { topic, version }, "version");
  const textVersion = version === undefined ? {} : { textVersion: version };
  await recordConsent(ctx, sealer, place, { topic, state, source: "form", ...textVersion });
}

function askedText({ consents }: PortalSettings, topic: ConsentTopic, { tenant, language }: Reader) {
  const asked = consents.find((one) => one.topic === topic);
  return asked === undefined
    ? { version: null, text: null }
    : { version: asked.version, text: textIn(asked.texts, language, tenant) };
}
