// What a step of a journey costs where a million wait, beside where ten thousand do.
import { sweepJourneys } from "../server/modules/messaging/journeySweeps.ts";
import { addJourney, changeJourney } from "../server/modules/messaging/journeys.ts";
import { connect } from "../server/platform/database/connections.ts";
import { inTransaction } from "../server/platform/database/transaction.ts";
import { newId } from "../server/platform/ids.ts";
import { alternate, median, ratioOf } from "./figures.ts";
import { atMost, type Row, written } from "./rows.ts";
import { MEMBERS, openSite, type Site } from "./site.ts";

const STEPS = 10_000;
const OBJECTS = 10;

/** Two days, one after the other: whoever passes the first waits at the second, and is put back for the next round. */
const plan = {
  entry: { kind: "event", event: "member.enrolled" },
  reentry: { kind: "once" },
  start: "one",
  steps: [
    { id: "one", kind: "delay", wait: { amount: 1, unit: "days" }, next: "two" },
    { id: "two", kind: "delay", wait: { amount: 1, unit: "days" }, next: null },
  ],
} as const;

export async function journeyRows(rounds: number): Promise<Row[]> {
  const [large, small] = [await openSite(), await openSite()];
  try {
    await fill(large, { members: MEMBERS, objects: OBJECTS });
    await fill(small, { members: STEPS, objects: 1 });
    const [many = [], few = []] = await alternate(rounds, [() => sweep(large), () => sweep(small)]);
    const rate = (times: readonly number[]) => written(STEPS / median(times));
    return [
      {
        id: "journey.sweep",
        figure: `10,000 due steps where ${(MEMBERS * OBJECTS).toLocaleString("en")} wait: the cost of one`,
        value: `${rate(many)} steps/s`,
        reference: `where 10,000 wait: ${rate(few)} steps/s`,
        measured: ratioOf(many, few),
        unit: "×",
        bound: atMost(1.3, 1.1),
        notes: [],
      },
      {
        id: "journey.sweep",
        figure: "10,000 due steps where a million wait, s",
        value: `${written(median(many))} s`,
        reference: "2,000 steps a second",
        measured: median(many),
        unit: "s",
        bound: atMost(STEPS / 2_000, STEPS / 4_000),
        notes: [],
      },
    ];
  } finally {
    await large.close();
    await small.close();
  }
}

async function fill(site: Site, { members, objects }: { members: number; objects: number }): Promise<void> {
  const { parts, tenant } = site;
  const id = newId(Date.now(), 0);
  await inTransaction(parts.db, site.who(), async (ctx) => {
    await addJourney(ctx, id, { name: "Two days", plan: { ...plan, steps: [...plan.steps] } });
    await changeJourney(ctx, { tenant, id }, { status: "running" });
  });
  await asAdmin(site, async (query) => {
    await query(
      `insert into journey_instances (bucket, tenant_id, member_id, id, journey_id, version, object, entered_by, state,
         step_id, step_at, due_at, passed, entered_at)
       select m.bucket, m.tenant_id, m.member_id, gen_random_uuid(), $1, 1, 'o' || o, gen_random_uuid(), 'waiting',
         'one', now(), now() + interval '30 days', 0, now()
       from (select * from member_facts order by bucket, member_id limit $2) m, generate_series(1, $3) o`,
      [id, members, objects],
    );
    await query("vacuum analyze journey_instances");
  });
}

/** Seconds that ten thousand steps took; before that they are put back and made due. */
async function sweep(site: Site): Promise<number> {
  await asAdmin(site, (query) =>
    query(
      `update journey_instances i set step_id = 'one', due_at = now() - interval '1 minute'
       from (select bucket, tenant_id, member_id, id from journey_instances where object = 'o1'
             order by bucket, member_id limit ${STEPS}) d
       where i.bucket = d.bucket and i.tenant_id = d.tenant_id and i.member_id = d.member_id and i.id = d.id`,
    ),
  );
  const start = performance.now();
  const led = await sweepJourneys(site.parts, [site.tenant]);
  const took = (performance.now() - start) / 1_000;
  if (led !== STEPS) throw new Error(`${led} members were led on, and ${STEPS} were due`);
  return took;
}

async function asAdmin(
  site: Site,
  work: (query: (text: string, values?: unknown[]) => Promise<unknown>) => Promise<unknown>,
): Promise<void> {
  const client = await connect(site.address("fedele_admin"), "fedele bench");
  try {
    await work((text, values) => client.query(text, values));
  } finally {
    await client.end();
  }
}
