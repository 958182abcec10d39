// What a member gets at most in a period: case 65 of the birthday that is moved, and what cases 6, 10, 14 and 41 say of
// limits. The shops speak Italian; their clocks are those of Rome.
import { describe, expect, test } from "vitest";
import { bonus, isA, pointsPerEuro, times } from "../support/programme.ts";
import { openTown } from "../support/town.ts";

const town = openTown();

type Told = { whyNot: { name: string; reason: string; sentence: string }[]; why: { name: string; wanted?: number }[] };
const reasons = ({ whyNot }: Told) => whyNot.map(({ name, reason }) => `${name}: ${reason}`);

const aDay = (points: number) => pointsPerEuro(1, { limit: { points, per: "day" } });

test("69: once an hour is once in each of two hours that the clock shows alike", async () => {
  const { buys } = await town.shop({
    opens: "2026-10-25T03:00:00Z",
    rules: [bonus(5, { limit: { times: 1, per: "hour" } })],
  });
  // In Rome it is half past two twice: at 00:30 and at 01:30 of UTC.
  expect(await buys("ana", 1, { at: "2026-10-25T00:30:00Z" })).toMatchObject({ earned: 5 });
  expect(await buys("ana", 1, { at: "2026-10-25T00:59:59Z" })).toMatchObject({ earned: 0 });
  const again = await buys("ana", 1, { receipt: "second-hour", at: "2026-10-25T01:30:00Z" });
  expect(again).toMatchObject({ earned: 5 });
  expect(await buys("ana", 1, { at: "2026-10-25T01:31:00Z" })).toMatchObject({ earned: 0 });
});

test("an hour's limit is given back by a return", async () => {
  const { buys, returns } = await town.shop({ rules: [bonus(5, { limit: { times: 1, per: "hour" } })] });
  expect(await buys("ana", 1, { receipt: "first" })).toMatchObject({ earned: 5 });
  await returns("ana", "first");
  expect(await buys("ana", 1)).toMatchObject({ earned: 5 });
  expect(await buys("ana", 1)).toMatchObject({ earned: 0 });
});

describe("a rule that gives 30 points a day", () => {
  test("cuts an award to what is left, says so, then gives nothing until midnight in Rome", async () => {
    const { buys, explains, tries, isNow } = await town.shop({ rules: [aDay(30)] });
    expect(await buys("ana", 20)).toMatchObject({ earned: 20 });
    expect(await tries("ana", 20)).toBe(10);
    const cut = await buys("ana", 20);
    expect(cut).toMatchObject({ earned: 10 });
    expect((await explains("ana", cut)).why).toMatchObject([{ name: "1 a euro", wanted: 20, award: { points: 10 } }]);
    const none = await buys("ana", 20);
    expect(none).toMatchObject({ earned: 0 });
    const told = await explains("ana", none);
    expect(reasons(told)).toEqual(["1 a euro: rule_limit"]);
    expect(told.whyNot[0].sentence).toBe("L’iscritto ha già avuto tutto ciò che questa regola dà nel periodo.");
    isNow("2026-03-02T22:59:59Z");
    expect(await buys("ana", 20)).toMatchObject({ earned: 0 });
    isNow("2026-03-02T23:00:00Z");
    expect(await buys("ana", 20)).toMatchObject({ earned: 20 });
    expect(await buys("bob", 50)).toMatchObject({ earned: 30 });
  });

  test("counts what is told late on the day of its purchase", async () => {
    const { buys, jumps } = await town.shop({ rules: [aDay(30)] });
    jumps({ days: 3 });
    expect(await buys("ana", 30)).toMatchObject({ earned: 30 });
    const at = "2026-03-03T12:00:00Z";
    expect(await buys("ana", 20, { at })).toMatchObject({ earned: 20 });
    expect(await buys("ana", 20, { at })).toMatchObject({ earned: 10 });
  });

  test("counts once what is sent twice", async () => {
    const { buys } = await town.shop({ rules: [aDay(30)] });
    await buys("ana", 20, { receipt: "r-1" });
    expect(await buys("ana", 20, { receipt: "r-1" })).toMatchObject({ status: 200, earned: 20 });
    expect(await buys("ana", 20)).toMatchObject({ earned: 10 });
  });

  test("case 6: gives no more however many buy at once on one card", async () => {
    const { buys, balance } = await town.shop({ rules: [aDay(30)] });
    const bought = await Promise.all(Array.from({ length: 50 }, () => buys("ana", 7)));
    expect(bought.every(({ status }) => status === 201)).toBe(true);
    expect(await balance("ana")).toBe(30);
  });

  test("case 14: gives room back when goods come back, by their share and on the day of the purchase", async () => {
    const { buys, returns, jumps } = await town.shop({ rules: [aDay(30)] });
    const first = await buys("ana", [{ product: "shirt", pieces: 2, euros: 20 }]);
    await buys("ana", 10);
    expect(await buys("ana", 10)).toMatchObject({ earned: 0 });
    await returns("ana", first.receipt, { shirt: 1 });
    expect(await buys("ana", 30)).toMatchObject({ earned: 10 });
    jumps({ days: 1 });
    await buys("ana", 30);
    await returns("ana", first.receipt, { shirt: 1 });
    expect(await buys("ana", 10)).toMatchObject({ earned: 0 });
    expect(await buys("ana", 30, { at: "2026-03-02T12:00:00Z" })).toMatchObject({ earned: 10 });
  });
});

