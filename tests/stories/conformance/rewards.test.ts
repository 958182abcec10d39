// What points buy: case 9, and what cases 2, 12, 20, 34, 49 and 59 say of a reward that was taken.
import { expect, test } from "vitest";
import { inTier, threeTiers } from "../support/programme.ts";
import { openTown } from "../support/town.ts";

const town = openTown();

test("case 9: of two hundred who want the last piece at once one gets it, the others keep their points", async () => {
  const { adjusts, offers, takes, balance, statement, left } = await town.shop();
  await offers("mug", { pieces: 1 });
  const names = Array.from({ length: 200 }, (_, index) => `member ${index}`);
  await Promise.all(names.map((name) => adjusts(name, 100)));

  const claims = await Promise.all(names.map((name) => takes(name, "mug")));
  expect(claims.filter(({ status }) => status === 201)).toHaveLength(1);
  const refused = claims.filter(({ status }) => status !== 201);
  expect(new Set(refused.map(({ status, code }) => `${status} ${code}`))).toEqual(new Set(["409 conflict"]));
  expect(refused[0]?.said).toContain("out of stock");
  expect(await left("mug")).toBe(0);

  const balances = await Promise.all(names.map((name) => balance(name)));
  claims.forEach(({ status }, index) => {
    expect([names[index], balances[index]]).toEqual([names[index], status === 201 ? 0 : 100]);
  });
  const loser = names[claims.findIndex(({ status }) => status !== 201)] ?? "";
  expect(await statement(loser)).toEqual(["+100 adjusted"]);
});

test("case 9: two who both saw the last piece on the shelf: one has it", async () => {
  const { adjusts, offers, takes, balance, left } = await town.shop();
  await offers("mug", { pieces: 1 });
  await Promise.all([adjusts("ana", 100), adjusts("bob", 100)]);
  const claims = await town.meets(() => Promise.all([takes("ana", "mug"), takes("bob", "mug")]));
  expect(claims.map(({ status }) => status).toSorted()).toEqual([201, 409]);
  expect((await balance("ana")) + (await balance("bob"))).toBe(100);
  expect(await left("mug")).toBe(0);
});

test("case 9: without enough points nothing leaves the shelf, and the request may be sent again", async () => {
  const { adjusts, offers, takes, left, taken } = await town.shop();
  await offers("mug", { pieces: 1 });
  await adjusts("ana", 99);
  expect(await takes("ana", "mug", { order: "o-1" })).toMatchObject({ status: 422, code: "insufficient_points" });
  expect(await left("mug")).toBe(1);
  expect(await taken("ana")).toEqual([]);
  await adjusts("ana", 1);
  expect(await takes("ana", "mug", { order: "o-1" })).toMatchObject({ status: 201 });
});

test("case 9: who came too late may send the same request again when there is more", async () => {
  const { adjusts, offers, takes, stocksUp, left } = await town.shop();
  await offers("mug", { pieces: 0 });
  await adjusts("ana", 100);
  expect(await takes("ana", "mug", { order: "o-1" })).toMatchObject({ status: 409 });
  await stocksUp("mug", 2);
  expect(await takes("ana", "mug", { order: "o-1" })).toMatchObject({ status: 201 });
  expect(await left("mug")).toBe(1);
});

test("case 9: taking, cancelling and buying at once: nobody waits for ever, every piece is counted", async () => {
  const { adjusts, buys, offers, takes, cancels, left, balance, taken } = await town.shop();
  await Promise.all([offers("mug", { pieces: 30 }), offers("cap", { pieces: 30 })]);
  const names = ["ana", "bob", "eva", "leo"];
  await Promise.all(names.map((name) => adjusts(name, 1_000)));
  const firsts = await Promise.all(names.map(async (name) => ({ name, mug: await takes(name, "mug") })));
  const asked = await Promise.all([
    ...firsts.map(({ name, mug }) => cancels(name, mug)),
    ...names.flatMap((name) => [takes(name, "mug"), takes(name, "cap"), takes(name, "mug"), buys(name, 10)]),
  ]);
  expect(asked.filter(({ status }) => status > 201)).toEqual([]);
  expect([await left("mug"), await left("cap")]).toEqual([22, 26]);
  for (const name of names) {
    expect(await balance(name)).toBe(1_000 + 10 - 3 * 100);
    expect(await taken(name)).toHaveLength(4);
  }
});

test("case 2: the answer was lost and the request sent again: one reward, one price, one piece", async () => {
  const { adjusts, offers, takes, balance, left, taken, spendable } = await town.shop();
  await offers("mug", { pieces: 5 });
  await adjusts("ana", 300);
  const first = await takes("ana", "mug", { order: "o-1" });
  expect(first).toMatchObject({ status: 201, body: { status: "active", cost: { points: 100 } } });
  const again = await Promise.all(Array.from({ length: 5 }, () => takes("ana", "mug", { order: "o-1" })));
  for (const repeat of again) expect(repeat).toMatchObject({ status: 200, id: first.id, body: first.body });
  await offers("cap");
  expect(await takes("ana", "cap", { order: "o-1" })).toMatchObject({ status: 409, code: "conflict" });
  expect(await balance("ana")).toBe(200);
  expect(await spendable("ana")).toBe(200);
  expect(await left("mug")).toBe(4);
  expect(await taken("ana")).toEqual([first.body]);
});

