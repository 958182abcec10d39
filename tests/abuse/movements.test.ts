// Points that two want at once, that nobody knows to be used, or that go in a circle: rows 51 to 53 of the faults that
// we promise to survive.
import { connect } from "node:net";
import { expect, test } from "vitest";
import { openTown } from "../stories/support/town.ts";

const town = openTown();

test("51: of two spends of 80 out of 100 at once one is refused, and 20 are left", async () => {
  const { buys, spends, wallet } = await town.shop();
  await buys("ana", 100);
  const spent = await Promise.all([spends("ana", 80), spends("ana", 80)]);
  expect(spent.map(({ status }) => status).toSorted()).toEqual([201, 422]);
  expect(spent.find(({ status }) => status === 422)).toMatchObject({
    code: "insufficient_points",
    said: "There are not enough points for this: 20 can be used.",
  });
  expect(await wallet("ana")).toMatchObject({ total: 20, spendable: 20, debt: 0 });
});

test("51: spends, reservations and gifts of everything at once: one of them gets it", async () => {
  const { buys, spends, reserves, transfers, wallet } = await town.shop();
  await buys("ana", 100);
  const asked = await Promise.all(
    Array.from({ length: 10 }, () => [spends("ana", 100), reserves("ana", 100), transfers("ana", "bob", 100)]).flat(),
  );
  expect(asked.filter(({ status }) => status === 201)).toHaveLength(1);
  expect(asked.filter(({ code }) => code === "insufficient_points")).toHaveLength(29);
  expect(await wallet("ana")).toMatchObject({ spendable: 0, debt: 0 });
});

/** Sends a request and hangs up as soon as it is on its way. */
function hangsUpOn(url: string, request: string): Promise<void> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), hostname, () => {
      socket.end(request);
    });
    socket.on("error", reject);
    socket.on("close", () => resolve());
    socket.resume();
  });
}

test("52: whoever lost the connection after a spend asks again and hears what became of it", async () => {
  const { url, newTenant } = town.server();
  const { call, key } = await newTenant();
  await call("POST", "/v1/points-types", { code: "points", name: "Points", spendable: true, qualifying: true });
  const { body: ana } = await call("POST", "/v1/members", {});
  await call("POST", `/v1/members/${ana.id}/adjustments`, { pointsType: "points", points: 100, reason: "A gift." });

  const path = `/v1/members/${ana.id}/spends`;
  const spend = JSON.stringify({ pointsType: "points", points: 80 });
  const head = [
    `POST ${path} HTTP/1.1`,
    "host: 127.0.0.1",
    `authorization: Bearer ${key}`,
    "content-type: application/json",
    "idempotency-key: spend-1",
    `content-length: ${spend.length}`,
    "connection: close",
  ];
  await Promise.all(Array.from({ length: 5 }, () => hangsUpOn(url, `${head.join("\r\n")}\r\n\r\n${spend}`)));
  const answers = await Promise.all(
    Array.from({ length: 5 }, () => call("POST", path, spend, { "idempotency-key": "spend-1" })),
  );
  expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1);
  expect(answers.every(({ status }) => status === 200 || status === 201)).toBe(true);
  const { body } = await call("GET", `/v1/members/${ana.id}/wallets`);
  expect(body.items[0].total).toBe(20);
  // The server that dies before it answers: tests/engines/crash.test.ts and statementCrash.test.ts.
});

test("53: a gift to oneself, of less than nothing, or to nobody is refused", async () => {
  const { buys, transfers, asks, idOf, balance } = await town.shop();
  await buys("ana", 100);
  expect(await transfers("ana", "ana", 10)).toMatchObject({ status: 400, code: "invalid" });
  expect(await transfers("ana", "bob", -10)).toMatchObject({ status: 400, code: "invalid" });
  expect(await transfers("ana", "bob", 0)).toMatchObject({ status: 400, code: "invalid" });
  const stranger = await (await town.shop()).idOf("carl");
  const path = `/v1/members/${await idOf("ana")}/transfers`;
  for (const toMemberId of [stranger, "mem_00000000000000000000000000", "bob", ""]) {
    const gift = { pointsType: "points", points: 10, toMemberId };
    expect(await asks("POST", path, gift), toMemberId).toMatchObject({ status: 404, body: { code: "not_found" } });
  }
  expect(await balance("ana")).toBe(100);
});

test("53: points that go round in a circle are booked, and the gift that closes it is flagged", async () => {
  const { buys, transfers, balance, jumps } = await town.shop();
  await buys("ana", 100);
  const gives = async (from: string, to: string) => {
    const gift = await transfers(from, to, 50);
    expect(gift.status).toBe(201);
    await town.delivers();
    return gift.body.flag;
  };
  expect(await gives("ana", "bob")).toBeUndefined();
  expect(await gives("bob", "carl")).toBeUndefined();
  expect(await gives("carl", "ana")).toBe("circle");
  expect([await balance("ana"), await balance("bob"), await balance("carl")]).toEqual([100, 0, 0]);
  // To and fro is the smallest circle.
  expect(await gives("ana", "dora")).toBeUndefined();
  expect(await gives("dora", "ana")).toBe("circle");
  // A day later nobody thinks of it any more.
  jumps({ days: 2 });
  expect(await gives("ana", "bob")).toBeUndefined();
});

test("53: a gift to who may not have it comes back, with the dates that it had", async () => {
  const { buys, transfers, changesMember, wallet, expiring } = await town.shop({
    points: { expiry: { kind: "after_days", days: 30 } },
  });
  await buys("ana", 100);
  const dates = await expiring("ana");
  await changesMember("bob", { status: "blocked" });
  await transfers("ana", "bob", 40);
  await town.delivers();
  await town.delivers();
  expect(await wallet("ana")).toMatchObject({ total: 100, spendable: 100 });
  expect(await expiring("ana")).toEqual(dates);
});
