// One round of requests, with what it cost each process.
import type { Job, Report } from "./load.ts";
import { cpuMs } from "./machine.ts";
import type { Generator, Server, Site } from "./site.ts";

export type Round = Report & {
  readonly perSecond: number;
  /** CPU microseconds a request, of the server, of all of Postgres, of the load generator. */
  readonly serverUs: number;
  readonly postgresUs: number;
  readonly generatorUs: number;
};

export type Stage = Readonly<{ site: Site; generator: Generator; rounds: number; seconds: number }>;

type Asked = Omit<Job, "port" | "key" | "seconds"> & { readonly key?: string; readonly seconds?: number };

/** Sends requests to a server of the site for a round. */
export async function observe(stage: Stage, server: Server, asked: Asked): Promise<Round> {
  const { site, generator, seconds } = stage;
  const used = () => [[server.pid], site.postgresPids(), [generator.pid]].map(cpuMs);
  const before = used();
  const report = await generator.run({ key: site.key, seconds, ...asked, port: server.port });
  const [serverUs = 0, postgresUs = 0, generatorUs = 0] = used().map(
    (ms, at) => ((ms - (before[at] ?? 0)) * 1_000) / Math.max(1, report.answered),
  );
  return { ...report, perSecond: report.answered / report.seconds, serverUs, postgresUs, generatorUs };
}
