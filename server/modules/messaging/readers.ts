// All that is asked about whom a batch of messages is for, in a few statements however many they are.

import { FREQUENCY_DAYS } from "@fedele/core/messageGates.ts";
import { type MessageScope, messageScope } from "@fedele/core/messageVariables.ts";
import type { Language } from "@fedele/core/sentences.ts";
import { effectiveTier } from "@fedele/core/tiers.ts";
import type { MessageSettings } from "@fedele/sdk/schemas/messagePreference.ts";
import { messageChannels } from "@fedele/sdk/schemas/messageTemplate.ts";
import type { Ctx } from "../../platform/database/transaction.ts";
import { bucketOf } from "../../platform/ids.ts";
import { Refusal } from "../../platform/refusal.ts";
import type { MemberKey, Sealer, TenantKeys } from "../../platform/sealing.ts";
import type { Tenant } from "../../platform/tenant.ts";
import { readWallets } from "../ledger/statements.ts";
import { whoAgrees } from "../members/consents.ts";
import { findAllFacts, type MemberRecord } from "../members/facts.ts";
import { memberKeysOf } from "../members/keyring.ts";
import { findMembers, type Member } from "../members/members.ts";
import { messageSettingsOf } from "./messageSettings.ts";
import { countRecent } from "./store/deliveries.ts";
import { findPreferences, findSuppressions, type PreferenceRow } from "./store/preferences.ts";
import { addressesOf } from "./suppressions.ts";
import { writeLetterToken } from "./unsubscribing.ts";

const DAY_MS = 86_400_000;

export type Home = Readonly<{ sealer: Sealer; tenant: Tenant; publicUrl: string }>;

export type Readers = Readonly<{
  keys: TenantKeys;
  memberKeys: ReadonlyMap<string, MemberKey>;
  members: ReadonlyMap<string, Member>;
  /** By channel, who agreed to be written to there. */
  agreed: ReadonlyMap<string, ReadonlySet<string>>;
  preferences: ReadonlyMap<string, PreferenceRow>;
  /** As `channel hash`. */
  suppressed: ReadonlySet<string>;
  recent: ReadonlyMap<string, number>;
  settings: MessageSettings;
  records: ReadonlyMap<string, MemberRecord>;
  points: ReadonlyMap<string, number>;
}>;

export async function readersOf(ctx: Ctx, { sealer, tenant }: Home, memberIds: readonly string[]): Promise<Readers> {
  const ids = [...new Set(memberIds)];
  const places = ids.map((memberId) => ({ bucket: bucketOf(memberId), memberId }));
  const [keys, memberKeys, found, preferences, recent, settings, records, wallets] = await Promise.all([
    sealer.keysOf(ctx),
    memberKeysOf(ctx, sealer, ids),
    findMembers(ctx, sealer, ids),
    findPreferences(ctx, ids),
    countRecent(ctx, ids, ctx.now - FREQUENCY_DAYS * DAY_MS),
    messageSettingsOf(ctx),
    findAllFacts(ctx, places),
    readWallets(
      ctx,
      places.map((place) => ({ ...place, zone: tenant.timezone })),
    ),
  ]);
  const [suppressed, ...agreed] = await Promise.all([
    findSuppressions(
      ctx,
      found.flatMap((member) => addressesOf(keys, member)),
    ),
    ...messageChannels.map((channel) => whoAgrees(ctx, found, channel)),
  ]);
  return {
    keys,
    memberKeys,
    members: new Map(found.map((member) => [member.id, member])),
    agreed: new Map(messageChannels.map((channel, index) => [channel, agreed[index] ?? new Set<string>()])),
    preferences,
    suppressed: new Set(suppressed.map(({ channel, hash }) => suppressionKey(channel, hash))),
    recent,
    settings,
    records: new Map(records.map((record) => [record.memberId, record])),
    points: new Map(ids.map((id, index) => [id, pointsIn(wallets[index])])),
  };
}

export function suppressionKey(channel: string, hash: Buffer): string {
  return `${channel} ${hash.toString("base64url")}`;
}

/** What can be spent now, of the first type that can. */
function pointsIn(view: Awaited<ReturnType<typeof readWallets>>[number] | undefined): number {
  if (view === undefined || view instanceof Refusal) return 0;
  return view.find(({ type }) => type.spendable)?.balance.spendable ?? 0;
}

/** What a letter to this member may say of them. */
export function scopeFor(
  ctx: Ctx,
  { tenant, publicUrl }: Home,
  readers: Readers,
  to: Readonly<{ memberId: string; deliveryId: string; language: Language }>,
): MessageScope {
  const { memberId, deliveryId, language } = to;
  const record = readers.records.get(memberId);
  const leave = `${publicUrl}/u/${writeLetterToken(readers.keys, { tenantId: ctx.tenantId, memberId, deliveryId })}`;
  return messageScope({
    language,
    name: readers.members.get(memberId)?.name,
    points: readers.points.get(memberId) ?? 0,
    tier: record === undefined ? undefined : (effectiveTier(record.standing, ctx.now) ?? undefined),
    shop: tenant.name,
    links: { portal: `${publicUrl}/p/${tenant.slug}`, preferences: leave, unsubscribe: leave },
  });
}
