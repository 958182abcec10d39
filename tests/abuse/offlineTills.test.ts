// Rows 76 and 77: tills that were offline for hours, and one that was stolen.
import { expect, test } from "vitest";
import { newDeviceKey, publicKeyText } from "../../sdk/tillDevice.ts";
import { threeTiers } from "../stories/support/programme.ts";
import { opensTill } from "../stories/support/tills.ts";
import { openTown } from "../stories/support/town.ts";

const town = openTown();

test("76: two tills offline for three hours, 40 sales each, sent twice, are there once, the tier right", async () => {
  const shop = await town.shop({ tiers: threeTiers({ silver: 500, gold: 800 }) });
  const tills = [await opensTill(town.server(), shop, "one"), await opensTill(town.server(), shop, "two")];
  const sending = tills.map(async (till) => {
    const sales = [];
    for (let count = 0; count < 40; count += 1) {
      const minutes = String(Math.floor((count * 3) % 60)).padStart(2, "0");
      const at = `2026-03-02T0${6 + Math.floor((count * 3) / 60)}:${minutes}:00Z`;
      sales.push(await till.sells(count % 2 === 0 ? "ana" : "bea", { at, euros: 20 }));
    }
    const odd = sales.filter((_, index) => index % 2 === 1);
    const all = await Promise.all([till.sends(odd.toReversed()), till.sends(sales), till.sends(sales.toReversed())]);
    return all.flatMap(({ states }) => states);
  });
  const states = (await Promise.all(sending)).flat();
  expect(new Set(states)).toEqual(new Set(["recorded"]));
  for (const who of ["ana", "bea"]) {
    expect(await shop.balance(who)).toBe(800);
    expect(await shop.statement(who)).toHaveLength(40);
    expect(await shop.standing(who)).toMatchObject({ tier: "gold", progress: 80_000 });
  }
});

test("77: a stolen till is refused once its key is revoked, and what its device sold waits for a person", async () => {
  const shop = await town.shop();
  const till = await opensTill(town.server(), shop, "stolen");
  const honest = await till.sells("ana", { at: "2026-03-02T08:00:00Z" });
  const backdated = await till.sells("ana", { at: "2026-02-20T08:00:00Z" });
  expect((await till.sends([backdated])).states).toEqual(["too_late"]);
  const tomorrow = await till.sells("ana", { at: "2026-03-03T08:00:00Z" });
  expect((await till.sends([tomorrow])).states).toEqual(["ahead"]);
  await till.revoked();
  expect((await till.sends([honest])).status).toBe(401);
  expect((await till.sends([honest], shop.asks)).states).toEqual(["revoked"]);
  expect(await shop.balance("ana")).toBe(0);
  const { body } = await shop.asks("GET", "/v1/offline-sales?waiting=true");
  expect(body.items.map((it: { reason: string }) => it.reason)).toEqual(["revoked", "ahead", "too_late"]);
});

test("77: nobody puts another device into a till, and a till speaks for itself alone", async () => {
  const shop = await town.shop();
  const [till, other] = [await opensTill(town.server(), shop, "a"), await opensTill(town.server(), shop, "b")];
  const place = `/v1/till-keys/${till.tillKeyId}`;
  const publicKey = await publicKeyText(await newDeviceKey());
  expect(await till.call("PUT", `${place}/device`, { publicKey })).toMatchObject({ status: 409 });
  expect(await till.call("PUT", `${place}/device`, { publicKey: `B${"A".repeat(86)}` })).toMatchObject({ status: 400 });
  const own = await publicKeyText(till.key);
  expect(await till.call("PUT", `${place}/device`, { publicKey: own })).toMatchObject({ status: 200 });
  expect(await other.call("GET", `${place}/device`)).toMatchObject({ status: 404 });
  const sale = await till.sells("ana", { at: "2026-03-02T08:00:00Z" });
  expect(await till.sends([sale], other.call)).toMatchObject({ status: 404 });
  const stranger = await town.server().newTenant();
  expect(await till.sends([sale], stranger.call)).toMatchObject({ status: 404 });
});

test("the list of one sending, and what was decided, are bounded", async () => {
  const shop = await town.shop();
  const till = await opensTill(town.server(), shop, "limits");
  const sale = await till.sells("ana", { at: "2026-03-02T08:00:00Z", uses: 5 });
  expect(await till.sends(Array.from({ length: 51 }, () => sale))).toMatchObject({ status: 400 });
  expect((await till.sends([sale])).states).toEqual(["spending_off"]);
  const { id } = (await shop.asks("GET", "/v1/offline-sales")).body.items[0];
  const decides = (decision: string) => shop.asks("POST", `/v1/offline-sales/${id}/decision`, { decision });
  expect(await decides("seen")).toMatchObject({ status: 409 });
  expect((await shop.asks("GET", `/v1/offline-sales/${id}`)).body.activity).toMatchObject({ amountMinor: 1_000 });
  expect(await decides("decline")).toMatchObject({ status: 200 });
  expect(await decides("accept")).toMatchObject({ status: 409 });
  expect((await shop.asks("GET", `/v1/offline-sales/${id}`)).body.activity).toBeUndefined();
});