test("case 20: cancelled, points go back with the date that they had and the piece to the shelf, once", async () => {
  const expiry = { kind: "after_days", days: 10 };
  const { adjusts, offers, takes, cancels, statement, expiring, left, fate, jumps } = await town.shop({
    points: { expiry },
  });
  await offers("mug", { pieces: 1 });
  await adjusts("ana", 100);
  const dates = await expiring("ana");
  const mug = await takes("ana", "mug");
  jumps({ days: 3 });
  expect(await cancels("ana", mug, { order: "c-1" })).toMatchObject({ status: 200, body: { status: "cancelled" } });
  expect(await cancels("ana", mug, { order: "c-1" })).toMatchObject({ status: 200, body: { status: "cancelled" } });
  expect(await cancels("ana", mug)).toMatchObject({ status: 409, code: "conflict" });
  expect(await statement("ana")).toEqual(["+100 adjusted", "-100 spent", "+100 spent"]);
  expect(await expiring("ana")).toEqual(dates);
  expect(await left("mug")).toBe(1);
  expect(await fate("ana", mug)).toBe("cancelled");
});

test("case 20: of many who use and cancel one reward at once one is heard, and the books agree", async () => {
  const { adjusts, offers, takes, uses, cancels, balance, left, fate } = await town.shop();
  await offers("mug", { pieces: 1 });
  await adjusts("ana", 100);
  const mug = await takes("ana", "mug");
  const tries = Array.from({ length: 20 }, (_, index) => (index % 2 === 0 ? cancels("ana", mug) : uses("ana", mug)));
  const heard = (await Promise.all(tries)).filter(({ status }) => status === 200);
  expect(heard).toHaveLength(1);
  const isBack = (await fate("ana", mug)) === "cancelled";
  expect([await balance("ana"), await left("mug")]).toEqual(isBack ? [100, 1] : [0, 0]);
});

test("case 12: the points of a reward come back with the reward and not without it, used or not", async () => {
  const { adjusts, offers, takes, givesBack, uses, cancels, balance, left } = await town.shop();
  await offers("mug", { pieces: 2 });
  await adjusts("ana", 200);
  const [mug, other] = [await takes("ana", "mug"), await takes("ana", "mug")];
  expect(await uses("ana", other)).toMatchObject({ status: 200 });
  for (const { body } of [mug, other]) {
    expect(await givesBack("ana", { ...mug, id: body.spendId }, 40)).toMatchObject({ status: 409, code: "conflict" });
  }
  expect(await balance("ana")).toBe(0);
  expect(await cancels("ana", mug)).toMatchObject({ status: 200 });
  expect(await balance("ana")).toBe(100);
  expect(await left("mug")).toBe(1);
});

test("a reward is used once, and not after it was cancelled", async () => {
  const { adjusts, offers, takes, uses, cancels, fate } = await town.shop();
  await offers("mug");
  await adjusts("ana", 200);
  const used = await takes("ana", "mug");
  expect(await uses("ana", used, { order: "u-1" })).toMatchObject({ status: 200, body: { status: "used" } });
  expect(await uses("ana", used, { order: "u-1" })).toMatchObject({ status: 200, body: { status: "used" } });
  expect(await uses("ana", used)).toMatchObject({ status: 409, said: "This reward has been used already." });
  expect(await cancels("ana", used)).toMatchObject({ status: 409, said: "This reward has been used already." });
  const cancelled = await takes("ana", "mug");
  await cancels("ana", cancelled);
  expect(await uses("ana", cancelled)).toMatchObject({ status: 409, said: "This reward has been cancelled." });
  expect(await fate("ana", used)).toBe("used");
});

test("case 34: a reward is good to the end of its last day in the shop's zone, with or without a job", async () => {
  const { adjusts, offers, takes, uses, cancels, fate, isNow } = await town.shop();
  await offers("mug", { days: 30 });
  await adjusts("ana", 200);
  const [first, second] = [await takes("ana", "mug"), await takes("ana", "mug")];
  expect(first.body.expiresAt).toBe("2026-04-01T22:00:00.000Z");
  isNow("2026-04-01T21:59:59Z");
  expect(await uses("ana", first)).toMatchObject({ status: 200 });
  isNow("2026-04-01T22:00:00Z");
  expect(await fate("ana", second)).toBe("expired");
  expect(await uses("ana", second)).toMatchObject({ status: 409, said: "This reward has expired." });
  expect(await cancels("ana", second)).toMatchObject({ status: 409 });
  expect(await fate("ana", first)).toBe("used");
});

