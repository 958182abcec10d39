// The load generator: a process of its own that keeps many connections busy and costs 10 to 20 µs of CPU a request, so
// that two cores are left to what is measured. Told what to do by messages, answers with what it saw.
import { createConnection } from "node:net";
import { toTypeId } from "../server/platform/ids.ts";
import { memberIdOf } from "./members.ts";

export type Traffic =
  | Readonly<{ kind: "get"; paths: readonly string[] }>
  | Readonly<{ kind: "post"; path: string; body: string }>
  /** Purchases of three lines by random members among the first `members` of them. */
  | Readonly<{
      kind: "activities";
      mark: string;
      members: number;
      start: number;
      span: number;
      /** The codes of the places that purchases happen in; none: no place. */
      locations: readonly string[];
    }>
  /** The wallets of random members. */
  | Readonly<{ kind: "wallets"; members: number; start: number; span: number }>
  /** Random members take a reward each. */
  | Readonly<{ kind: "rewards"; reward: string } & Buying>
  /** Baskets of random members, each paid with points in four requests: as a session, or one step after the other. */
  | Readonly<{ kind: "session" | "steps" } & Buying>;

/** Who buys, among the first `members`; `mark`: what no earlier round has used. */
export type Buying = Readonly<{ mark: string; members: number; start: number; span: number }>;

export type Job = Readonly<{
  port: number;
  key: string;
  clients: number;
  seconds: number;
  /** Requests a second, started on time whether or not earlier ones are answered; absent: as many as come back. */
  rate?: number;
  traffic: Traffic;
}>;

export type Report = Readonly<{
  /** Answered with 2xx within the time. */
  answered: number;
  /** Anything else: the first such reply stands in `complaint`. */
  failed: number;
  complaint: string;
  seconds: number;
  /** Milliseconds, one per answer, ascending. */
  p50: number;
  p95: number;
  p99: number;
  bytesIn: number;
}>;

type Maker = () => string;

const PRODUCTS = 500;
const COUNT_MAX = 1_000_000;

let made = 0;

type Head = (line: string) => string;

function keyedPost(head: Head, { mark }: Buying, path: string, body: string): string {
  made += 1;
  const key = `${head(`POST ${path}`)}idempotency-key: ${mark}-${made}\r\n`;
  if (body === "") return `${key}content-length: 0\r\n\r\n`;
  return `${key}content-type: application/json\r\ncontent-length: ${body.length}\r\n\r\n${body}`;
}

function headFor({ key, port }: Job): Head {
  return (line) => `${line} HTTP/1.1\r\nhost: 127.0.0.1:${port}\r\nauthorization: Bearer ${key}\r\n`;
}

const POINTS = `{"pointsType":"points","points":1}`;
const BASKET = `"lines":[{"product":"10001","quantityThousandths":1000,"amountMinor":500}]`;

/** What a basket begins with: a session, or the question what it would earn. */
function firstOf(kind: "session" | "steps", traffic: Buying, head: Head): string {
  const member = randomMember(traffic);
  const whose = `"member":{"id":"${member}"}`;
  if (kind === "steps") return keyedPost(head, traffic, "/v1/evaluations", `{"kind":"purchase",${whose},${BASKET}}`);
  const named = `"source":"till","document":"${traffic.mark}-${made + 1}"`;
  return keyedPost(head, traffic, "/v1/checkout-sessions", `{${named},${whose},"points":${POINTS},${BASKET}}`);
}

