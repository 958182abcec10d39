// npm run bench [-- --only ID] [-- --large] [-- --rounds N] [-- --seconds N] [-- --readme]
// Measures every promise beside its reference and writes bench/results.json. --only replaces the rows of that id alone;
// --large adds what needs millions of rows; --readme puts the table into the README.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { hotRows, oneClientRow, rateRows, startUnbatched, throughputRows, warmUp } from "./activities.ts";
import { webhookRow } from "./calling.ts";
import { redeemRow, sessionRow } from "./checkout.ts";
import { exportRow } from "./exports.ts";
import { growthRows } from "./growth.ts";
import { journeyRows } from "./journeys.ts";
import { earnRow, spendRow } from "./ledger.ts";
import { describeMachine, residentMb } from "./machine.ts";
import type { Stage } from "./observed.ts";
import { balanceRow, evaluateCoreRows, evaluateHttpRow } from "./reads.ts";
import { referenceName } from "./reference.ts";
import { atMost, type Row, written } from "./rows.ts";
import { openSite, startGenerator } from "./site.ts";
import { grownRows, policyRow } from "./size.ts";
import { importRow, startRows } from "./starting.ts";
import { type Results, textTable, writeReadme } from "./table.ts";

const resultsFile = new URL("results.json", import.meta.url);

const { values } = parseArgs({
  options: {
    only: { type: "string", multiple: true, default: [] },
    large: { type: "boolean", default: false },
    readme: { type: "boolean", default: false },
    rounds: { type: "string", default: "5" },
    seconds: { type: "string", default: "3" },
  },
});
const rounds = Number(values.rounds);
const seconds = Number(values.seconds);
const startedAt = performance.now();

function tell(sentence: string): void {
  process.stderr.write(`${String(Math.round((performance.now() - startedAt) / 1_000)).padStart(4)} s  ${sentence}\n`);
}

/** An export takes so long that three are steady enough for a ratio. */
const EXPORTS = 3;

type Part = { readonly ids: readonly string[]; measure(): Promise<Row[]> };

/** What is measured on one running Fedele, in an order in which the later does not suffer from the earlier. */
const onStage: readonly { readonly ids: readonly string[]; measure(stage: Stage): Promise<Row[]> }[] = [
  {
    ids: ["activity.http", "activity.batch"],
    measure: (stage) => besideUnbatched(stage, (server) => throughputRows(stage, server)),
  },
  {
    ids: ["activity.one"],
    measure: (stage) => besideUnbatched(stage, async (server) => [await oneClientRow(stage, server)]),
  },
  { ids: ["activity.rate"], measure: (stage) => besideUnbatched(stage, (server) => rateRows(stage, server)) },
  { ids: ["hot.member", "hot.partner"], measure: hotRows },
  { ids: ["rls"], measure: async (stage) => [await policyRow(stage)] },
  { ids: ["balance.read"], measure: async (stage) => [await balanceRow(stage)] },
  { ids: ["evaluate.http"], measure: async (stage) => [await evaluateHttpRow(stage)] },
  { ids: ["memory"], measure: async (stage) => [memoryRow(stage)] },
  { ids: ["ledger.earn"], measure: async (stage) => [await earnRow(stage)] },
  { ids: ["ledger.spend"], measure: async (stage) => [await spendRow(stage)] },
  { ids: ["redeem.http"], measure: async (stage) => [await redeemRow(stage)] },
  { ids: ["session.http"], measure: async (stage) => [await sessionRow(stage)] },
];

async function besideUnbatched(
  stage: Stage,
  measure: (server: Awaited<ReturnType<typeof startUnbatched>>) => Promise<Row[]>,
): Promise<Row[]> {
  const server = await startUnbatched(stage);
  return measure(server).finally(server.stop);
}

function memoryRow({ site }: Stage): Row {
  const now = residentMb(site.server.pid);
  return {
    id: "memory",
    figure: "the server's resident set after what came before, without Postgres",
    value: `${written(now)} MB`,
    reference: `idle after its start: ${written(site.idleMb)} MB`,
    measured: now,
    unit: "MB",
    bound: atMost(350, 250),
    notes: [],
  };
}

