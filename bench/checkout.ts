// What points buy, over HTTP: the last pieces of a limited reward, and baskets that are paid with points.
import { cpuNote } from "./activities.ts";
import { alternate, medianOf, ratioOf } from "./figures.ts";
import { chargeLots } from "./ledger.ts";
import type { Buying, Traffic } from "./load.ts";
import { observe, type Round, type Stage } from "./observed.ts";
import { atLeast, atMost, type Row, written } from "./rows.ts";
import { MEMBERS, type Site } from "./site.ts";

const CLIENTS = 64;
const BASKETS_A_SECOND = 200;
/** Lots are numbered by series; the rows of the ledger use the first ones. */
const SERIES = 90_000;
const PIECES = 100_000_000;

let marks = 0;

function buying({ bucketStart, tenant }: Site): Buying {
  marks += 1;
  return { mark: `c${process.pid}-${marks}`, members: MEMBERS, start: bucketStart, span: tenant.bucketSpan };
}

async function asks({ site }: Stage, method: string, path: string, body: object): Promise<void> {
  const headers = { authorization: `Bearer ${site.key}`, "content-type": "application/json" };
  const keyed =
    method === "POST" ? { ...headers, "idempotency-key": `${path}-${JSON.stringify(body).length}` } : headers;
  const url = `http://127.0.0.1:${site.server.port}${path}`;
  const reply = await fetch(url, { method, headers: keyed, body: JSON.stringify(body) });
  if (!reply.ok && reply.status !== 409) throw new Error(`${path}: ${reply.status} ${await reply.text()}`);
}

/** One shelf that all stand in front of, against a reward that needs none. */
export async function redeemRow(stage: Stage): Promise<Row> {
  const terms = { name: "A thing", cost: { pointsType: "points", points: 1 }, gift: { kind: "benefit" } };
  await asks(stage, "POST", "/v1/rewards", { ...terms, code: "limited", stock: PIECES });
  await asks(stage, "POST", "/v1/rewards", { ...terms, code: "without-limit" });
  await chargeLots(stage.site, MEMBERS, SERIES);
  const take = (reward: string) => () => {
    const traffic: Traffic = { kind: "rewards", reward, ...buying(stage.site) };
    return observe(stage, stage.site.server, { clients: CLIENTS, traffic });
  };
  const [ours = [], reference = []] = await alternate(stage.rounds, [take("limited"), take("without-limit")]);
  const rate = ({ perSecond }: Round): number => perSecond;
  refuseFailures([...ours, ...reference]);
  return {
    id: "redeem.http",
    figure: `POST issued-rewards a second, all of one limited reward, ${CLIENTS} clients`,
    value: written(medianOf(ours, rate)),
    reference: `a reward without limit: ${written(medianOf(reference, rate))}`,
    measured: ratioOf(ours.map(rate), reference.map(rate)),
    unit: "×",
    bound: atLeast(0.25, 0.6),
    notes: [cpuNote(ours)],
  };
}

/** Open, evaluate, reserve and commit, against the same basket by requests of their own: four of each. */
export async function sessionRow(stage: Stage): Promise<Row> {
  await asks(stage, "PATCH", "/v1/points-types/points", { faceValue: { points: 1, minor: 1 } });
  await chargeLots(stage.site, MEMBERS, SERIES + 1);
  const check = (kind: "session" | "steps") => () => {
    const traffic: Traffic = { kind, ...buying(stage.site) };
    return observe(stage, stage.site.server, { clients: CLIENTS, rate: BASKETS_A_SECOND, traffic });
  };
  const [ours = [], reference = []] = await alternate(stage.rounds, [check("session"), check("steps")]);
  const p95 = ({ p95: ms }: Round): number => ms;
  refuseFailures([...ours, ...reference]);
  return {
    id: "session.http",
    figure: `a basket from opening to commitment, ${BASKETS_A_SECOND} a second, ms p95`,
    value: written(medianOf(ours, p95)),
    reference: `evaluation, hold, capture and purchase: ${written(medianOf(reference, p95))}`,
    measured: ratioOf(ours.map(p95), reference.map(p95)),
    unit: "×",
    bound: atMost(2.5, 1.5),
    notes: [cpuNote(ours), `the steps ${cpuNote(reference)}`],
  };
}

/** A refusal is quicker than what was asked for: one that nobody noticed would be a record. */
function refuseFailures(rounds: readonly Round[]): void {
  const failed = rounds.find((round) => round.failed > 0);
  if (failed !== undefined) throw new Error(`${failed.failed} were not answered: ${failed.complaint.slice(0, 600)}`);
}
