// Who takes part and how far: cases 56 and 59 of the ledger's, and fault 31 of the names that members have.
import { expect, test } from "vitest";
import type { Outcome } from "../support/desk.ts";
import type { Shop } from "../support/shop.ts";
import { openTown } from "../support/town.ts";

const town = openTown();

type Ready = { mug: Outcome; hold: Outcome; sale: Outcome };

/** Ana has bought, reserved and taken something; Bob has points to pass on. */
async function everythingReady(shop: Shop): Promise<Ready> {
  await shop.offers("mug");
  const sale = await shop.buys("ana", 1000);
  await shop.buys("bob", 100);
  return { sale, mug: await shop.takes("ana", "mug"), hold: await shop.reserves("ana", 50) };
}

const verbs: Record<string, (shop: Shop, ready: Ready) => Promise<Outcome>> = {
  earns: (shop) => shop.buys("ana", 10),
  spends: (shop) => shop.spends("ana", 10),
  reserves: (shop) => shop.reserves("ana", 10),
  captures: (shop, { hold }) => shop.captures("ana", hold),
  transfers: (shop) => shop.transfers("ana", "bob", 10),
  "takes a reward": (shop) => shop.takes("ana", "mug"),
  "uses a reward": (shop, { mug }) => shop.uses("ana", mug),
  releases: (shop, { hold }) => shop.releases("ana", hold),
  "is adjusted": (shop) => shop.adjusts("ana", 5),
  returns: (shop, { sale }) => shop.returns("ana", sale.receipt, 10),
};

const takesOut = ["spends", "reserves", "transfers", "takes a reward"];
const forbidden: Record<string, readonly string[]> = {
  no_login: [],
  earn_only: takesOut,
  nothing: [...takesOut, "earns", "captures", "uses a reward"],
};

const table = Object.keys(forbidden).flatMap((step) => Object.keys(verbs).map((verb) => [step, verb] as const));

test.each(table)("case 59: of a member who is blocked by %s: %s", async (step, verb) => {
  const shop = await town.shop();
  const ready = await everythingReady(shop);
  await shop.blocks("ana", step);
  const before = await shop.wallet("ana");
  const tried = await verbs[verb]?.(shop, ready);
  if (forbidden[step]?.includes(verb)) {
    expect(tried).toMatchObject({ status: 403, code: "forbidden" });
    expect(await shop.wallet("ana")).toEqual(before);
  } else {
    expect(tried?.status, tried?.said).toBeLessThan(300);
  }
});

test.each([
  ["no_login", 110, 90],
  ["earn_only", 110, 90],
  ["nothing", 100, 100],
])("case 59: points of a friend for who is blocked by %s arrive or travel back", async (step, mine, friends) => {
  const shop = await town.shop();
  await shop.buys("ana", 100);
  await shop.buys("bob", 100);
  await shop.blocks("ana", step);
  await shop.transfers("bob", "ana", 10);
  await town.delivers();
  await town.delivers();
  expect([await shop.balance("ana"), await shop.balance("bob")]).toEqual([mine, friends]);
});

test("case 59: what is pending stays pending through a block, and is there when it is lifted", async () => {
  const shop = await town.shop({ points: { activation: { kind: "after_days", days: 14 } } });
  await shop.buys("ana", 100);
  await shop.blocks("ana", "nothing");
  expect(await shop.wallet("ana")).toMatchObject({ pending: 100, spendable: 0 });
  await town.sweeps();
  expect(await shop.wallet("ana")).toMatchObject({ pending: 100, spendable: 0 });
  await shop.unblocks("ana");
  expect(await shop.spends("ana", 10)).toMatchObject({ status: 422 });
  shop.jumps({ days: 15 });
  expect(await shop.spends("ana", 100)).toMatchObject({ status: 201 });
});

test("case 59: a block becomes another step, is lifted twice, and its history tells why", async () => {
  const shop = await town.shop();
  await shop.buys("ana", 100);
  expect(await shop.about("ana", "GET", "block")).toMatchObject({ status: 404 });
  const first = await shop.blocks("ana", "earn_only", "Ten refunds in an hour.");
  expect(first).toMatchObject({ status: 200, body: { step: "earn_only", reason: "Ten refunds in an hour." } });
  expect((await shop.blocks("ana", "earn_only", "Ten refunds in an hour.")).id).toBe(first.id);
  await shop.blocks("ana", "nothing");
  expect(await shop.member("ana")).toMatchObject({ status: "blocked" });
  expect((await shop.unblocks("ana")).status).toBe(204);
  expect((await shop.unblocks("ana")).status).toBe(204);
  expect(await shop.member("ana")).toMatchObject({ status: "active" });
  expect(await shop.spends("ana", 100)).toMatchObject({ status: 201 });
  expect(await shop.blocksOf("ana")).toEqual(["(earn_only)", "(nothing)"]);
});

test("case 59: the status of a member is the same block by another door", async () => {
  const shop = await town.shop();
  await shop.changesMember("ana", { status: "earn_only" });
  expect(await shop.blocksOf("ana")).toEqual(["earn_only"]);
  await shop.changesMember("ana", { status: "blocked" });
  await shop.changesMember("ana", { status: "active" });
  expect(await shop.blocksOf("ana")).toEqual(["(earn_only)", "(nothing)"]);
});

test("case 59: the reason is nowhere to be read, and the others hear of the step alone", async () => {
  const shop = await town.shop();
  const reason = "Suspected of selling vouchers";
  await shop.blocks("ana", "nothing", reason);
  await shop.unblocks("ana");
  const { db } = town.server();
  const { rows } = await db.maintenance.query(
    "select (select json_agg(b) from member_blocks b) as blocks, (select json_agg(o) from outbox o) as told",
  );
  const written = JSON.stringify(rows);
  expect(written).not.toContain(reason);
  expect(written).not.toContain(Buffer.from(reason).toString("hex"));
});

test("case 59: who has left cannot be blocked", async () => {
  const shop = await town.shop();
  await shop.changesMember("ana", { status: "closed" });
  expect(await shop.blocks("ana", "nothing")).toMatchObject({ status: 409 });
  expect(await shop.unblocks("ana")).toMatchObject({ status: 409 });
});
