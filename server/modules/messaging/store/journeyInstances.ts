// All SQL on who stands where on which journey.
import type { JourneyOutcome } from "@fedele/core/journeys.ts";
import type { Database } from "../../../platform/database/database.ts";
import type { Ctx } from "../../../platform/database/transaction.ts";
import { timeText as iso, timeTextOrNull as isoOrNull } from "../../../platform/database/values.ts";
import type { Due } from "../../../platform/sweeping.ts";

export type MemberKey = Readonly<{ bucket: number; memberId: string }>;

export type InstanceRow = MemberKey &
  Readonly<{
    id: string;
    journeyId: string;
    version: number;
    /** '' for the member alone. */
    object: string;
    enteredBy: string;
    state: "waiting" | "ended";
    outcome: JourneyOutcome | null;
    stepId: string | null;
    stepAt: number | null;
    dueAt: number | null;
    /** How many steps were passed. */
    passed: number;
    enteredAt: number;
    endedAt: number | null;
  }>;

export type PassageRow = MemberKey &
  Readonly<{
    instanceId: string;
    place: number;
    journeyId: string;
    stepId: string;
    outcome: string;
    passedAt: number;
  }>;

type Row = {
  bucket: number;
  member_id: string;
  id: string;
  journey_id: string;
  version: number;
  object: string;
  entered_by: string;
  state: "waiting" | "ended";
  outcome: JourneyOutcome | null;
  step_id: string | null;
  step_at: number | null;
  due_at: number | null;
  passed: number;
  entered_at: number;
  ended_at: number | null;
};

const columns = `i.bucket, i.member_id, i.id, i.journey_id, i.version, i.object, i.entered_by, i.state, i.outcome,
  i.step_id, i.step_at, i.due_at, i.passed, i.entered_at, i.ended_at`;

/** A member with instances whose time has come. */
export type DueTraveller = Due & Readonly<{ instanceIds: readonly string[] }>;

/** Members of the buckets with a step whose time has come, in the order of bucket and member. */
export async function findDueTravellers(
  db: Database,
  place: Readonly<{ tenantId: string; buckets: readonly number[]; nowMs: number }>,
  after: Due | null,
  limit: number,
): Promise<DueTraveller[]> {
  const { rows } = await db.maintenance.query<{ bucket: number; member_id: string; ids: string[] }>(
    `select i.bucket, i.member_id, array_agg(i.id) as ids from journey_instances i
     join journeys j on j.tenant_id = i.tenant_id and j.id = i.journey_id and j.status = 'running'
     where i.bucket = any($2::smallint[]) and i.tenant_id = $1 and i.due_at <= $3
       and (i.bucket, i.member_id) > ($4::smallint, $5::uuid)
     group by i.bucket, i.member_id order by i.bucket, i.member_id limit $6`,
    [
      place.tenantId,
      place.buckets,
      iso(place.nowMs),
      after?.bucket ?? -1,
      after?.memberId ?? "00000000-0000-0000-0000-000000000000",
      limit,
    ],
  );
  return rows.map(({ bucket, member_id, ids }) => ({
    bucket,
    tenantId: place.tenantId,
    memberId: member_id,
    instanceIds: ids,
  }));
}

/** All that the members are led on now. Their facts are locked already. */
export async function findLive(ctx: Ctx, members: readonly MemberKey[]): Promise<InstanceRow[]> {
  const rows = await ctx.query<Row>(
    `select ${columns} from unnest($2::smallint[], $3::uuid[]) as m (bucket, member_id)
     join journey_instances i on i.bucket = m.bucket and i.tenant_id = $1 and i.member_id = m.member_id
       and i.state = 'waiting'
     order by i.id`,
    [ctx.tenantId, members.map(({ bucket }) => bucket), members.map(({ memberId }) => memberId)],
  );
  return rows.map(toInstance);
}

/** Of these instances those whose time has come still. Their members' facts are locked already. */
export async function findDue(ctx: Ctx, travellers: readonly DueTraveller[]): Promise<InstanceRow[]> {
  const places = travellers.flatMap(({ instanceIds, ...member }) => instanceIds.map((id) => ({ ...member, id })));
  const rows = await ctx.query<Row>(
    `select ${columns} from unnest($2::smallint[], $3::uuid[], $4::uuid[]) as m (bucket, member_id, id)
     join journey_instances i on i.bucket = m.bucket and i.tenant_id = $1 and i.member_id = m.member_id and i.id = m.id
     where i.state = 'waiting' and i.due_at <= $5
     order by i.id`,
    [
      ctx.tenantId,
      places.map(({ bucket }) => bucket),
      places.map(({ memberId }) => memberId),
      places.map(({ id }) => id),
      iso(ctx.now),
    ],
  );
  return rows.map(toInstance);
}

