// Clients who go on while the server dies: each remembers what it asked for and whether it was answered, asks again
// under the same key until it is, and keeps a book of its own from nothing but the answers.
import { randomInt, randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";

export const POINTS = "points";

type Answer = { status: number; body: ReturnType<typeof JSON.parse> };

type Line = { product: string; quantityThousandths: number; amountMinor: number };
type Purchase = { document: string; memberId: string; lines: readonly Line[]; returned: number[] };

/** One request, the same however often it is sent. `note`: what its answer means for the book. */
type Operation = {
  readonly what: string;
  readonly path: string;
  readonly key: string;
  readonly body: object | undefined;
  readonly note: (answer: Answer) => void;
};

type Client = {
  readonly name: string;
  readonly purchases: Purchase[];
  readonly holds: { id: string; memberId: string; points: number }[];
  /** Asked and not answered: nobody knows whether it was done. */
  pending: Operation | undefined;
  /** Answered, to be asked once more now and then. */
  latest: { operation: Operation; answer: Answer } | undefined;
  operations: number;
};

/** What should have happened, by the answers alone: points by member and cause. */
type Book = Map<string, number>;

export type Traffic = {
  readonly clients: readonly Client[];
  readonly members: readonly string[];
  readonly book: Book;
  readonly counts: { acknowledged: number; refused: number; unknown: number; found: number; repeated: number };
  /** Answers that nobody should get. */
  readonly wrong: string[];
  /** Where the server answers now, and with which key. */
  at: { url: string; key: string };
};

export const bookKey = (memberId: string, causeId: string): string => `${memberId} ${causeId}`;

export function newTraffic(members: readonly string[], clientCount: number, at: Traffic["at"]): Traffic {
  const clients = Array.from({ length: clientCount }, (_, index): Client => {
    return { name: `till-${index}`, purchases: [], holds: [], pending: undefined, latest: undefined, operations: 0 };
  });
  const counts = { acknowledged: 0, refused: 0, unknown: 0, found: 0, repeated: 0 };
  return { clients, members, book: new Map(), counts, wrong: [], at };
}

/** Everybody has something to spend before it begins. */
export async function welcome(traffic: Traffic): Promise<void> {
  for (const [index, client] of traffic.clients.entries()) {
    client.operations += 1;
    client.pending = earning(traffic, client, traffic.members[index % traffic.members.length] ?? "");
  }
  await settle(traffic, 30_000);
}

/** Asks one thing after the other until `isOver`; where the server does not answer, the same thing again. */
export async function goOn(traffic: Traffic, isOver: () => boolean): Promise<void> {
  await Promise.all(
    traffic.clients.map(async (client) => {
      while (!isOver()) {
        const isAnswered = await step(traffic, client);
        if (!isAnswered) await sleep(50);
      }
    }),
  );
}

/** Asks everything again that was not answered, until it is. */
export async function settle(traffic: Traffic, patienceMs: number): Promise<void> {
  const end = performance.now() + patienceMs;
  await Promise.all(
    traffic.clients.map(async (client) => {
      while (client.pending !== undefined) {
        if (performance.now() > end) throw new Error(`${client.pending.what} is never answered`);
        if (!(await step(traffic, client))) await sleep(50);
      }
    }),
  );
}

/** False when there was no answer, or one that says to come back. */
async function step(traffic: Traffic, client: Client): Promise<boolean> {
  const again = client.pending === undefined && client.latest !== undefined && randomInt(20) === 0;
  if (again) return repeat(traffic, client);
  const isRetry = client.pending !== undefined;
  const operation = client.pending ?? nextOperation(traffic, client);
  client.pending = operation;
  const answer = await send(traffic, operation);
  if (answer === undefined || answer.status === 503) {
    if (!isRetry) traffic.counts.unknown += 1;
    return false;
  }
  client.pending = undefined;
  if (isRetry && answer.status === 200 && operation.what !== "a release") traffic.counts.found += 1;
  // Nor 202: it would mean that a sale that was acknowledged is not there.
  if (![200, 201, 422].includes(answer.status)) {
    traffic.wrong.push(`${operation.what} at ${operation.path}: ${answer.status} ${JSON.stringify(answer.body)}`);
    return true;
  }
  traffic.counts[answer.status === 422 ? "refused" : "acknowledged"] += 1;
  if (answer.status !== 422) {
    operation.note(answer);
    client.latest = { operation, answer };
  }
  return true;
}

/** What was answered once is answered the same again, and as something that is there already. */
async function repeat(traffic: Traffic, client: Client): Promise<boolean> {
  const { latest } = client;
  if (latest === undefined) return true;
  const answer = await send(traffic, latest.operation);
  if (answer === undefined || answer.status === 503) return false;
  traffic.counts.repeated += 1;
  const isSame = answer.status === 200 && answer.body.id === latest.answer.body.id;
  if (!isSame) traffic.wrong.push(`${latest.operation.what} repeated: ${answer.status} ${JSON.stringify(answer.body)}`);
  return true;
}

/** Undefined where the connection was refused or lost. */
async function send({ at }: Traffic, { path, key, body }: Operation): Promise<Answer | undefined> {
  const headers = { authorization: `Bearer ${at.key}`, "content-type": "application/json", "idempotency-key": key };
  const sent = body === undefined ? {} : { body: JSON.stringify(body) };
  if (body === undefined) Reflect.deleteProperty(headers, "content-type");
  try {
    const reply = await fetch(at.url + path, { method: "POST", headers, ...sent, signal: AbortSignal.timeout(30_000) });
    return { status: reply.status, body: await reply.json() };
  } catch {
    return undefined;
  }
}

function nextOperation(traffic: Traffic, client: Client): Operation {
  client.operations += 1;
  const dice = randomInt(100);
  const memberId = oneOf(traffic.members);
  const hold = client.holds.at(-1);
  const purchase = client.purchases.at(-1);
  if (dice < 15 && purchase !== undefined) return returning(traffic, client, purchase);
  if (dice < 35) return spending(traffic, memberId);
  if (dice < 45 && hold !== undefined) return capturing(traffic, client, hold);
  if (dice < 55) return holding(client, memberId);
  if (dice < 65) return transferring(traffic, memberId);
  return earning(traffic, client, memberId);
}

function oneOf<T>(choice: readonly T[]): T {
  const chosen = choice[randomInt(choice.length)];
  if (chosen === undefined) throw new Error("there is nothing to choose from");
  return chosen;
}

function enter({ book }: Traffic, memberId: string, causeId: string, points: number): void {
  if (points === 0) return;
  const key = bookKey(memberId, causeId);
  if (book.has(key)) throw new Error(`${causeId} was answered for two operations`);
  book.set(key, points);
}

function earning(traffic: Traffic, client: Client, memberId: string): Operation {
  const document = `${client.name}-${client.operations}`;
  const lines = Array.from({ length: 1 + randomInt(3) }, (_, index) => {
    return { product: `p${index}`, quantityThousandths: 1000 * (1 + randomInt(4)), amountMinor: randomInt(5_000) };
  });
  return {
    what: "a purchase",
    path: "/v1/activities",
    key: document,
    body: { source: "till", document, kind: "purchase", member: { id: memberId }, lines },
    note: ({ body }) => {
      enter(traffic, memberId, body.id, Math.floor(sum(lines.map(({ amountMinor }) => amountMinor)) / 100));
      client.purchases.push({ document, memberId, lines, returned: lines.map(() => 0) });
    },
  };
}

/** Part of a line, or what is left of it. */
function returning(traffic: Traffic, client: Client, purchase: Purchase): Operation {
  const place = randomInt(purchase.lines.length);
  const { quantityThousandths = 0 } = purchase.lines[place] ?? {};
  const before = purchase.returned[place] ?? 0;
  const left = quantityThousandths - before;
  if (left === 0) {
    client.purchases.pop();
    return earning(traffic, client, purchase.memberId);
  }
  const back = Math.min(left, 500 * (1 + randomInt(4)));
  const document = `${client.name}-${client.operations}`;
  return {
    what: "a return",
    path: "/v1/activities",
    key: document,
    body: {
      source: "till",
      document,
      kind: "return",
      member: { id: purchase.memberId },
      purchase: { source: "till", document: purchase.document },
      returned: [{ line: place, quantityThousandths: back }],
    },
    note: ({ body }) => {
      const earned = sharesOf(purchase.lines)[place] ?? 0;
      const takenBack = (returned: number): number => Math.floor((earned * returned) / quantityThousandths);
      purchase.returned[place] = before + back;
      enter(traffic, purchase.memberId, body.id, takenBack(before) - takenBack(before + back));
    },
  };
}

/** A point for every whole 100 of the sum; the lines share them by largest remainder, the earlier line first. */
function sharesOf(lines: readonly Line[]): number[] {
  const total = sum(lines.map(({ amountMinor }) => amountMinor));
  const points = Math.floor(total / 100);
  if (points === 0) return lines.map(() => 0);
  const shares = lines.map(({ amountMinor }) => Math.floor((points * amountMinor) / total));
  const order = lines.map(({ amountMinor }, place) => ({ place, rest: (points * amountMinor) % total }));
  order.sort((a, b) => b.rest - a.rest || a.place - b.place);
  for (const { place } of order.slice(0, points - sum(shares))) shares[place] = (shares[place] ?? 0) + 1;
  return shares;
}

function spending(traffic: Traffic, memberId: string): Operation {
  const points = 1 + randomInt(60);
  return {
    what: "a spend",
    path: `/v1/members/${memberId}/spends`,
    key: randomUUID(),
    body: { pointsType: POINTS, points },
    note: ({ body }) => enter(traffic, memberId, body.id, -points),
  };
}

function holding(client: Client, memberId: string): Operation {
  const points = 1 + randomInt(20);
  return {
    what: "a hold",
    path: `/v1/members/${memberId}/holds`,
    key: randomUUID(),
    body: { pointsType: POINTS, points, seconds: 3_600 },
    note: ({ body }) => client.holds.push({ id: body.id, memberId, points }),
  };
}

/** Captured more often than released. */
function capturing(traffic: Traffic, client: Client, hold: Client["holds"][number]): Operation {
  client.holds.pop();
  const isCaptured = randomInt(3) > 0;
  return {
    what: isCaptured ? "a capture" : "a release",
    path: `/v1/members/${hold.memberId}/holds/${hold.id}/${isCaptured ? "capture" : "release"}`,
    key: randomUUID(),
    body: undefined,
    note: ({ body }) => enter(traffic, hold.memberId, body.id, isCaptured ? -hold.points : 0),
  };
}

function transferring(traffic: Traffic, memberId: string): Operation {
  const points = 1 + randomInt(30);
  const toMemberId = oneOf(traffic.members.filter((other) => other !== memberId));
  return {
    what: "a transfer",
    path: `/v1/members/${memberId}/transfers`,
    key: randomUUID(),
    body: { pointsType: POINTS, points, toMemberId },
    note: ({ body }) => {
      enter(traffic, memberId, body.id, -points);
      enter(traffic, toMemberId, body.id, points);
    },
  };
}

export function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
