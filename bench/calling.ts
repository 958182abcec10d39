// How fast webhooks go out, beside the same requests with nothing behind them.
import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { inTransaction } from "../server/platform/database/transaction.ts";
import { newId } from "../server/platform/ids.ts";
import { emit } from "../server/platform/outbox.ts";
import { createOutgoing } from "../server/platform/outgoing.ts";
import { alternate, median, ratioOf } from "./figures.ts";
import { memberNumbered } from "./ledger.ts";
import { cpuMs } from "./machine.ts";
import type { Expect, Heard } from "./receiver.ts";
import { atLeast, type Row, written } from "./rows.ts";
import { openSite, type Site } from "./site.ts";

const MEMBERS = 1_000;
const EVENTS = 4_000;
/** As many as one endpoint is called with at the same time. */
const AT_ONCE = 8;
/** What an event looks like when it arrives, and its signature: 350 bytes and five headers. */
const BODY_BYTES = 350;

type Receiver = Readonly<{ place: string; hears(calls: number): Promise<number>; stop(): void }>;

/** Somebody to be called, who says how many calls a second there were. */
async function startReceiver(): Promise<Receiver> {
  const child: ChildProcess = fork(fileURLToPath(new URL("./receiver.ts", import.meta.url)));
  const said = async <Message>(): Promise<Message> => (await once(child, "message"))[0];
  const { port } = await said<{ port: number }>();
  const hears = async (calls: number): Promise<number> => {
    child.send({ calls } satisfies Expect);
    return (calls - 1) / (await said<Heard>()).seconds;
  };
  return { place: `127.0.0.1:${port}`, hears, stop: () => child.disconnect() };
}

/** Deliveries a second to one endpoint, from the first call to the last, by a server that has nothing else to do. */
export async function webhookRow(rounds: number): Promise<Row> {
  const receiver = await startReceiver();
  const site = await openSite({ members: MEMBERS, rules: 1, env: { OUTGOING_ALLOWED: receiver.place } });
  const outgoing = createOutgoing({ allowed: [receiver.place] });
  let serverUs: number[] = [];
  const delivering = async (): Promise<number> => {
    const before = cpuMs([site.server.pid]);
    const hearing = receiver.hears(EVENTS);
    await tellOf(site, EVENTS);
    const perSecond = await hearing;
    serverUs = [...serverUs, ((cpuMs([site.server.pid]) - before) * 1_000) / EVENTS];
    return perSecond;
  };
  const posting = async (): Promise<number> => {
    const hearing = receiver.hears(EVENTS);
    await postAlone(outgoing, `http://${receiver.place}/hook`);
    return hearing;
  };
  try {
    await addEndpoint(site, receiver.place);
    const [ours = [], alone = []] = await alternate(rounds, [delivering, posting]);
    return {
      id: "webhook.out",
      figure: "webhooks a second to one endpoint, signed, each taken in hand and marked",
      value: written(median(ours)),
      reference: `the same requests alone, ${AT_ONCE} at a time: ${written(median(alone))}`,
      measured: ratioOf(ours, alone),
      unit: "×",
      bound: atLeast(0.1, 0.25),
      notes: [
        `CPU µs a delivery: server ${Math.round(median(serverUs))}`,
        "the floor is ours: a shop's 500 purchases a second are told as they come, where 5,000 bare requests go out",
      ],
    };
  } finally {
    receiver.stop();
    await outgoing.close();
    await site.close();
  }
}

async function addEndpoint({ server, key }: Site, place: string): Promise<void> {
  const reply = await fetch(`http://127.0.0.1:${server.port}/v1/webhook-endpoints`, {
    method: "POST",
    headers: { authorization: `Bearer ${key}`, "content-type": "application/json", "idempotency-key": "bench" },
    body: JSON.stringify({ url: `http://${place}/hook` }),
  });
  if (!reply.ok) throw new Error(`${reply.status} ${await reply.text()}`);
}

/** What so many purchases leave in the outbox. */
async function tellOf(site: Site, count: number): Promise<void> {
  await inTransaction(site.parts.db, site.who(), (ctx) =>
    emit(
      ctx,
      Array.from({ length: count }, (_, at) => {
        const member = memberNumbered(site, at % MEMBERS);
        const told = { type: "activity.recorded", at: ctx.now, data: { kind: "purchase" } };
        return { id: newId(ctx.now, member.bucket), ...member, ...told };
      }),
    ),
  );
}

async function postAlone(outgoing: ReturnType<typeof createOutgoing>, url: string): Promise<void> {
  const body = JSON.stringify({ data: "x".repeat(BODY_BYTES - 11) });
  let left = EVENTS;
  const oneAfterTheOther = async (): Promise<void> => {
    while (left > 0) {
      left -= 1;
      const signature = "v1,K5oZfzN95Z9UVu1EsfQmfVNQhnkZ2pj9o9NDN/H/pI4=";
      const named = { "webhook-id": `evt_${left}`, "webhook-timestamp": "1764072000", "webhook-signature": signature };
      const headers = { "content-type": "application/json", "user-agent": "Fedele", ...named };
      const { failure } = await outgoing.post(url, { headers, body });
      if (failure !== null) throw new Error(`a request alone failed: ${failure}`);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, oneAfterTheOther));
}