/** What follows on the first request, each made of the answers before: three more for a basket, none for the rest. */
function followersFor(job: Job): readonly ((first: string, replies: readonly string[]) => string)[] {
  const { traffic } = job;
  const head = headFor(job);
  const idIn = (reply: string | undefined): string => /"id":"(\w+)"/.exec(reply ?? "")?.[1] ?? "";
  switch (traffic.kind) {
    case "session": {
      const step =
        (what: string, body: string) =>
        (_: string, [opened]: readonly string[]) =>
          keyedPost(head, traffic, `/v1/checkout-sessions/${idIn(opened)}/${what}`, body);
      return [step("evaluation", ""), step("reservation", `{"version":1}`), step("commitment", `{"version":1}`)];
    }
    case "steps": {
      const member = (first: string): string => idIn(first);
      return [
        (first) => keyedPost(head, traffic, `/v1/members/${member(first)}/holds`, POINTS),
        (first, [, held]) => keyedPost(head, traffic, `/v1/members/${member(first)}/holds/${idIn(held)}/capture`, ""),
        (first) => {
          const named = `"source":"till","document":"${traffic.mark}-${made + 1}","kind":"purchase"`;
          const whose = `"member":{"id":"${member(first)}"}`;
          return keyedPost(head, traffic, "/v1/activities", `{${named},${whose},${BASKET}}`);
        },
      ];
    }
    case "get":
    case "post":
    case "activities":
    case "wallets":
    case "rewards":
      return [];
  }
}

/** A client for whom several requests are one: it waits for the last answer, or for the first that is none. */
function chained(client: Client, followers: ReturnType<typeof followersFor>): Client {
  if (followers.length === 0) return client;
  const send: Client["send"] = (first, done) => {
    const replies: string[] = [];
    const next = (request: string): void =>
      client.send(request, (reply) => {
        replies.push(reply);
        const follower = followers[replies.length - 1];
        if (follower === undefined || !reply.startsWith("HTTP/1.1 2")) done(reply);
        else next(follower(first, replies));
      });
    next(first);
  };
  return { send, end: client.end };
}

function makerFor(job: Job): Maker {
  const { traffic } = job;
  const head = headFor(job);
  const post = (path: string) => `${head(`POST ${path}`)}content-type: application/json\r\ncontent-length: `;
  switch (traffic.kind) {
    case "get": {
      const requests = traffic.paths.map((path) => `${head(`GET ${path}`)}\r\n`);
      return () => {
        made += 1;
        return requests[made % requests.length] ?? "";
      };
    }
    case "post": {
      const request = `${post(traffic.path)}${Buffer.byteLength(traffic.body)}\r\n\r\n${traffic.body}`;
      return () => request;
    }
    case "wallets":
      return () => `${head(`GET /v1/members/${randomMember(traffic)}/wallets`)}\r\n`;
    case "activities": {
      const start = post("/v1/activities");
      return () => {
        const body = purchase(traffic);
        return `${start}${body.length}\r\n\r\n${body}`;
      };
    }
    case "rewards": {
      const body = `{"reward":"${traffic.reward}"}`;
      return () => keyedPost(head, traffic, `/v1/members/${randomMember(traffic)}/issued-rewards`, body);
    }
    case "session":
    case "steps":
      return () => firstOf(traffic.kind, traffic, head);
  }
}

/** Written once: a million times the same hundred thousand ids. Each shop has its own. */
const typeIds = new Map<string, string[]>();

function randomMember({ members, start, span }: { members: number; start: number; span: number }): string {
  const number = Math.floor(Math.random() * members);
  const shop = `${start}/${span}`;
  const known = typeIds.get(shop) ?? [];
  typeIds.set(shop, known);
  const id = known[number] ?? toTypeId("mem", memberIdOf(number, start, span));
  known[number] = id;
  return id;
}

function purchase(traffic: Extract<Traffic, { kind: "activities" }>): string {
  made += 1;
  const member = randomMember(traffic);
  const place = traffic.locations[made % traffic.locations.length];
  const location = place === undefined ? "" : `,"location":"${place}"`;
  const lines = [line(), line(), line()].join(",");
  return (
    `{"source":"till-${made % 50}","document":"${traffic.mark}-${made}","kind":"purchase","channel":"pos"${location},` +
    `"member":{"id":"${member}"},"lines":[${lines}]}`
  );
}

function line(): string {
  const product = 10_000 + Math.floor(Math.random() * PRODUCTS);
  const amount = 100 + Math.floor(Math.random() * 2_000);
  return `{"product":"${product}","quantityThousandths":1000,"amountMinor":${amount}}`;
}

type Client = { send(request: string, done: (reply: string) => void): void; end(): void };

