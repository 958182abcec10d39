// What a shop's systems hear of baskets, merges and decisions of a second person: each deed once, with ids alone.
import { expect, test } from "vitest";
import type { Shop } from "./support/shop.ts";
import { openTown } from "./support/town.ts";

const town = openTown();
const cents = { faceValue: { points: 1, minor: 1 } };

type Told = { type: string; data: Record<string, unknown> };

async function hears(shop: Shop, types: string): Promise<Told[]> {
  for (let way = 0; way < 4; way += 1) await town.delivers();
  return (await shop.asks("GET", `/v1/events?limit=500&types=${types}`)).body.items;
}

test("a basket is sold, comes back in part, and another one is given up", async () => {
  const shop = await town.shop({ points: cents });
  const sold = await shop.checksOut("ana", [{ euros: 20, pieces: 2 }]);
  await shop.bringsBack(sold, { 0: 1 });
  const basket = await shop.fillsBasket("ana", [{ euros: 5 }]);
  await shop.givesUp(basket);
  const told = await hears(shop, "checkout.committed,checkout.returned,checkout.cancelled");
  const memberId = await shop.idOf("ana");
  const activityId = expect.stringMatching(/^act_/);
  expect(told).toMatchObject([
    { type: "checkout.committed", data: { memberId, sessionId: sold.id, activityId } },
    { type: "checkout.returned", data: { memberId, sessionId: sold.id, activityId } },
    { type: "checkout.cancelled", data: { memberId, sessionId: basket.id, activityId: null } },
  ]);
});

test("two memberships become one", async () => {
  const shop = await town.shop();
  await shop.adjusts("anna", 20);
  await shop.merges("ana", "anna");
  expect(await hears(shop, "member.merged")).toMatchObject([
    { data: { memberId: await shop.idOf("ana"), fromId: await shop.idOf("anna") } },
  ]);
  await town.delivers();
  await shop.parts("ana", "anna");
  expect(await hears(shop, "member.merge_reversed")).toMatchObject([
    { data: { memberId: await shop.idOf("ana"), fromId: await shop.idOf("anna") } },
  ]);
});

test("a second person says yes, and no", async () => {
  const shop = await town.shop();
  await shop.asks("PATCH", "/v1/tenant", { adjustmentLimitPoints: 500 });
  const second = await town.server().newKey(shop.tenant, ["adjustments:write"]);
  const decides = async (id: string, how: string, said?: object): Promise<void> => {
    const path = `/v1/members/${await shop.idOf("ana")}/pending-adjustments/${id}/${how}`;
    expect((await second.call("POST", path, said)).status).toBeLessThan(300);
  };
  const yes = await shop.adjusts("ana", 600);
  await decides(yes.id, "approval");
  const no = await shop.adjusts("ana", 700);
  await decides(no.id, "refusal", { reason: "Nobody knows her." });
  const told = await hears(shop, "adjustment.approved,adjustment.refused");
  expect(told).toMatchObject([
    { type: "adjustment.approved", data: { pendingAdjustmentId: yes.id, points: 600 } },
    { type: "adjustment.refused", data: { pendingAdjustmentId: no.id, points: 700 } },
  ]);
  expect(JSON.stringify(told)).not.toContain("Nobody knows");
});

test("a gift that was used stays with the friend when it is asked back", async () => {
  const shop = await town.shop();
  await shop.offers("mug", { days: 30 });
  await shop.adjusts("ana", 100);
  const given = await shop.gives("ana", await shop.takes("ana", "mug"), "bob");
  await hears(shop, "gift.kept");
  await shop.uses("bob", await shop.present("bob"));
  await shop.recalls("ana", given);
  expect(await hears(shop, "gift.kept")).toMatchObject([{ data: { giftId: given.id } }]);
});