/** One row that cannot be measured does not take the others with it. */
async function surviving(measure: () => Promise<Row[]>): Promise<Row[]> {
  try {
    return await measure();
  } catch (error) {
    tell(`not measured: ${error instanceof Error ? error.stack : String(error)}`);
    process.exitCode = 1;
    return [];
  }
}

const isWanted = (ids: readonly string[]): boolean =>
  values.only.length === 0 || ids.some((id) => values.only.includes(id));

let postgresVersion = "unknown";

async function stageRows(): Promise<Row[]> {
  const wanted = onStage.filter(({ ids }) => isWanted(ids));
  if (wanted.length === 0) return [];
  const site = await openSite();
  const generator = startGenerator();
  const { rows } = await site.parts.db.app.query<{ version: string }>("select version()");
  postgresVersion = /PostgreSQL (\S+)/.exec(rows[0]?.version ?? "")?.[1] ?? "unknown";
  const found: Row[] = [];
  try {
    await warmUp({ site, generator, rounds, seconds }, site.server);
    for (const { ids, measure } of wanted) {
      tell(ids.join(", "));
      found.push(...(await surviving(() => measure({ site, generator, rounds, seconds }))));
    }
  } finally {
    generator.stop();
    await site.close();
  }
  return found;
}

const parts: readonly Part[] = [
  { ids: ["evaluate.core"], measure: async () => evaluateCoreRows(rounds) },
  { ids: onStage.flatMap(({ ids }) => ids), measure: stageRows },
  { ids: ["activity.grown", "disk", "backup.1m"], measure: () => withGenerator((stage) => grownRows(stage, tell)) },
  { ids: ["export.100k"], measure: async () => [await exportRow(Math.min(rounds, EXPORTS))] },
  { ids: ["journey.sweep"], measure: async () => journeyRows(rounds) },
  { ids: ["webhook.out"], measure: async () => [await webhookRow(rounds)] },
  { ids: ["import"], measure: async () => [await importRow(rounds, tell)].filter((row) => row !== undefined) },
  { ids: ["start"], measure: () => startRows(rounds) },
  ...(values.large ? [{ ids: ["growth"], measure: () => withGenerator(growthRows) }] : []),
];

/** For what opens its own sites: the stage's own site is never looked at. */
async function withGenerator(measure: (stage: Omit<Stage, "site">) => Promise<Row[]>): Promise<Row[]> {
  const generator = startGenerator();
  return measure({ generator, rounds, seconds }).finally(generator.stop);
}

function earlierResults(): readonly Row[] {
  if (values.only.length === 0 || !existsSync(resultsFile)) return [];
  const earlier: Results = JSON.parse(readFileSync(resultsFile, "utf8"));
  return earlier.rows;
}

async function main(): Promise<void> {
  const machine = describeMachine("");
  if (!referenceName.startsWith("pgbench")) tell(`pgbench is not installed: the reference is ${referenceName}`);
  const found: Row[] = [];
  for (const { ids, measure } of parts) {
    if (!isWanted(ids)) continue;
    tell(ids.join(", "));
    const rows = (await surviving(measure)).filter(({ id }) => isWanted([id]));
    found.push(...rows);
    process.stdout.write(`${textTable(rows)}\n`);
  }
  const order = parts.flatMap(({ ids }) => ids);
  const kept = earlierResults().filter(({ id }) => !found.some((row) => row.id === id));
  const rows = [...kept, ...found].sort((a, b) => order.indexOf(a.id) - order.indexOf(b.id));
  const postgres = postgresVersion;
  const date = new Date().toISOString();
  const results: Results = { machine: { ...machine, postgres }, date, rounds, secondsARound: seconds, rows };
  writeFileSync(resultsFile, `${JSON.stringify(results, undefined, 2)}\n`);
  process.stdout.write(`\n${textTable(rows)}\n`);
  if (values.readme) writeReadme(new URL("../README.md", import.meta.url), results);
}

await main();
