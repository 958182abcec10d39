// The shop's logo, as small as a header needs it: a picture whose first bytes are what it says it is.
import { LOGO_BYTES_MAX, type NewLogo } from "@fedele/sdk/schemas/portal.ts";
import type { Ctx } from "../../platform/database/transaction.ts";
import { invalid } from "../../platform/places.ts";
import { Refusal } from "../../platform/refusal.ts";
import { changePortalSettings, getPortalSettings } from "./portals.ts";
import { findLogo, type Logo, saveLogo } from "./store/portals.ts";

/** How files of each kind begin; of WebP the size stands between. */
const beginnings: Readonly<Record<NewLogo["type"], RegExp>> = {
  "image/png": /^89504e470d0a1a0a/,
  "image/jpeg": /^ffd8ff/,
  "image/webp": /^52494646.{8}57454250/,
};

export async function changeLogo(ctx: Ctx, { type, picture }: NewLogo, nowMs: number): Promise<void> {
  const bytes = Buffer.from(picture, "base64");
  if (bytes.length > LOGO_BYTES_MAX) throw invalid("picture", `A logo has at most ${LOGO_BYTES_MAX / 1024} kB.`);
  if (!beginnings[type].test(bytes.subarray(0, 16).toString("hex"))) {
    throw invalid("picture", `This is no picture of the kind ${type}.`);
  }
  const logo = { type, bytes };
  if (await saveLogo(ctx, logo, nowMs)) return;
  await changePortalSettings(ctx, await getPortalSettings(ctx));
  await saveLogo(ctx, logo, nowMs);
}

export async function removeLogo(ctx: Ctx, nowMs: number): Promise<void> {
  await saveLogo(ctx, null, nowMs);
}

export async function getLogo(ctx: Ctx): Promise<Logo> {
  const logo = await findLogo(ctx);
  if (logo === null) throw new Refusal("not_found", "This portal has no logo.");
  return logo;
}
