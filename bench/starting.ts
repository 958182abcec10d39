// How long it takes to begin: the first start, a later one, and a real import.
import { execFile } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { gunzipSync } from "node:zlib";
import { readyBinaries } from "../server/platform/database/binaries.ts";
import {
  type Cluster,
  createCluster,
  startServer as startPostgres,
  stopServer,
} from "../server/platform/database/cluster.ts";
import { connect } from "../server/platform/database/connections.ts";
import { engineUserFor, makeSocketFolder, makeStateFolder } from "../server/platform/database/places.ts";
import { clusterSettings } from "../server/platform/database/settings.ts";
import { alternate, median } from "./figures.ts";
import { atMost, type Row, written } from "./rows.ts";
import { commandEnv, newFolder, openSite, startServer } from "./site.ts";

const seconds = (ms: number): number => ms / 1_000;

/** A first start and a later one, beside initdb alone and the start of a bare Postgres. */
export async function startRows(rounds: number): Promise<Row[]> {
  const [fedele = [], bare = []] = await alternate(rounds, [startFedele, startBare]);
  const of = (list: readonly { first: number; later: number }[], figure: "first" | "later") =>
    seconds(median(list.map((round) => round[figure])));
  const row = (figure: string, when: "first" | "later", reference: string, bound: Row["bound"]): Row => ({
    id: "start",
    figure,
    value: `${written(of(fedele, when))} s`,
    reference: `${reference}: ${written(of(bare, when))} s`,
    measured: of(fedele, when),
    unit: "s",
    bound,
    notes: [],
  });
  return [
    row("first start until it answers", "first", "initdb alone", atMost(15, 6)),
    row("later start until it answers", "later", "Postgres alone", atMost(3, 1)),
  ];
}

async function startFedele(): Promise<{ first: number; later: number }> {
  const folder = newFolder();
  // The first start finds nothing compiled, as on a fresh machine; the later one finds what it left.
  const env = { NODE_COMPILE_CACHE: join(folder, "compiled") };
  const start = async () => {
    const server = await startServer(join(folder, "data"), undefined, { env });
    await server.stop();
    return server.startedMs;
  };
  const result = { first: await start(), later: await start() };
  rmSync(folder, { recursive: true, force: true });
  return result;
}

async function startBare(): Promise<{ first: number; later: number }> {
  const folder = newFolder();
  const user = engineUserFor(undefined);
  const binaries = readyBinaries(user, user === undefined ? folder : makeStateFolder("programs"));
  const cluster: Cluster = { binaries, user, folder: join(folder, "postgres"), logFile: join(folder, "postgres.log") };
  const start = performance.now();
  mkdirSync(folder, { recursive: true });
  await createCluster(cluster, "bench");
  const created = performance.now();
  const socketFolder = makeSocketFolder(user);
  const child = await startPostgres({ cluster, settings: clusterSettings(socketFolder), tell: () => {} });
  const started = performance.now();
  await stopServer(child);
  for (const path of [folder, socketFolder]) rmSync(path, { recursive: true, force: true });
  return { first: created - start, later: started - created };
}

/** Three months of a real shop's sale lines, where they are at hand. */
const linesFile = fileURLToPath(
  new URL("../../shared/data/online_retail_lines_2010-12_2011-02.csv.gz", import.meta.url),
);

/** The import of a real file by the command, beside COPY of its rows into a bare table. */
export async function importRow(rounds: number, tell: (sentence: string) => void): Promise<Row | undefined> {
  if (!existsSync(linesFile)) {
    tell(`import is left out: ${linesFile} is not here`);
    return undefined;
  }
  const site = await openSite({ members: 0 });
  const cli = fileURLToPath(new URL("../server/cli.ts", import.meta.url));
  const run = (...words: string[]) =>
    promisify(execFile)(process.execPath, [cli, ...words], {
      env: commandEnv(site.folder),
      maxBuffer: 1 << 28,
    });
  let shops = 0;
  const importing = async (): Promise<number> => {
    shops += 1;
    const slug = `shop-${shops}`;
    const place = ["--currency", "GBP", "--timezone", "Europe/London", "--preset", "retail-points"];
    await run("tenant", "create", "--name", slug, "--slug", slug, ...place);
    const start = performance.now();
    await run("import", "purchases", linesFile, "--mapping", "online-retail", "--tenant", slug, "--json");
    return seconds(performance.now() - start);
  };
  // The server reads it by itself: that is as fast as rows can come in.
  const plain = join(dirname(site.folder), "lines.csv");
  writeFileSync(plain, gunzipSync(readFileSync(linesFile)), { mode: 0o644 });
  const columns = readFileSync(plain, "utf8").split("\n", 1)[0]?.trim().split(",") ?? [];
  const admin = await connect(site.address("fedele_admin"), "fedele bench");
  let lines = 0;
  const copying = async (): Promise<number> => {
    await admin.query("drop table if exists bare");
    await admin.query(`create table bare (${columns.map((name) => `"${name}" text`).join(", ")})`);
    const start = performance.now();
    const { rowCount } = await admin.query(`copy bare from '${plain}' (format csv, header)`);
    lines = rowCount ?? 0;
    return seconds(performance.now() - start);
  };
  try {
    const [ours = [], reference = []] = await alternate(rounds, [importing, copying]);
    return {
      id: "import",
      figure: `${lines.toLocaleString("en")} lines of purchases and returns by the command, s`,
      value: written(median(ours)),
      reference: `COPY of the same rows into a bare table: ${written(median(reference))} s`,
      measured: median(ours) / median(reference),
      unit: "×",
      bound: atMost(25, 10),
      notes: [],
    };
  } finally {
    await admin.end();
    await site.close();
  }
}