describe("a campaign that gives twice a week", () => {
  const twice = { name: "Twice", limit: { times: 2, per: "week" } };

  test("counts the visits, not the rules that gave, and begins anew on Monday", async () => {
    const { starts, visits, explains, isNow } = await town.shop({ rules: [] });
    await starts([bonus(5, { name: "five" }), bonus(2, { name: "two" })], twice);
    expect([(await visits("ana")).earned, (await visits("ana")).earned]).toEqual([7, 7]);
    const third = await visits("ana");
    expect(third).toMatchObject({ earned: 0 });
    expect(reasons(await explains("ana", third))).toEqual(["five: campaign_limit", "two: campaign_limit"]);
    isNow("2026-03-08T22:59:59Z");
    expect(await visits("ana")).toMatchObject({ earned: 0 });
    isNow("2026-03-08T23:00:00Z");
    expect(await visits("ana")).toMatchObject({ earned: 7 });
  });

  test("gives the time back when the whole purchase came back, and not before", async () => {
    const { starts, buys, returns } = await town.shop({ rules: [] });
    await starts([bonus(10)], twice);
    const first = await buys("ana", [{ product: "shirt", pieces: 2, euros: 20 }]);
    await buys("ana", 20);
    await returns("ana", first.receipt, { shirt: 1 });
    expect(await buys("ana", 20)).toMatchObject({ earned: 0 });
    await returns("ana", first.receipt, { shirt: 1 });
    expect(await buys("ana", 20)).toMatchObject({ earned: 10 });
  });

  test("lets others come to their right when it has given enough", async () => {
    const { starts, buys } = await town.shop();
    await starts([bonus(50)], { ...twice, stacking: { kind: "exclusive" }, priority: 5 });
    const earned = [await buys("ana", 10), await buys("ana", 10), await buys("ana", 10)];
    expect(earned.map((bought) => bought.earned)).toEqual([50, 50, 10]);
  });
});

describe("case 65: a birthday", () => {
  const birthday = { field: "member.is_birthday", operator: "=", value: true };
  const gift = bonus(100, { name: "birthday", when: [birthday], limit: { times: 1, per: "days", days: 365 } });

  test("that is moved twice a year brings one bonus in 365 days", async () => {
    const { buys, enrols, changesMember, explains, isNow } = await town.shop({ rules: [gift] });
    await enrols("ana", { birthDate: "1990-03-02" });
    expect(await buys("ana", 10)).toMatchObject({ earned: 100 });
    isNow("2026-09-10T10:00:00Z");
    await changesMember("ana", { birthDate: "1990-09-10" });
    const second = await buys("ana", 10);
    expect(second).toMatchObject({ earned: 0 });
    expect(reasons(await explains("ana", second))).toEqual(["birthday: rule_limit"]);
    // Another year by the calendar, but not yet 365 days.
    isNow("2027-03-01T10:00:00Z");
    await changesMember("ana", { birthDate: "1990-03-01" });
    expect(await buys("ana", 10)).toMatchObject({ earned: 0 });
    isNow("2027-03-02T10:00:00Z");
    await changesMember("ana", { birthDate: "1990-03-02" });
    expect(await buys("ana", 10)).toMatchObject({ earned: 100 });
  });

  test("comes once a day that has it, not once a purchase; told late it minds what came after", async () => {
    const { buys, enrols, jumps, changesMember } = await town.shop({ rules: [gift] });
    await enrols("ana", { birthDate: "1990-03-02" });
    const both = await Promise.all([buys("ana", 10), buys("ana", 10)]);
    expect(both.map(({ earned }) => earned).toSorted()).toEqual([0, 100]);
    await changesMember("ana", { birthDate: "1990-02-20" });
    jumps({ days: 1 });
    expect(await buys("ana", 10, { at: "2026-02-20T10:00:00Z" })).toMatchObject({ earned: 0 });
  });
});