/** Sends one request at a time over one connection; pipelining would hide what a client waits for. */
function connectTo(port: number): Promise<Client> {
  const socket = createConnection({ host: "127.0.0.1", port }).setNoDelay(true).setEncoding("latin1");
  let pending = "";
  let done: (reply: string) => void = () => {};
  socket.on("data", (text: string) => {
    pending = pending === "" ? text : pending + text;
    if (!isWhole(pending)) return;
    const reply = pending;
    pending = "";
    done(reply);
  });
  const send: Client["send"] = (request, whenDone) => {
    done = whenDone;
    socket.write(request);
  };
  return new Promise((resolve, reject) => {
    socket.once("error", reject);
    socket.once("connect", () => {
      socket.on("error", (error) => done(`the connection broke: ${error.message}`));
      resolve({ send, end: () => socket.destroy() });
    });
  });
}

function isWhole(reply: string): boolean {
  const headEnd = reply.indexOf("\r\n\r\n");
  if (headEnd === -1) return false;
  const lengthAt = reply.indexOf("content-length: ");
  const length = lengthAt === -1 ? 0 : Number.parseInt(reply.slice(lengthAt + 16, lengthAt + 26), 10);
  return reply.length >= headEnd + 4 + length;
}

async function run(job: Job): Promise<Report> {
  const followers = followersFor(job);
  const connected = await Promise.all(Array.from({ length: job.clients }, () => connectTo(job.port)));
  const clients = connected.map((client) => chained(client, followers));
  const next = makerFor(job);
  const latencies: number[] = [];
  const seen = { failed: 0, complaint: "", bytesIn: 0 };
  const note = (reply: string, startedAt: number): void => {
    seen.bytesIn += reply.length;
    if (reply.startsWith("HTTP/1.1 2")) latencies.push(performance.now() - startedAt);
    else {
      seen.failed += 1;
      if (seen.complaint === "") seen.complaint = reply;
    }
  };
  const start = performance.now();
  const end = start + job.seconds * 1_000;
  if (job.rate === undefined) await Promise.all(clients.map((client) => keepBusy(client, { next, note, end })));
  else await keepRate(clients, { next, note, end, rate: job.rate });
  const seconds = (performance.now() - start) / 1_000;
  for (const client of clients) client.end();
  latencies.sort((a, b) => a - b);
  const at = (percent: number) => latencies[Math.floor((latencies.length * percent) / 100)] ?? 0;
  return { answered: latencies.length, ...seen, seconds, p50: at(50), p95: at(95), p99: at(99) };
}

type Course = { next: Maker; note: (reply: string, startedAt: number) => void; end: number };

function keepBusy(client: Client, { next, note, end }: Course): Promise<void> {
  return new Promise((resolve) => {
    const again = (): void => {
      const startedAt = performance.now();
      if (startedAt >= end) {
        resolve();
        return;
      }
      client.send(next(), (reply) => {
        note(reply, startedAt);
        again();
      });
    };
    again();
  });
}

/** Latency counts from the moment at which a request was due, so that a stall shows in everything that it delayed. */
function keepRate(clients: readonly Client[], course: Course & { rate: number }): Promise<void> {
  const { next, note, end, rate } = course;
  const start = performance.now();
  const due: number[] = [];
  const free = [...clients];
  let begun = 0;
  let underWay = 0;
  return new Promise((resolve) => {
    const sendDue = (): void => {
      for (let client = free.at(-1); client !== undefined && due.length > 0; client = free.at(-1)) {
        const dueAt = due.shift() ?? 0;
        const sender = client;
        free.pop();
        underWay += 1;
        sender.send(next(), (reply) => {
          underWay -= 1;
          note(reply, dueAt);
          free.push(sender);
          sendDue();
        });
      }
    };
    const timer = setInterval(() => {
      const now = performance.now();
      if (now >= end) {
        if (underWay + due.length > 0) return;
        clearInterval(timer);
        resolve();
        return;
      }
      while (start + (begun * 1_000) / rate <= now && begun < COUNT_MAX) {
        due.push(start + (begun * 1_000) / rate);
        begun += 1;
      }
      sendDue();
    }, 1);
  });
}

process.on("message", (job: Job) => {
  run(job).then(
    (report) => process.send?.(report),
    (error: unknown) => process.send?.({ failed: 1, complaint: String(error) }),
  );
});
process.on("disconnect", () => process.exit(0));
