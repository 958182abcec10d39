// Rights that come with a tier: cases 48 and 49, and what cases 2 and 59 say of them.
import { expect, test } from "vitest";
import { threeTiers } from "../support/programme.ts";
import { openTown } from "../support/town.ts";

const town = openTown();
const MORNING = "2026-03-02T09:00:00Z";

test("gold has a coffee a month and the lounge at any time; silver has neither", async () => {
  const { buys, promises, rights, enjoys, goodUntil, taken } = await town.shop({ tiers: threeTiers() });
  await promises("coffee");
  await promises("lounge", { uses: null, period: "year" });
  await promises("parking", { tiers: ["silver", "gold"], uses: 2, period: "week" });
  await buys("ana", 600);
  await buys("bob", 2_500);
  expect(await rights("ana")).toEqual({ parking: 2 });
  expect(await rights("bob")).toEqual({ coffee: 1, lounge: null, parking: 2 });
  expect(await goodUntil("bob", "coffee")).toBe("2026-03-31T22:00:00.000Z");

  expect(await enjoys("ana", "coffee")).toMatchObject({ status: 404, code: "not_found" });
  const coffee = await enjoys("bob", "coffee");
  expect(coffee).toMatchObject({ status: 201, body: { status: "used", source: "benefit", cost: null } });
  const again = await enjoys("bob", "coffee");
  expect(again).toMatchObject({ status: 409, said: "This benefit was used once this month already." });
  for (let visit = 0; visit < 3; visit += 1) expect(await enjoys("bob", "lounge")).toMatchObject({ status: 201 });
  expect(await rights("bob")).toEqual({ coffee: 0, lounge: null, parking: 2 });
  expect(await taken("bob")).toHaveLength(4);
});

test("a new month brings a new coffee, at midnight in the shop's zone; what was not used is not saved up", async () => {
  const { buys, promises, rights, enjoys, isNow } = await town.shop({ tiers: threeTiers() });
  await promises("coffee", { uses: 2 });
  await buys("ana", 2_500);
  await enjoys("ana", "coffee");
  isNow("2026-03-31T21:59:58Z");
  expect(await rights("ana")).toEqual({ coffee: 1 });
  isNow("2026-03-31T22:00:00Z");
  expect(await rights("ana")).toEqual({ coffee: 2 });
  expect(await enjoys("ana", "coffee")).toMatchObject({ status: 201 });
});

test("case 2: the till lost its connection and sent the use again: it was used once", async () => {
  const { buys, promises, rights, enjoys } = await town.shop({ tiers: threeTiers() });
  await promises("coffee", { uses: 2 });
  await buys("ana", 2_500);
  const first = await enjoys("ana", "coffee", { order: "u-1" });
  expect(await enjoys("ana", "coffee", { order: "u-1" })).toMatchObject({ status: 200, body: first.body });
  expect(await rights("ana")).toEqual({ coffee: 1 });
  const tills = await Promise.all(Array.from({ length: 10 }, () => enjoys("ana", "coffee")));
  expect(tills.filter(({ status }) => status === 201)).toHaveLength(1);
  expect(await rights("ana")).toEqual({ coffee: 0 });
});

test("case 49: a tier that has ended keeps its coffee to the end of the month, used once", async () => {
  const { enrols, promises, promotes, demotes, rights, goodUntil, enjoys, isNow } = await town.shop({
    tiers: threeTiers(),
  });
  await enrols("ana");
  await promises("coffee");
  await promises("lounge", { uses: null, period: "day" });
  await promotes("ana", "gold", "2026-06-01T00:00:00Z");
  expect(await rights("ana")).toEqual({ coffee: 1, lounge: null });
  await demotes("ana");
  expect(await rights("ana")).toEqual({ coffee: 1, lounge: null });
  expect(await goodUntil("ana", "lounge")).toBe("2026-03-02T23:00:00.000Z");
  isNow("2026-03-03T09:00:00Z");
  expect(await rights("ana")).toEqual({ coffee: 1 });
  expect(await enjoys("ana", "lounge")).toMatchObject({ status: 404 });
  expect(await enjoys("ana", "coffee")).toMatchObject({ status: 201 });
  expect(await enjoys("ana", "coffee")).toMatchObject({ status: 409 });
  isNow("2026-03-31T22:00:00Z");
  expect(await rights("ana")).toEqual({});
});

test("case 49: downgraded by the calendar, booked by a job or not: the year's right stays for its year", async () => {
  const downgrade = { policy: "by_balance", graceDays: 0 } as const;
  const tiers = threeTiers({ period: { kind: "calendar", months: 1 }, downgrade });
  const { buys, promises, rights, tier, isNow } = await town.shop({ tiers });
  await promises("coffee");
  await promises("lounge", { period: "year" });
  await buys("ana", 2_500);
  isNow("2026-05-15T09:00:00Z");
  expect(await tier("ana")).toBe("bronze");
  const before = await rights("ana");
  await town.sweeps();
  expect(await rights("ana")).toEqual(before);
  expect(before).toEqual({ lounge: 1 });
  isNow("2027-01-01T09:00:00Z");
  expect(await rights("ana")).toEqual({});
});