test("a reward is had within its window and until it ends; what was taken stays good", async () => {
  const { adjusts, offers, takes, uses, withdraws, isNow, balance } = await town.shop();
  await offers("mug", { from: "2026-03-10T00:00:00+01:00", until: "2026-03-20T00:00:00+01:00" });
  await offers("cap");
  await adjusts("ana", 300);
  const early = await takes("ana", "mug");
  expect(early).toMatchObject({ status: 409, said: "This reward can be had from 2026-03-10 on." });
  const cap = await takes("ana", "cap");
  await withdraws("cap");
  expect(await takes("ana", "cap")).toMatchObject({ status: 409, said: "This reward has ended." });
  isNow("2026-03-10T00:00:00+01:00");
  expect(await takes("ana", "mug")).toMatchObject({ status: 201 });
  isNow("2026-03-20T00:00:00+01:00");
  expect(await takes("ana", "mug")).toMatchObject({ status: 409 });
  expect(await uses("ana", cap)).toMatchObject({ status: 200 });
  expect(await balance("ana")).toBe(100);
});

test("case 49: a reward for gold is taken by gold alone, and stays good when the tier is gone", async () => {
  const { enrols, adjusts, offers, takes, uses, promotes, demotes, balance } = await town.shop({ tiers: threeTiers() });
  await offers("lounge", { tiers: ["gold"], gift: { kind: "benefit" } });
  await offers("upgrade", { audience: [inTier("silver", "gold")], gift: { kind: "discount_percent", percent: 10 } });
  await enrols("ana");
  await adjusts("ana", 300);
  const refused = await takes("ana", "lounge");
  expect(refused).toMatchObject({ status: 403, said: "This reward is for members of these tiers: gold." });
  expect(await takes("ana", "upgrade")).toMatchObject({ status: 403, code: "forbidden" });
  await promotes("ana", "gold", "2026-06-01T00:00:00Z");
  const lounge = await takes("ana", "lounge");
  expect(lounge).toMatchObject({ status: 201, body: { gift: { kind: "benefit" } } });
  expect(await takes("ana", "upgrade")).toMatchObject({ status: 201 });
  await demotes("ana");
  expect(await takes("ana", "lounge")).toMatchObject({ status: 403 });
  expect(await uses("ana", lounge)).toMatchObject({ status: 200 });
  expect(await balance("ana")).toBe(100);
});

test("an audience is judged by what the member has done until now", async () => {
  const { adjusts, buys, offers, takes } = await town.shop();
  await offers("mug", { audience: [{ field: "member.purchases", operator: ">=", value: 2 }] });
  await adjusts("ana", 100);
  await buys("ana", 1);
  expect(await takes("ana", "mug")).toMatchObject({ status: 403, said: "This reward is not meant for this member." });
  await buys("ana", 1);
  expect(await takes("ana", "mug")).toMatchObject({ status: 201 });
});

test("case 59: who is blocked takes and uses nothing; what was taken can be given back", async () => {
  const { adjusts, offers, takes, uses, cancels, changesMember, balance } = await town.shop();
  await offers("mug");
  await adjusts("ana", 200);
  const mug = await takes("ana", "mug");
  await changesMember("ana", { status: "blocked" });
  expect(await takes("ana", "mug")).toMatchObject({ status: 403 });
  expect(await uses("ana", mug)).toMatchObject({ status: 403 });
  expect(await cancels("ana", mug)).toMatchObject({ status: 200 });
  expect(await balance("ana")).toBe(200);
});

test("nobody else's reward is found: not another member's, not another shop's", async () => {
  const here = await town.shop();
  await here.offers("mug");
  await here.adjusts("ana", 100);
  const mug = await here.takes("ana", "mug");
  expect(await here.uses("bob", mug)).toMatchObject({ status: 404, code: "not_found" });
  expect(await here.cancels("bob", mug)).toMatchObject({ status: 404, code: "not_found" });
  const there = await town.shop();
  await there.adjusts("ana", 100);
  expect(await there.takes("ana", "mug")).toMatchObject({ status: 404, code: "not_found" });
  const { status } = await there.asks("GET", `/v1/members/${await here.idOf("ana")}/issued-rewards/${mug.id}`);
  expect(status).toBe(404);
  expect(await here.fate("ana", mug)).toBe("active");
});

test("a till sees what can be used now: what the member has, and what their points buy", async () => {
  const { asks, adjusts, offers, takes, uses, idOf, jumps } = await town.shop({ tiers: threeTiers() });
  await offers("coffee", { points: 10, days: 1 });
  await offers("cake", { points: 30 });
  await offers("dinner", { points: 900 });
  await offers("gold", { points: 10, tiers: ["gold"] });
  await adjusts("ana", 100);
  const [coffee, used] = [await takes("ana", "coffee"), await takes("ana", "coffee")];
  await uses("ana", used);
  const usable = async () => {
    const { body } = await asks("GET", `/v1/members/${await idOf("ana")}/usable-rewards`);
    return body.items.map((it: { issuedRewardId?: string; reward?: string }) => it.reward ?? it.issuedRewardId);
  };
  expect(await usable()).toEqual([coffee.id, "coffee", "cake"]);
  jumps({ days: 2 });
  expect(await usable()).toEqual(["coffee", "cake"]);
});
