// Members and points of an older programme. Started again it goes on: what was opened is known by its business key.
import { hash } from "node:crypto";
import { type Ctx, inTransaction } from "../../../platform/database/transaction.ts";
import { bucketOf, newId } from "../../../platform/ids.ts";
import type { LaneCtx } from "../../../platform/lanes.ts";
import { Refusal } from "../../../platform/refusal.ts";
import type { Tenant } from "../../../platform/tenant.ts";
import { findMembersByIdentity, lookupOf, taken } from "../../members/identities.ts";
import { enrolMembers } from "../../members/members.ts";
import { businessKey } from "../incoming.ts";
import { type Opened, type Opening, openBalances } from "../openings.ts";
import { programmeOf } from "../programmes.ts";
import type { BalanceMapping } from "./balanceMapping.ts";
import { type OldMember, readOldMembers } from "./balanceRows.ts";
import { type ImportParts, refuseIfNothingWasRead, refuseIfStopped, type Tell } from "./imports.ts";
import type { Mistake } from "./mistakes.ts";

export const OPENINGS_PER_TRANSACTION = 300;
/** Positions of issuers are kept by lane; a command is one that writes alone. */
const LANE = 0;

export type BalanceImport = Readonly<{
  tenant: Tenant;
  file: string;
  mapping: BalanceMapping;
  tell: Tell;
  signal?: AbortSignal | undefined;
}>;

export type BalanceReport = Readonly<{
  opened: number;
  /** Members whose balance was opened before. */
  repeated: number;
  points: number;
  /** Points that were left out because their time is over. */
  expiredPoints: number;
  mistakes: Readonly<{ count: number; list: readonly Mistake[] }>;
  refused: readonly Mistake[];
}>;

/** Imports opening balances. Who is in the file twice gets both rows; who was imported before gets nothing again. */
export async function importBalances(parts: ImportParts, asked: BalanceImport): Promise<BalanceReport> {
  const { tenant, mapping, file, tell } = asked;
  tell({ step: "reading", done: 0, of: 1 });
  const now = parts.clock.now() + tenant.clockOffsetMs;
  const { list, mistakes } = await readOldMembers(file, mapping, tenant);
  refuseIfNothingWasRead(list.length, mistakes);
  const who = { tenantId: tenant.id, now, actor: "cli" };
  await inTransaction(parts.db, who, (ctx) => refuseUnknownTiers(ctx, list));
  const counts = { opened: 0, repeated: 0, points: 0, expiredPoints: 0 };
  const refused: Mistake[] = [];
  for (let from = 0; from < list.length; from += OPENINGS_PER_TRANSACTION) {
    refuseIfStopped(asked.signal);
    const group = list.slice(from, from + OPENINGS_PER_TRANSACTION);
    const outcomes = await inTransaction(parts.db, who, (ctx) => openGroup(ctx, parts, asked, group));
    for (const [index, member] of group.entries()) {
      const outcome = outcomes[index];
      if (outcome instanceof Refusal) refused.push({ row: member.row, words: outcome.message });
      if (outcome === "repeated") counts.repeated += 1;
      if (outcome !== "opened") continue;
      counts.opened += 1;
      for (const lot of member.lots) counts[isOver(lot, now) ? "expiredPoints" : "points"] += lot.points;
    }
    tell({ step: "recording", done: Math.min(from + OPENINGS_PER_TRANSACTION, list.length), of: list.length });
  }
  return { ...counts, refused, mistakes: { count: mistakes.count(), list: mistakes.list } };
}

/** Before anything is written: a tier that is not there is a mistake of the mapping or of the programme. */
async function refuseUnknownTiers(ctx: Ctx, list: readonly OldMember[]): Promise<void> {
  const { currentTiers } = await programmeOf(ctx);
  const codes = currentTiers.tiers.map(({ code }) => code);
  const wrong = list.find(({ tier }) => tier !== null && !codes.includes(tier.code));
  if (wrong?.tier == null) return;
  const has = codes.length === 0 ? "It has none." : `It has: ${codes.join(", ")}.`;
  throw new Refusal("invalid", `Row ${wrong.row}: the programme has no tier "${wrong.tier.code}". ${has}`);
}

