// Numbers for cards of paper and plastic, made here. A number finds the member and proves nothing: it can be copied.
import { hash } from "node:crypto";
import { cardNumberFrom } from "@fedele/core/barcodes.ts";
import type { Ctx } from "../../platform/database/transaction.ts";
import { Refusal } from "../../platform/refusal.ts";
import type { Sealer } from "../../platform/sealing.ts";
import { addIdentity, findIdentity, type Identity, lookupOf, opened, sealed } from "./identities.ts";
import { identityOf } from "./identityValues.ts";
import { lockedOpenMember, memberWithKey } from "./keyring.ts";

/** So often a number that somebody has already is replaced by another: of a hundred thousand million few are taken. */
const TRIES_MAX = 5;
const ELEVEN_DIGITS = 100_000_000_000n;

/** A new number for the member; the same `id` gives the same one. */
export async function makeCardNumber(
  ctx: Ctx,
  sealer: Sealer,
  { memberId, id }: { memberId: string; id: string },
): Promise<Identity> {
  const [keys, { key }] = await Promise.all([sealer.keysOf(ctx), lockedOpenMember(ctx, sealer, memberId)]);
  for (let tries = 0; tries < TRIES_MAX; tries += 1) {
    const identity = identityOf("card", numberFrom(id, tries), undefined);
    const lookup = { ...lookupOf(keys, identity), memberId };
    const wanted = sealed(lookup, { key, value: identity.value, verifiedAt: undefined, at: ctx.now });
    try {
      return opened(await addIdentity(ctx, wanted), key);
    } catch (error) {
      if (!(error instanceof Refusal) || error.code !== "conflict") throw error;
    }
  }
  throw new Refusal("unavailable", "No free number was found; ask again.");
}

/** The number that was made under this id. */
export async function getCardNumber(
  ctx: Ctx,
  sealer: Sealer,
  { memberId, id }: { memberId: string; id: string },
): Promise<Identity> {
  const [keys, { key }] = await Promise.all([sealer.keysOf(ctx), memberWithKey(ctx, sealer, memberId)]);
  for (let tries = 0; tries < TRIES_MAX && key !== undefined; tries += 1) {
    const identity = identityOf("card", numberFrom(id, tries), undefined);
    const found = await findIdentity(ctx, { ...lookupOf(keys, identity), memberId });
    if (found !== undefined) return opened(found, key);
  }
  throw new Refusal("not_found", "This number was taken from the member since.");
}

/** Eleven digits out of an id, which has its share of chance. */
function numberFrom(id: string, tries: number): string {
  const chance = hash("sha256", `${id} ${tries}`, "buffer").readBigUInt64BE(0) % ELEVEN_DIGITS;
  return cardNumberFrom(String(chance).padStart(11, "0"));
}
