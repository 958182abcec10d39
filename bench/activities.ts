// The hot path: recording purchases over HTTP, against one statement a request, one transaction a request, and itself.
import { alternate, median, medianOf, ratioOf } from "./figures.ts";
import { observe, type Round, type Stage } from "./observed.ts";
import { measureReference, REFERENCE_CLIENTS, referenceName } from "./reference.ts";
import { atLeast, atMost, type Row, written } from "./rows.ts";
import { purchases, type Server, startServer } from "./site.ts";

const CLIENTS = 256;

const perSecond = ({ perSecond: rate }: Round): number => rate;

/** CPU of each process, medians over the rounds. */
export function cpuNote(rounds: readonly Round[] | undefined): string {
  const of = (figure: (round: Round) => number) => Math.round(medianOf(rounds, figure));
  return (
    `CPU µs a request: server ${of((round) => round.serverUs)}, Postgres ${of((round) => round.postgresUs)}, ` +
    `load ${of((round) => round.generatorUs)}`
  );
}

function latencyNote(rounds: readonly Round[] | undefined): string {
  const of = (figure: (round: Round) => number) => written(medianOf(rounds, figure));
  return `ms p50 ${of(({ p50 }) => p50)}, p95 ${of(({ p95 }) => p95)}, p99 ${of(({ p99 }) => p99)}`;
}

/** The same code with one transaction a request, beside the server of the stage. */
export async function startUnbatched(stage: Stage): Promise<Server> {
  const server = await startServer(stage.site.folder, "../bench/unbatchedServer.ts");
  await warmUp(stage, server);
  return server;
}

/** For how long a server is under load before anything counts: until then V8 is still compiling (a third slower). */
const WARM_UP_SECONDS = 10;

export async function warmUp(stage: Stage, server: Server): Promise<void> {
  await flood({ ...stage, seconds: WARM_UP_SECONDS }, server)();
}

const flood = (stage: Stage, server: Server) => () =>
  observe(stage, server, { clients: CLIENTS, traffic: purchases(stage.site) });

/** activity.http and activity.batch share their rounds. */
export async function throughputRows(stage: Stage, unbatched: Server): Promise<Row[]> {
  const referenceRates: number[] = [];
  const ours: Round[] = [];
  const single: Round[] = [];
  await alternate<void>(stage.rounds, [
    async () => void ours.push(await flood(stage, stage.site.server)()),
    async () => void referenceRates.push(await measureReference(stage.site, stage.seconds)),
    async () => void single.push(await flood(stage, unbatched)()),
  ]);
  const [counted, reference, alone] = [ours.slice(1), referenceRates.slice(1), single.slice(1)];
  const rates = counted.map(perSecond);
  return [
    {
      id: "activity.http",
      figure: `POST /v1/activities a second, ${CLIENTS} clients, 3 lines, 20 rules, 100,000 members`,
      value: written(median(rates)),
      reference: `${referenceName}, ${REFERENCE_CLIENTS} clients: ${written(median(reference))}`,
      measured: ratioOf(rates, reference),
      unit: "×",
      bound: atLeast(1.5, 3),
      notes: [latencyNote(counted), cpuNote(counted)],
    },
    {
      id: "activity.batch",
      figure: "the same, batched",
      value: written(median(rates)),
      reference: `one transaction a request: ${written(medianOf(alone, perSecond))}`,
      measured: ratioOf(rates, alone.map(perSecond)),
      unit: "×",
      bound: atLeast(3, 5),
      notes: [`unbatched ${cpuNote(alone)}`],
    },
  ];
}

export async function oneClientRow(stage: Stage, unbatched: Server): Promise<Row> {
  const alone = (server: Server) => () => observe(stage, server, { clients: 1, traffic: purchases(stage.site) });
  const [ours = [], theirs = []] = await alternate(stage.rounds, [alone(stage.site.server), alone(unbatched)]);
  const p50 = ({ p50: ms }: Round): number => ms;
  return {
    id: "activity.one",
    figure: "POST /v1/activities, one client, ms p50",
    value: written(medianOf(ours, p50)),
    reference: `one transaction a request: ${written(medianOf(theirs, p50))}`,
    measured: ratioOf(ours.map(p50), theirs.map(p50)),
    unit: "×",
    bound: atMost(1.25, 1.05),
    notes: [cpuNote(ours)],
  };
}

