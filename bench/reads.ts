// Questions that change nothing: balances, and what a basket would earn. Held against the cheapest answer there is.

import { cpuNote } from "./activities.ts";
import { measureEvaluateCore } from "./evaluateCore.ts";
import { alternate, medianOf, ratioOf } from "./figures.ts";
import type { Traffic } from "./load.ts";
import { observe, type Round, type Stage } from "./observed.ts";
import { atLeast, atMost, type Row, written } from "./rows.ts";
import { MEMBERS, openShop } from "./site.ts";

const health: Traffic = { kind: "get", paths: ["/health/live"] };

export async function balanceRow(stage: Stage): Promise<Row> {
  const { site } = stage;
  const wallets: Traffic = {
    kind: "wallets",
    members: MEMBERS,
    start: site.bucketStart,
    span: site.tenant.bucketSpan,
  };
  const ask = (traffic: Traffic) => () => observe(stage, site.server, { clients: 64, traffic });
  const [ours = [], reference = []] = await alternate(stage.rounds, [ask(wallets), ask(health)]);
  const rate = ({ perSecond }: Round): number => perSecond;
  return {
    id: "balance.read",
    figure: "GET wallets a second, 64 clients",
    value: written(medianOf(ours, rate)),
    reference: `GET health: ${written(medianOf(reference, rate))}`,
    measured: ratioOf(ours.map(rate), reference.map(rate)),
    unit: "×",
    bound: atLeast(0.5, 0.9),
    notes: [cpuNote(ours), `health ${cpuNote(reference)}`],
  };
}

const RULES = 10_000;

export async function evaluateHttpRow(stage: Stage): Promise<Row> {
  const { site } = stage;
  const shop = await openShop(site.parts, { slug: "many-rules", rules: RULES, members: 0 });
  const lines = ["10001", "10002", "10003"].map((product) => ({
    product,
    quantityThousandths: 1_000,
    amountMinor: 500,
  }));
  const body = JSON.stringify({ kind: "purchase", channel: "pos", lines });
  const basket: Traffic = { kind: "post", path: "/v1/evaluations", body };
  const ask = (traffic: Traffic) => () => observe(stage, site.server, { clients: 16, key: shop.key, traffic });
  const [ours = [], reference = []] = await alternate(stage.rounds, [ask(basket), ask(health)]);
  const p95 = ({ p95: ms }: Round): number => ms;
  return {
    id: "evaluate.http",
    figure: "POST /v1/evaluations with 10,000 rules, 16 clients, ms p95",
    value: written(medianOf(ours, p95)),
    reference: `GET health: ${written(medianOf(reference, p95))}`,
    measured: ratioOf(ours.map(p95), reference.map(p95)),
    unit: "×",
    bound: atMost(6, 3),
    notes: [cpuNote(ours)],
  };
}

export function evaluateCoreRows(rounds: number): Row[] {
  const { rows, naive, growth, speedup } = measureEvaluateCore(Math.max(rounds, 7));
  const at = (count: number) => written(rows.find(({ rules }) => rules === count)?.microseconds ?? Number.NaN);
  return [
    {
      id: "evaluate.core",
      figure: "one basket against 10,000 live rules of which 20 match, µs",
      value: at(10_000),
      reference: `against 100: ${at(100)} (1,000: ${at(1_000)})`,
      measured: growth,
      unit: "×",
      bound: atMost(3, 2),
      notes: [],
    },
    {
      id: "evaluate.core",
      figure: "the same, faster than a loop over the compiled rules",
      value: at(10_000),
      reference: `the loop: ${written(naive.microseconds)}`,
      measured: speedup,
      unit: "×",
      bound: atLeast(30, 70),
      notes: [],
    },
  ];
}