test("case 48: gold came with a purchase and goes with its return: its coffee goes too, unless drunk", async () => {
  const tiers = threeTiers({ onReturn: "drop_at_once" });
  const { buys, returns, promises, rights, enjoys, tier, fate, undoes } = await town.shop({ tiers });
  await promises("coffee");
  for (const who of ["ana", "bob"]) await buys(who, 2_500, { receipt: `coat-${who}` });
  expect(await rights("ana")).toEqual({ coffee: 1 });
  const drunk = await enjoys("bob", "coffee");
  for (const who of ["ana", "bob"]) await returns(who, `coat-${who}`);
  expect(await tier("ana")).toBe("bronze");
  expect(await rights("ana")).toEqual({});
  expect(await enjoys("ana", "coffee")).toMatchObject({ status: 404 });
  expect(await fate("bob", drunk)).toBe("used");
  // The use is taken back, and there is no right any more to use it again.
  expect(await undoes("bob", drunk)).toMatchObject({ status: 201 });
  expect(await rights("bob")).toEqual({});

  await buys("ana", 2_500);
  expect(await rights("ana")).toEqual({ coffee: 1 });
});

test("case 48: kept to the period's end by the shop's policy, the tier and its coffee stay", async () => {
  const { buys, returns, promises, rights, enjoys } = await town.shop({ tiers: threeTiers() });
  await promises("coffee");
  await buys("ana", 2_500, { receipt: "coat" });
  await returns("ana", "coat");
  expect(await rights("ana")).toEqual({ coffee: 1 });
  expect(await enjoys("ana", "coffee")).toMatchObject({ status: 201 });
});

test("a use by mistake is taken back, and the coffee can be had again", async () => {
  const { buys, promises, rights, enjoys, undoes, uses, cancels, fate, jumps } = await town.shop({
    tiers: threeTiers(),
  });
  await promises("coffee");
  await buys("ana", 2_500);
  const wrong = await enjoys("ana", "coffee");
  expect(await cancels("ana", wrong)).toMatchObject({ status: 409 });
  expect(await undoes("ana", wrong)).toMatchObject({ status: 201 });
  expect(await undoes("ana", wrong)).toMatchObject({ status: 409 });
  expect(await fate("ana", wrong)).toBe("cancelled");
  expect(await uses("ana", wrong)).toMatchObject({ status: 409 });
  expect(await rights("ana")).toEqual({ coffee: 1 });
  const right = await enjoys("ana", "coffee");
  expect(right).toMatchObject({ status: 201 });
  jumps({ minutes: 61 });
  expect(await undoes("ana", right)).toMatchObject({ status: 409 });
  expect(await rights("ana")).toEqual({ coffee: 0 });
});

test("case 59: who is blocked or may only earn uses no benefit", async () => {
  const { buys, promises, enjoys, changesMember } = await town.shop({ tiers: threeTiers() });
  await promises("coffee");
  await buys("ana", 2_500);
  for (const status of ["blocked", "earn_only"]) {
    await changesMember("ana", { status });
    expect(await enjoys("ana", "coffee")).toMatchObject({ status: 403, code: "forbidden" });
  }
});

test("a benefit is of tiers that there are, has a code of its own, and ends", async () => {
  const { buys, promises, breaksPromise, rights, enjoys, asks } = await town.shop({
    tiers: threeTiers(),
    opens: MORNING,
  });
  expect(await promises("coffee", { tiers: ["platinum"] })).toMatchObject({ status: 400, code: "invalid" });
  expect(await promises("coffee")).toMatchObject({ status: 201 });
  expect(await promises("tea")).toMatchObject({ status: 201 });
  const { body } = await asks("GET", "/v1/benefits");
  expect(body.items.map(({ code }: { code: string }) => code)).toEqual(["coffee", "tea"]);
  await buys("ana", 2_500);
  await breaksPromise("tea");
  expect(await rights("ana")).toEqual({ coffee: 1 });
  expect(await enjoys("ana", "tea")).toMatchObject({ status: 404 });
  expect(await promises("coffee")).toMatchObject({ status: 409, code: "conflict" });
});

test("what came with a tier is not given on", async () => {
  const { buys, promises, enjoys, gives } = await town.shop({ tiers: threeTiers() });
  await promises("coffee");
  await buys("ana", 2_500);
  const coffee = await enjoys("ana", "coffee");
  expect(await gives("ana", coffee, "bob")).toMatchObject({ status: 409, code: "conflict" });
});