/** When each of the members was last let in, by journey and object. */
export async function findLastEntries(
  ctx: Ctx,
  members: readonly MemberKey[],
  journeyIds: readonly string[],
): Promise<Readonly<{ memberId: string; journeyId: string; object: string; enteredAt: number }>[]> {
  const rows = await ctx.query<{ member_id: string; journey_id: string; object: string; entered_at: number }>(
    `select i.member_id, i.journey_id, i.object, max(i.entered_at) as entered_at
     from unnest($2::smallint[], $3::uuid[]) as m (bucket, member_id)
     join journey_instances i on i.bucket = m.bucket and i.tenant_id = $1 and i.member_id = m.member_id
       and i.journey_id = any($4::uuid[])
     group by i.member_id, i.journey_id, i.object`,
    [ctx.tenantId, members.map(({ bucket }) => bucket), members.map(({ memberId }) => memberId), journeyIds],
  );
  return rows.map((row) => ({
    memberId: row.member_id,
    journeyId: row.journey_id,
    object: row.object,
    enteredAt: row.entered_at,
  }));
}

export async function insertInstances(ctx: Ctx, instances: readonly InstanceRow[]): Promise<void> {
  if (instances.length === 0) return;
  const { columnsOf, values } = unnested(instances);
  await ctx.query(
    `insert into journey_instances (tenant_id, bucket, member_id, id, journey_id, version, object, entered_by, state,
       outcome, step_id, step_at, due_at, passed, entered_at, ended_at)
     select $1, n.* from ${columnsOf} as n`,
    [ctx.tenantId, ...values],
  );
}

export async function saveInstances(ctx: Ctx, instances: readonly InstanceRow[]): Promise<void> {
  if (instances.length === 0) return;
  const { columnsOf, values } = unnested(instances);
  await ctx.query(
    `update journey_instances i set version = n.version, state = n.state, outcome = n.outcome, step_id = n.step_id,
       step_at = n.step_at, due_at = n.due_at, passed = n.passed, ended_at = n.ended_at
     from ${columnsOf} as n (bucket, member_id, id, journey_id, version, object, entered_by, state, outcome, step_id,
       step_at, due_at, passed, entered_at, ended_at)
     where i.bucket = n.bucket and i.tenant_id = $1 and i.member_id = n.member_id and i.id = n.id`,
    [ctx.tenantId, ...values],
  );
}

function unnested(instances: readonly InstanceRow[]): { columnsOf: string; values: unknown[] } {
  return {
    columnsOf: `unnest($2::smallint[], $3::uuid[], $4::uuid[], $5::uuid[], $6::integer[], $7::text[], $8::uuid[],
       $9::text[], $10::text[], $11::text[], $12::timestamptz[], $13::timestamptz[], $14::smallint[],
       $15::timestamptz[], $16::timestamptz[])`,
    values: [
      instances.map((it) => it.bucket),
      instances.map((it) => it.memberId),
      instances.map((it) => it.id),
      instances.map((it) => it.journeyId),
      instances.map((it) => it.version),
      instances.map((it) => it.object),
      instances.map((it) => it.enteredBy),
      instances.map((it) => it.state),
      instances.map((it) => it.outcome),
      instances.map((it) => it.stepId),
      instances.map((it) => isoOrNull(it.stepAt)),
      instances.map((it) => isoOrNull(it.dueAt)),
      instances.map((it) => it.passed),
      instances.map((it) => iso(it.enteredAt)),
      instances.map((it) => isoOrNull(it.endedAt)),
    ],
  };
}

export async function insertPassages(ctx: Ctx, passages: readonly PassageRow[]): Promise<void> {
  if (passages.length === 0) return;
  await ctx.query(
    `insert into journey_passages (tenant_id, bucket, member_id, instance_id, place, journey_id, step_id, outcome,
       passed_at)
     select $1, n.* from unnest($2::smallint[], $3::uuid[], $4::uuid[], $5::smallint[], $6::uuid[], $7::text[],
       $8::text[], $9::timestamptz[]) as n`,
    [
      ctx.tenantId,
      passages.map((it) => it.bucket),
      passages.map((it) => it.memberId),
      passages.map((it) => it.instanceId),
      passages.map((it) => it.place),
      passages.map((it) => it.journeyId),
      passages.map((it) => it.stepId),
      passages.map((it) => it.outcome),
      passages.map((it) => iso(it.passedAt)),
    ],
  );
}

