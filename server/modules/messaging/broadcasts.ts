// One message to an audience: drafted, begun now or later, paused, edited, gone on with, given up. Who gets it is
// walked through by broadcastWalk.ts; what becomes of each message is the messenger's.

import { skipReasons } from "@fedele/core/messageGates.ts";
import { SPLIT_OF, splitLikelihood, variantNames } from "@fedele/core/messageSplit.ts";
import { BROADCASTS_MAX, type BroadcastChange, type Funnel, type NewBroadcast } from "@fedele/sdk/schemas/broadcast.ts";
import type { Ctx } from "../../platform/database/transaction.ts";
import { invalid } from "../../platform/places.ts";
import { Refusal } from "../../platform/refusal.ts";
import type { Tenant } from "../../platform/tenant.ts";
import { bucketsOf, conditionsOf } from "../members/segments.ts";
import type { BroadcastRow } from "./store/broadcasts.ts";
import * as store from "./store/broadcasts.ts";
import { findTemplates } from "./templates.ts";

export type { BroadcastRow } from "./store/broadcasts.ts";

export async function draftBroadcast(ctx: Ctx, id: string, asked: NewBroadcast): Promise<void> {
  const templates = await findTemplates(
    ctx,
    asked.variants.map(({ templateId }) => templateId),
  );
  for (const [index, { templateId }] of asked.variants.entries()) {
    const template = templates.find((one) => one.id === templateId);
    if (template === undefined) {
      throw new Refusal("not_found", "There is no such template.", { field: `variants[${index}].templateId` });
    }
    if (template.status === "ended") throw invalid(`variants[${index}].templateId`, "This template has ended.");
  }
  if (new Set(templates.map(({ channel, topic }) => `${channel} ${topic}`)).size > 1) {
    throw invalid("variants", "What is compared goes by one channel and is about one topic.");
  }
  if ((await store.countBroadcasts(ctx)) >= BROADCASTS_MAX) {
    throw new Refusal("conflict", `There are at most ${BROADCASTS_MAX} broadcasts.`);
  }
  const { name, variants, holdout = 0, perMinute = null, inOwnZone = false } = asked;
  const about = { id, name, variants, audience: conditionsOf(asked.audience), holdout, perMinute, inOwnZone };
  await store.insertBroadcast(ctx, { ...about, ...nothingYet, createdAt: ctx.now, changedAt: ctx.now });
}

const nothingYet = {
  status: "draft",
  scheduledAt: null,
  placeBucket: null,
  placeMember: null,
  planned: 0,
  spreadAt: null,
  advancedAt: null,
  startedAt: null,
  finishedAt: null,
} as const;

export async function getBroadcast(ctx: Ctx, id: string): Promise<BroadcastRow> {
  const [broadcast] = await store.findBroadcasts(ctx, [id]);
  if (broadcast === undefined) throw noSuchBroadcast();
  return broadcast;
}

export function listBroadcasts(ctx: Ctx, page: { before: string | null; limit: number }): Promise<BroadcastRow[]> {
  return store.listBroadcasts(ctx, page);
}

/**
 * What does not run may be changed. With another audience the walk begins anew: whoever has a message already has it,
 * and whoever is not meant any more is skipped when theirs is due.
 */
export async function changeBroadcast(ctx: Ctx, id: string, change: BroadcastChange): Promise<void> {
  const was = await locked(ctx, id, ["draft", "scheduled", "paused", "late"], "change");
  const audience = change.audience === undefined ? undefined : conditionsOf(change.audience);
  await store.saveBroadcast(ctx, {
    ...was,
    name: change.name ?? was.name,
    perMinute: change.perMinute === undefined ? was.perMinute : change.perMinute,
    ...(audience === undefined ? {} : { audience, placeBucket: null, placeMember: null, spreadAt: null }),
  });
}

/** Now, or at a moment that is not over. */
export async function startBroadcast(ctx: Ctx, id: string, at: number | undefined): Promise<void> {
  const was = await locked(ctx, id, ["draft", "scheduled"], "start");
  if (at !== undefined && at < ctx.now) throw invalid("at", "This moment is over; leave it out to begin now.");
  await store.saveBroadcast(ctx, { ...was, status: "scheduled", scheduledAt: at ?? ctx.now });
}

