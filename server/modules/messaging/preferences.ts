// What a member wants to get: a yes or no for each topic and channel, a pause, and how much a week. Silence is a yes to
// a topic, and needs a consent to the channel all the same.
import { isTimezone } from "@fedele/core/calendar.ts";
import type { PreferenceChange, Preferences } from "@fedele/sdk/schemas/messagePreference.ts";
import { messageChannels } from "@fedele/sdk/schemas/messageTemplate.ts";
import type { Ctx } from "../../platform/database/transaction.ts";
import type { LaneCtx } from "../../platform/lanes.ts";
import { invalid } from "../../platform/places.ts";
import type { Sealer } from "../../platform/sealing.ts";
import type { Erasing } from "../members/erasures.ts";
import { getMember } from "../members/members.ts";
import type { MergingPart } from "../members/merges.ts";
import * as store from "./store/preferences.ts";
import { addressesOf } from "./suppressions.ts";
import { topicsOf } from "./topics.ts";

/** The furthest end of a pause: whoever wants nothing at all for longer takes back the consent. */
export const PAUSE_DAYS_MAX = 366;
const DAY_MS = 86_400_000;

export async function preferencesOf(ctx: Ctx, sealer: Sealer, memberId: string): Promise<Preferences> {
  const [member, topics, said, keys] = await Promise.all([
    getMember(ctx, sealer, memberId),
    topicsOf(ctx),
    store.findPreferences(ctx, [memberId]),
    sealer.keysOf(ctx),
  ]);
  const suppressed = await store.findSuppressions(ctx, addressesOf(keys, member));
  const own = said.get(memberId);
  return {
    choices: topics.flatMap(({ code, names, purpose }) =>
      purpose === "transactional"
        ? []
        : messageChannels.map((channel) => ({
            topic: code,
            names: { ...names },
            channel,
            isWanted: own?.refused.includes(choiceOf(code, channel)) !== true,
          })),
    ),
    pausedUntil: pauseAt(own?.pausedUntil ?? null, ctx.now),
    weeklyMax: own?.weeklyMax ?? null,
    timezone: own?.timezone ?? null,
    suppressed: suppressed.map(({ channel, reason, since }) => ({
      channel,
      reason,
      since: new Date(since).toISOString(),
    })),
  };
}

/** A pause that is over is none. */
function pauseAt(until: number | null, nowMs: number): string | null {
  return until === null || until <= nowMs ? null : new Date(until).toISOString();
}

export async function changePreferences(
  ctx: Ctx,
  sealer: Sealer,
  memberId: string,
  change: PreferenceChange,
): Promise<void> {
  // Whoever is no member is not found, before anything is written down about them.
  await getMember(ctx, sealer, memberId);
  const topics = await topicsOf(ctx);
  for (const [index, { topic }] of (change.choices ?? []).entries()) {
    const known = topics.find(({ code }) => code === topic);
    if (known === undefined) throw invalid(`choices[${index}].topic`, `There is no topic "${topic}".`);
    if (known.purpose === "transactional") {
      throw invalid(`choices[${index}].topic`, "This is what the member is owed; nobody can say no to it.");
    }
  }
  if (typeof change.timezone === "string" && !isTimezone(change.timezone)) {
    throw invalid("timezone", `There is no time zone "${change.timezone}".`);
  }
  const pausedUntil = pauseAsked(ctx, change.pausedUntil);
  const was = await store.lockPreferences(ctx, memberId);
  await store.savePreferences(ctx, {
    memberId,
    refused: refusedAfter(was.refused, change.choices ?? []),
    pausedUntil: pausedUntil === undefined ? was.pausedUntil : pausedUntil,
    weeklyMax: change.weeklyMax === undefined ? was.weeklyMax : change.weeklyMax,
    timezone: change.timezone === undefined ? was.timezone : change.timezone,
  });
}

function pauseAsked(ctx: Ctx, text: string | null | undefined): number | null | undefined {
  if (text === undefined || text === null) return text;
  const until = Date.parse(text);
  if (until > ctx.now && until <= ctx.now + PAUSE_DAYS_MAX * DAY_MS) return until;
  throw invalid("pausedUntil", `A pause ends in the future, within ${PAUSE_DAYS_MAX} days.`);
}

function refusedAfter(was: readonly string[], choices: NonNullable<PreferenceChange["choices"]>): string[] {
  const refused = new Set(was);
  for (const { topic, channel, isWanted } of choices) {
    if (isWanted) refused.delete(choiceOf(topic, channel));
    else refused.add(choiceOf(topic, channel));
  }
  return [...refused].sort();
}

/** As it is kept. */
export function choiceOf(topic: string, channel: string): string {
  return `${topic}/${channel}`;
}

/** The member's addresses on a channel may be written to again: somebody has cleared up why not. */
export async function liftSuppressions(
  ctx: Ctx,
  sealer: Sealer,
  { memberId, channel }: { readonly memberId: string; readonly channel: string },
): Promise<void> {
  const [member, keys] = await Promise.all([getMember(ctx, sealer, memberId), sealer.keysOf(ctx)]);
  const own = addressesOf(keys, member).filter((address) => address.channel === channel);
  await store.deleteSuppressions(ctx, own);
}

/** The messages' share of an erasure. What stays of deliveries are ids; dead addresses stay dead. */
export function forgetPreferences(ctx: LaneCtx, { memberId }: Erasing): Promise<void> {
  return store.deletePreferences(ctx, memberId);
}

/** Of two members who become one the stricter word counts. */
export const preferencesMerging: MergingPart = {
  merge: async (ctx, { from, into }) => {
    const theirs = (await store.findPreferences(ctx, [from.memberId])).get(from.memberId);
    if (theirs === undefined) return undefined;
    const mine = await store.lockPreferences(ctx, into.memberId);
    const least = [mine.weeklyMax, theirs.weeklyMax].filter((max) => max !== null);
    await store.savePreferences(ctx, {
      ...mine,
      refused: [...new Set([...mine.refused, ...theirs.refused])].sort(),
      pausedUntil: Math.max(mine.pausedUntil ?? 0, theirs.pausedUntil ?? 0) || null,
      weeklyMax: least.length === 0 ? null : Math.min(...least),
    });
    return undefined;
  },
};
