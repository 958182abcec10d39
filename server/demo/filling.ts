// Brings a story into its tenant by the same verbs as everyone's traffic, slice by slice at the time of its days: so
// the ledger, tiers and explanations are what they would be, had it happened. After kill -9 it goes on where it was:
// documents, members and rewards are known again by their keys, and the lives are made anew out of the seed.
import { setImmediate as breathe, setTimeout as pause } from "node:timers/promises";
import { sweepTenants } from "../background.ts";
import type { Catalog } from "../modules/catalog/catalog.ts";
import { findMembersByIdentity } from "../modules/members/identities.ts";
import type { Recorded } from "../modules/programme/activities.ts";
import { recordActivities } from "../modules/programme/activities.ts";
import { incomingActivity } from "../modules/programme/incoming.ts";
import type { NewActivity } from "../modules/programme/newActivity.ts";
import { saveStoryDone } from "../modules/tenants/tenants.ts";
import type { Parts } from "../parts.ts";
import { commitWithoutWaiting, inTransaction, type Who } from "../platform/database/transaction.ts";
import { type LaneCtx, type Lanes, openLanes } from "../platform/lanes.ts";
import type { Refusal } from "../platform/refusal.ts";
import type { Tenant, TenantStory } from "../platform/tenant.ts";
import type { Told } from "./days.ts";
import { enrol } from "./enrolling.ts";
import { type Deed, type Life, lifeOf } from "./lives.ts";
import { setScene } from "./setting.ts";
import { cohortsOf, type Story, stepsOf } from "./story.ts";
import { takeAll } from "./taking.ts";

const DAY_MS = 86_400_000;
/** The demo's postings are a lane of their own, so that they wait for nobody's slots. */
const DEMO_LANE = 69;
/** Lives that are made in one turn of the event loop: 25 take about 10 ms here. */
const LIVES_AT_A_TIME = 25;
const SOUGHT_AT_A_TIME = 500;

export type FillParts = Pick<Parts, "db" | "clock" | "log" | "sealer" | "catalogs" | "relay">;

export type Pace = {
  /** Of the time that a step took, so much is left to others after it. 0: as fast as it goes. */
  readonly rest: number;
  /** Aborted when the server stops. What is in stays, and the next start goes on. */
  readonly signal: AbortSignal;
};

/** Whose story it is, and what it is told by. */
type Scene = {
  readonly parts: FillParts;
  readonly tenant: Tenant;
  readonly told: Told;
  readonly catalog: Catalog;
  readonly lanes: Lanes<NewActivity, Recorded>;
  readonly pace: Pace;
};

/** Fills what is missing of a tenant's story. True when all of it is in. */
export async function fillStory(
  parts: FillParts,
  asked: { tenant: Tenant; story: Story; pace: Pace },
): Promise<boolean> {
  const { tenant, story, pace } = asked;
  const at = tenant.story;
  if (at === undefined) throw new Error(`the tenant ${tenant.slug} tells no story`);
  if (at.done === at.steps) return true;
  const told = { story, seed: at.seed, nowMs: at.toldAt };
  if (at.done === undefined) await setUp(parts, tenant, told);
  const lanes = openLanes<NewActivity, Recorded>({
    laneCount: 1,
    connect: () => parts.db.connectLane(),
    work: recordUnhurried,
    committed: parts.relay.nudge,
  });
  try {
    const catalog = await parts.catalogs.of(tenant.id);
    const isTold = await live({ parts, tenant, told, catalog, lanes, pace }, at);
    if (!isTold) return false;
  } finally {
    await lanes.close();
  }
  await sweepTenants(parts, [tenant]);
  return note({ parts, tenant }, at.steps, parts.clock.now());
}

function recordUnhurried(ctx: LaneCtx, activities: readonly NewActivity[]): Promise<(Recorded | Refusal)[]> {
  commitWithoutWaiting(ctx);
  return recordActivities({ ...ctx, lane: DEMO_LANE }, activities);
}

async function setUp({ db, sealer, catalogs }: FillParts, tenant: Tenant, told: Told): Promise<void> {
  const { story, nowMs } = told;
  await inTransaction(db, whoAt(tenant, nowMs - story.days * DAY_MS), async (ctx) => {
    await setScene(ctx, { story, tenant, keys: await sealer.keysOf(ctx), nowMs });
    await saveStoryDone(ctx, 0);
  });
  catalogs.forget(tenant.id);
}

/** Cohort by cohort, and each of them slice by slice. False where it was ended before the end. */
async function live(scene: Scene, { done: begun = 0 }: TenantStory): Promise<boolean> {
  const { told, pace } = scene;
  const { slices } = told.story;
  const firstCohort = Math.floor(begun / slices);
  for (let cohort = firstCohort; cohort < cohortsOf(told.story); cohort += 1) {
    const first = Math.max(0, begun - cohort * slices);
    const lives = await cohortOf(scene, cohort);
    // Whoever joined in a slice that was cut off before it was noted is known already.
    const ids = cohort === firstCohort ? await knownAmong(scene, lives) : new Map<string, string>();
    for (const [index, slice] of slicesOf(lives, slices).entries()) {
      if (index < first) continue;
      if (pace.signal.aborted) return false;
      const startedAt = performance.now();
      await liveThrough(scene, slice, ids);
      const step = cohort * slices + index + 1;
      if (step < stepsOf(told.story) && !(await note(scene, step, told.nowMs))) return false;
      if (pace.rest > 0) await restFor((performance.now() - startedAt) * pace.rest, pace.signal);
    }
  }
  return true;
}