/** Finds or enrols the members of a group and opens their balances, all or nothing. */
async function openGroup(
  ctx: Ctx,
  parts: ImportParts,
  { tenant, mapping }: BalanceImport,
  group: readonly OldMember[],
): Promise<Opened[]> {
  const keys = await parts.sealer.keysOf(ctx);
  const memberIds = await memberIdsOf(ctx, parts, tenant, group);
  const openings = group.map((member, index): Opening | Refusal => {
    const memberId = memberIds[index] ?? noMember();
    if (memberId instanceof Refusal) return memberId;
    const document = lookupOf(keys, member.identity).valueHash.toString("base64url");
    const bucket = bucketOf(memberId);
    return {
      key: businessKey({ source: mapping.name, document, part: "opening" }, tenant),
      fingerprint: fingerprintOf(member),
      id: newId(ctx.now, bucket),
      bucket,
      memberId,
      lots: member.lots.filter((lot) => !isOver(lot, ctx.now)),
      tier: member.tier,
    };
  });
  return openInRounds({ ...ctx, lane: LANE }, openings, { tenant, pointsType: mapping.pointsType });
}

/** Who is a member already, and the others as they are enrolled. Whose second identity is another's is refused. */
async function memberIdsOf(
  ctx: Ctx,
  { sealer }: ImportParts,
  tenant: Tenant,
  group: readonly OldMember[],
): Promise<(string | Refusal)[]> {
  const known = await findMembersByIdentity(
    ctx,
    sealer,
    group.map(({ identity }) => identity),
  );
  const strangers = group.filter((_member, index) => known[index] === undefined);
  const enrolments = strangers.map(({ identity, others, name }) => ({
    identities: [identity, ...others].map(({ kind, value }) => ({ kind, value })),
    ...(name === undefined ? {} : { name }),
  }));
  const enrolled = enrolments.length === 0 ? [] : await enrolMembers(ctx, { sealer, tenant }, enrolments);
  const outcomes = new Map(strangers.map((member, index) => [member, enrolled[index]]));
  return group.map((member, index) => {
    const outcome = outcomes.get(member);
    if (outcome === undefined) return known[index] ?? noMember();
    return outcome.state === "enrolled" ? outcome.memberId : taken(outcome.kind);
  });
}

/** A member whom the file knows by two names has two openings: they are booked one after the other. */
async function openInRounds(
  ctx: LaneCtx,
  openings: readonly (Opening | Refusal)[],
  home: Parameters<typeof openBalances>[2],
): Promise<Opened[]> {
  const outcomes = new Map<Opening, Opened>();
  let waiting = openings.flatMap((opening) => (opening instanceof Refusal ? [] : [opening]));
  while (waiting.length > 0) {
    const round = [...new Map(waiting.map((opening) => [opening.memberId, opening])).values()];
    const opened = await openBalances(ctx, round, home);
    for (const [index, opening] of round.entries()) outcomes.set(opening, opened[index] ?? noMember());
    waiting = waiting.filter((opening) => !outcomes.has(opening));
  }
  return openings.map((opening) => (opening instanceof Refusal ? opening : (outcomes.get(opening) ?? noMember())));
}

function noMember(): Refusal {
  return new Refusal("conflict", "The member was enrolled by somebody else just now; import the file again.");
}

function isOver({ expiresAt }: OldMember["lots"][number], nowMs: number): boolean {
  return expiresAt !== undefined && expiresAt <= nowMs;
}

/** What the file says, expired points too: the same file must be the same next year. */
function fingerprintOf({ lots, tier }: OldMember): string {
  const told = lots.map(({ points, expiresAt }) => [points, expiresAt ?? null]);
  return hash("sha256", JSON.stringify([told, tier]), "buffer")
    .subarray(0, 16)
    .toString("base64");
}