/** At a fixed rate: what a request waits for when the machine is not full. */
export async function rateRows(stage: Stage, unbatched: Server): Promise<Row[]> {
  const at = (server: Server, rate: number) => () =>
    observe(stage, server, { clients: CLIENTS, rate, traffic: purchases(stage.site) });
  const [slow = [], slowUnbatched = [], fast = []] = await alternate(stage.rounds, [
    at(stage.site.server, 500),
    at(unbatched, 500),
    at(stage.site.server, 2_000),
  ]);
  const p95 = ({ p95: ms }: Round): number => ms;
  return [
    {
      id: "activity.rate",
      figure: "POST /v1/activities at 500 a second, ms p95",
      value: written(medianOf(slow, p95)),
      reference: `one transaction a request: ${written(medianOf(slowUnbatched, p95))}`,
      measured: ratioOf(slow.map(p95), slowUnbatched.map(p95)),
      unit: "×",
      bound: atMost(1, 1),
      notes: [latencyNote(slow)],
    },
    {
      id: "activity.rate",
      figure: "POST /v1/activities at 2,000 a second, ms p99",
      value: written(medianOf(fast, ({ p99 }) => p99)),
      reference: "none",
      measured: medianOf(fast, ({ p99 }) => p99),
      unit: "ms",
      bound: atMost(50, 20),
      notes: [latencyNote(fast), `answered a second: ${written(medianOf(fast, perSecond))}`],
    },
  ];
}

const SHOPS = 50;

/** All traffic on one member, and on one partner, against the same traffic spread evenly. */
export async function hotRows(stage: Stage): Promise<Row[]> {
  const { site } = stage;
  const locations = await addShops(stage);
  const one = (traffic: ReturnType<typeof purchases>) => observe(stage, site.server, { clients: CLIENTS, traffic });
  const [member = [], uniform = []] = await alternate(stage.rounds, [
    () => one(purchases(site, { members: 1 })),
    () => one(purchases(site)),
  ]);
  const [partner = [], partners = []] = await alternate(stage.rounds, [
    () => one(purchases(site, { locations: locations.slice(0, 1) })),
    () => one(purchases(site, { locations })),
  ]);
  const row = (id: string, figure: string, [hot, even]: readonly [readonly Round[], readonly Round[]]): Row => ({
    id,
    figure,
    value: written(medianOf(hot, perSecond)),
    reference: `uniform traffic: ${written(medianOf(even, perSecond))}`,
    measured: ratioOf(hot.map(perSecond), even.map(perSecond)),
    unit: "×",
    bound: atLeast(0.9, 1),
    notes: [latencyNote(hot), cpuNote(hot)],
  });
  return [
    row("hot.member", "activities a second, all of one member", [member, uniform]),
    row("hot.partner", `activities a second, all at one of ${SHOPS} partners`, [partner, partners]),
  ];
}

/** So many partners with a place each; the codes of the places. */
async function addShops({ site }: Stage): Promise<string[]> {
  const codes = Array.from({ length: SHOPS }, (_, at) => `shop-${at + 1_000}`);
  const post = async (path: string, body: object) => {
    const reply = await fetch(`http://127.0.0.1:${site.server.port}${path}`, {
      method: "POST",
      headers: {
        authorization: `Bearer ${site.key}`,
        "content-type": "application/json",
        "idempotency-key": JSON.stringify(body).replaceAll(" ", ""),
      },
      body: JSON.stringify(body),
    });
    if (!reply.ok) throw new Error(`${path}: ${reply.status} ${await reply.text()}`);
    const made: { id: string } = JSON.parse(await reply.text());
    return made.id;
  };
  for (const code of codes) {
    const partnerId = await post("/v1/partners", { code, name: code });
    await post("/v1/locations", { code, name: code, partnerId });
  }
  return codes;
}