test("a welcome comes once for ever", async () => {
  const { starts, buys, jumps } = await town.shop({ rules: [] });
  await starts([bonus(20)], { limit: { times: 1, per: "ever" } });
  expect(await buys("ana", 10)).toMatchObject({ earned: 20 });
  jumps({ days: 800 });
  expect(await buys("ana", 10)).toMatchObject({ earned: 0 });
});

test("a new version of a rule goes on counting where the old one was", async () => {
  const { buys, changesRule } = await town.shop({ rules: [aDay(30)] });
  await buys("ana", 20);
  await changesRule("1 a euro", { ...aDay(50), validFrom: "2026-03-02T09:00:00Z" });
  expect(await buys("ana", 100)).toMatchObject({ earned: 30 });
});

describe("the cap of the programme", () => {
  const cap = { pointsType: "points", points: 100, per: "month" };

  test("bounds what all rules give together, those of higher priority first, and says so", async () => {
    const { starts, buys, explains, isNow } = await town.shop({ policies: { caps: [cap] } });
    await starts([bonus(30, { when: [isA("purchase")] })], { priority: 5 });
    expect(await buys("ana", 50)).toMatchObject({ earned: 80 });
    const cut = await buys("ana", 50);
    expect(cut).toMatchObject({ earned: 20 });
    expect(reasons(await explains("ana", cut))).toEqual(["1 a euro: cap"]);
    expect((await explains("ana", cut)).why).toMatchObject([{ name: "a bonus of 30", wanted: 30 }]);
    isNow("2026-03-31T22:00:00Z");
    expect(await buys("ana", 50)).toMatchObject({ earned: 80 });
  });

  test("case 22: gives room back in the month of the purchase, and both legs of an exchange count", async () => {
    const { buys, returns } = await town.shop({ policies: { caps: [cap] } });
    const first = await buys("ana", 100);
    expect(await buys("ana", 50)).toMatchObject({ earned: 0 });
    await returns("ana", first.receipt);
    expect(await buys("ana", 120)).toMatchObject({ earned: 100 });
  });

  test("that came later does not give back what it never counted", async () => {
    const { buys, returns, decides } = await town.shop();
    const before = await buys("ana", 60);
    await decides({ caps: [cap] });
    expect(await buys("ana", 90)).toMatchObject({ earned: 90 });
    await returns("ana", before.receipt);
    expect(await buys("ana", 50)).toMatchObject({ earned: 10 });
  });

  test("of a day and of any ten days hold both", async () => {
    const caps = [
      { pointsType: "points", points: 40, per: "day" },
      { pointsType: "points", points: 60, per: "days", days: 10 },
    ];
    const { buys, jumps } = await town.shop({ policies: { caps } });
    expect(await buys("ana", 50)).toMatchObject({ earned: 40 });
    jumps({ days: 1 });
    expect(await buys("ana", 50)).toMatchObject({ earned: 20 });
    jumps({ days: 9 });
    expect(await buys("ana", 50)).toMatchObject({ earned: 40 });
  });

  test("names a points type that there is", async () => {
    const { decides } = await town.shop();
    await expect(decides({ caps: [{ ...cap, pointsType: "stars" }] })).rejects.toThrow(/400.*stars/);
    await expect(decides({ caps: [{ ...cap, per: "days" }] })).rejects.toThrow(/400.*how many/);
  });
});

test("a limit that says nothing is refused", async () => {
  const { starts } = await town.shop();
  await expect(starts([bonus(5, { limit: { per: "day" } })])).rejects.toThrow(/400.*points/);
  await expect(starts([bonus(5)], { limit: { times: 1, per: "day", days: 3 } })).rejects.toThrow(/400.*how many/);
  await expect(starts([times("2", { limit: { times: 0, per: "day" } })])).rejects.toThrow(/400/);
});