/** What is under way is still sent; nothing else is. */
export async function pauseBroadcast(ctx: Ctx, id: string): Promise<void> {
  const was = await locked(ctx, id, ["scheduled", "running"], "pause");
  await store.saveBroadcast(ctx, { ...was, status: "paused" });
}

/** Goes on where it stopped, also with what is late: somebody has looked at it. */
export async function resumeBroadcast(ctx: Ctx, tenant: Tenant, id: string): Promise<void> {
  const was = await locked(ctx, id, ["paused", "late"], "resume");
  const isAhead = was.startedAt === null && was.scheduledAt !== null && was.scheduledAt > ctx.now;
  const next = isAhead
    ? { status: "scheduled" as const }
    : { status: "running" as const, startedAt: was.startedAt ?? ctx.now, advancedAt: ctx.now };
  await store.saveBroadcast(ctx, { ...was, ...next });
  await store.unpark(ctx, { id, buckets: bucketsOf(tenant), perMinute: was.perMinute });
}

/** Nothing more is sent of it, for good. */
export async function cancelBroadcast(ctx: Ctx, tenant: Tenant, id: string): Promise<void> {
  const was = await locked(ctx, id, ["draft", "scheduled", "running", "paused", "late"], "cancel");
  await store.saveBroadcast(ctx, { ...was, status: "cancelled", finishedAt: ctx.now });
  await store.skipParked(ctx, { id, buckets: bucketsOf(tenant) });
}

async function locked(
  ctx: Ctx,
  id: string,
  from: readonly BroadcastRow["status"][],
  verb: string,
): Promise<BroadcastRow> {
  const broadcast = await store.lockBroadcast(ctx, id);
  if (broadcast === undefined) throw noSuchBroadcast();
  if (from.includes(broadcast.status)) return broadcast;
  throw new Refusal("conflict", `A broadcast that is ${broadcast.status} cannot ${verb}; ${from.join(", ")} can.`);
}

type Group = Funnel["groups"][number];
const emptyGroup = { planned: 0, waiting: 0, sent: 0, kept: 0, bounced: 0, failed: 0, skipped: 0 };
const columnOf = {
  queued: "waiting",
  sent: "sent",
  delivered: "sent",
  kept: "kept",
  bounced: "bounced",
  failed: "failed",
  skipped: "skipped",
} as const;

/** Every message is counted once, so that the sums come out. */
export async function funnelOf(ctx: Ctx, tenant: Tenant, id: string): Promise<Funnel> {
  const broadcast = await getBroadcast(ctx, id);
  const tally = await store.tallyDeliveries(ctx, { id, buckets: bucketsOf(tenant) });
  const names: Group["variant"][] = [...variantNames.slice(0, broadcast.variants.length)];
  if (broadcast.holdout > 0) names.push("holdout");
  const groups = names.map((variant): Group => {
    const group = { variant, ...emptyGroup };
    for (const { status, messages } of tally.filter((row) => row.variant === variant)) {
      group[columnOf[status]] += messages;
      group.planned += messages;
    }
    return group;
  });
  const skipped = skipReasons.flatMap((reason) => {
    const rows = tally.filter((row) => row.reason === reason);
    return rows.length === 0 ? [] : [{ reason, messages: rows.reduce((sum, row) => sum + row.messages, 0) }];
  });
  return { groups, skipped, splitLikelihood: likelihoodOf(broadcast, groups) };
}

function likelihoodOf({ variants, holdout }: BroadcastRow, groups: readonly Group[]): number {
  const sum = variants.reduce((all, { weight }) => all + weight, 0);
  const weights = variants.map(({ weight }) => ((SPLIT_OF - holdout) * weight) / sum);
  return splitLikelihood(
    groups.map(({ planned }) => planned),
    holdout > 0 ? [...weights, holdout] : weights,
  );
}

function noSuchBroadcast(): Refusal {
  return new Refusal("not_found", "There is no such broadcast.");
}