/** A page of one member's, the latest first. */
export async function listInstances(
  ctx: Ctx,
  member: MemberKey,
  page: { before: string | null; limit: number },
): Promise<InstanceRow[]> {
  const rows = await ctx.query<Row>(
    `select ${columns} from journey_instances i
     where i.bucket = $2 and i.tenant_id = $1 and i.member_id = $3 and ($4::uuid is null or i.id < $4)
     order by i.id desc limit $5`,
    [ctx.tenantId, member.bucket, member.memberId, page.before, page.limit],
  );
  return rows.map(toInstance);
}

/** What was passed on the instances of one member, the oldest first. */
export async function findPassages(ctx: Ctx, member: MemberKey, ids: readonly string[]): Promise<PassageRow[]> {
  const rows = await ctx.query<{
    instance_id: string;
    place: number;
    journey_id: string;
    step_id: string;
    outcome: string;
    passed_at: number;
  }>(
    `select instance_id, place, journey_id, step_id, outcome, passed_at from journey_passages
     where bucket = $2 and tenant_id = $1 and member_id = $3 and instance_id = any($4::uuid[])
     order by instance_id, place`,
    [ctx.tenantId, member.bucket, member.memberId, ids],
  );
  return rows.map((row) => ({
    ...member,
    instanceId: row.instance_id,
    place: row.place,
    journeyId: row.journey_id,
    stepId: row.step_id,
    outcome: row.outcome,
    passedAt: row.passed_at,
  }));
}

export type Counted = Readonly<{ state: "waiting" | "ended"; outcome: JourneyOutcome | null; stepId: string | null }> &
  Readonly<{ count: number }>;

/** How many stand where. */
export async function countInstances(ctx: Ctx, journeyId: string, buckets: readonly number[]): Promise<Counted[]> {
  const rows = await ctx.query<{ state: Counted["state"]; outcome: JourneyOutcome; step_id: string; count: number }>(
    `/* scatter: a count over all of a journey's members */
     select state, outcome, step_id, count(*) as count from journey_instances
     where bucket = any($2::smallint[]) and tenant_id = $1 and journey_id = $3 group by state, outcome, step_id`,
    [ctx.tenantId, buckets, journeyId],
  );
  return rows.map(({ step_id, ...same }) => ({ ...same, stepId: step_id }));
}

/** How often each step was passed. */
export async function countPassages(
  ctx: Ctx,
  journeyId: string,
  buckets: readonly number[],
): Promise<ReadonlyMap<string, number>> {
  const rows = await ctx.query<{ step_id: string; count: number }>(
    `/* scatter: a count over all of a journey's members */
     select step_id, count(*) as count from journey_passages
     where bucket = any($2::smallint[]) and tenant_id = $1 and journey_id = $3 group by step_id`,
    [ctx.tenantId, buckets, journeyId],
  );
  return new Map(rows.map((row) => [row.step_id, row.count]));
}

/** Everybody who is underway is moved to a plan, or is let go where the journey ends. */
export async function moveUnderway(
  ctx: Ctx,
  journeyId: string,
  { buckets, version }: Readonly<{ buckets: readonly number[]; version: number }>,
): Promise<void> {
  await ctx.query(
    `/* scatter: a new plan for all of a journey's members */
     update journey_instances set version = $4
     where bucket = any($2::smallint[]) and tenant_id = $1 and journey_id = $3 and state = 'waiting'`,
    [ctx.tenantId, buckets, journeyId, version],
  );
}

export async function endUnderway(ctx: Ctx, journeyId: string, buckets: readonly number[]): Promise<void> {
  await ctx.query(
    `/* scatter: the end of a journey for all of its members */
     update journey_instances set state = 'ended', outcome = 'removed', step_id = null, due_at = null, ended_at = $4
     where bucket = any($2::smallint[]) and tenant_id = $1 and journey_id = $3 and state = 'waiting'`,
    [ctx.tenantId, buckets, journeyId, iso(ctx.now)],
  );
}

function toInstance(row: Row): InstanceRow {
  const { member_id, journey_id, entered_by, step_id, step_at, due_at, entered_at, ended_at, ...same } = row;
  return {
    ...same,
    memberId: member_id,
    journeyId: journey_id,
    enteredBy: entered_by,
    stepId: step_id,
    stepAt: step_at,
    dueAt: due_at,
    enteredAt: entered_at,
    endedAt: ended_at,
  };
}