async function cohortOf({ told }: Scene, cohort: number): Promise<Life[]> {
  const { members, cohort: size } = told.story;
  const lives: Life[] = [];
  for (let index = cohort * size; index < Math.min(members, (cohort + 1) * size); index += 1) {
    lives.push(lifeOf(told, index));
    if (lives.length % LIVES_AT_A_TIME === 0) await breathe();
  }
  return lives;
}

/** What happens one after the other; the time of the last of it is when all of it is booked. */
type Slice = { readonly joining: readonly Life[]; readonly deeds: readonly Owned[] };
type Owned = { readonly deed: Deed; readonly number: string };

/** So many slices with as much in each of them, in the order of time. */
function slicesOf(lives: readonly Life[], slices: number): Slice[] {
  const all = lives.flatMap((life): Happening[] => [
    { at: life.joinedAt, joining: [life], deeds: [] },
    ...life.deeds.map((deed) => ({ at: deed.at, joining: [], deeds: [{ deed, number: life.person.number }] })),
  ]);
  all.sort((one, other) => one.at - other.at);
  const size = Math.ceil(all.length / slices);
  return Array.from({ length: slices }, (_, index) => {
    const some = all.slice(index * size, (index + 1) * size);
    return { joining: some.flatMap(({ joining }) => joining), deeds: some.flatMap(({ deeds }) => deeds) };
  });
}

type Happening = Slice & { readonly at: number };

async function knownAmong({ parts, tenant, told }: Scene, lives: readonly Life[]): Promise<Map<string, string>> {
  const known = new Map<string, string>();
  for (let from = 0; from < lives.length; from += SOUGHT_AT_A_TIME) {
    const some = lives.slice(from, from + SOUGHT_AT_A_TIME).map(({ person }) => person.number);
    const found = await inTransaction(parts.db, whoAt(tenant, told.nowMs), (ctx) =>
      findMembersByIdentity(
        ctx,
        parts.sealer,
        some.map((value) => ({ kind: "number", value })),
      ),
    );
    for (const [index, number] of some.entries()) {
      const id = found[index];
      if (id !== undefined) known.set(number, id);
    }
  }
  return known;
}

async function liveThrough(scene: Scene, { joining, deeds }: Slice, ids: Map<string, string>): Promise<void> {
  const { parts, tenant } = scene;
  const strangers = joining.filter(({ person }) => !ids.has(person.number));
  if (strangers.length > 0) {
    const now = Math.max(...strangers.map(({ joinedAt, agreedAt = 0 }) => Math.max(joinedAt, agreedAt)));
    const enrolled = await inTransaction(parts.db, whoAt(tenant, now), (ctx) =>
      enrol(ctx, { sealer: parts.sealer, tenant }, strangers),
    );
    for (const [number, id] of enrolled) ids.set(number, id);
  }
  const now = Math.max(0, ...deeds.map(({ deed }) => deed.at));
  await record(scene, deeds, ids, now);
  const takings = deeds.flatMap(({ deed, number }) => {
    const memberId = ids.get(number);
    return memberId === undefined || deed.kind === "activity" ? [] : [{ memberId, deed }];
  });
  await takeAll(parts, { tenant, now, story: scene.told.story }, takings);
}

/** All that was done in a slice is asked for at once, so that it is one batch. */
async function record(scene: Scene, deeds: readonly Owned[], ids: ReadonlyMap<string, string>, now: number) {
  const { tenant, catalog, lanes } = scene;
  await Promise.all(
    deeds.map(({ deed, number }) => {
      const memberId = ids.get(number);
      if (deed.kind !== "activity" || memberId === undefined) return undefined;
      // Its id tells the time at which it happened, so that a member's history is in order.
      const home = { tenant, catalog, now: deed.at };
      const activity = incomingActivity({ ...deed.told, member: { number } }, memberId, home);
      const { key, fingerprint, bucket } = activity;
      const place = { tenantId: tenant.id, now, bucket, key: key.document, fingerprint };
      return lanes.run({ ...place, input: activity });
    }),
  );
}

/** False once the demo was cleared away: there is nobody left to tell it to. */
function note({ parts, tenant }: Pick<Scene, "parts" | "tenant">, done: number, now: number): Promise<boolean> {
  return inTransaction(parts.db, whoAt(tenant, now), (ctx) => {
    commitWithoutWaiting(ctx);
    return saveStoryDone(ctx, done);
  });
}

function whoAt(tenant: Tenant, now: number): Who {
  return { tenantId: tenant.id, now, actor: "system" };
}

async function restFor(ms: number, signal: AbortSignal): Promise<void> {
  await pause(ms, undefined, { signal }).catch(() => undefined);
}
