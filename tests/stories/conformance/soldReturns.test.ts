// What a basket sold comes back past its session, as a shop system that knows no sessions tells it: cases 12, 15, 18.
import { expect, test } from "vitest";
import { openTown } from "../support/town.ts";

const town = openTown();

const cents = { faceValue: { points: 1, minor: 1 } };
const threeMugs = [{ product: "mug", pieces: 3, euros: 9 }];
type Shop = Awaited<ReturnType<typeof town.shop>>;

/** Three mugs for nine euros, of which three are paid with points. */
async function sells({ adjusts, checksOut }: Shop) {
  await adjusts("ana", 1_000);
  const sold = await checksOut("ana", threeMugs, { points: 300, receipt: "b-1" });
  await town.delivers();
  return sold;
}

test("case 18: points come back as points, whoever tells of the return, piece by piece to the last", async () => {
  const shop = await town.shop({ points: cents, rules: [] });
  const { balance, returns, session } = shop;
  const sold = await sells(shop);
  expect(await balance("ana")).toBe(700);
  const seen: number[] = [];
  for (const piece of [1, 2, 3]) {
    expect(await returns("ana", "b-1", { mug: 1 }, { receipt: `back-${piece}` })).toMatchObject({ status: 201 });
    await town.delivers();
    seen.push(await balance("ana"));
  }
  expect(seen).toEqual([800, 900, 1_000]);
  expect(await session(sold)).toMatchObject({ status: "returned" });
});

test("case 15: both ways in any order, told twice and heard late: what was paid comes back once", async () => {
  for (const order of ["desk first", "session first", "unheard"] as const) {
    const shop = await town.shop({ points: cents, rules: [] });
    const { balance, returns, bringsBack } = shop;
    const sold = await sells(shop);
    const atDesk = () => returns("ana", "b-1", { mug: 1 }, { receipt: "desk" });
    if (order !== "session first") expect(await atDesk()).toMatchObject({ status: 201 });
    if (order === "desk first") await town.delivers();
    expect(await bringsBack(sold, { 0: 1 }, { slip: "slip" })).toMatchObject({ status: 201 });
    if (order === "session first") expect(await atDesk()).toMatchObject({ status: 201 });
    expect(await atDesk()).toMatchObject({ status: 200 });
    await town.delivers();
    expect([order, await balance("ana")]).toEqual([order, 900]);
    expect(await bringsBack(sold, null)).toMatchObject({ status: 201 });
    await town.delivers();
    expect([order, await balance("ana")]).toEqual([order, 1_000]);
  }
});

test("case 15: at once, by both ways: never more than was paid", async () => {
  const shop = await town.shop({ points: cents, rules: [] });
  const { balance, returns, bringsBack } = shop;
  const sold = await sells(shop);
  const tries = [1, 2, 3].flatMap((at) => [
    returns("ana", "b-1", { mug: 1 }, { receipt: `desk-${at}` }),
    bringsBack(sold, { 0: 1 }, { slip: `slip-${at}` }),
  ]);
  const heard = (await Promise.all([...tries, town.delivers()])).flatMap((it) => (it === undefined ? [] : [it]));
  expect(heard.filter(({ status }) => status === 201)).toHaveLength(3);
  await town.delivers();
  expect(await balance("ana")).toBe(1_000);
});

test("case 12: what was spent of the points that it earned is owed; what it was paid with is back", async () => {
  const shop = await town.shop({ points: cents });
  const { balance, returns, spends } = shop;
  await sells(shop);
  expect(await balance("ana")).toBe(706);
  await spends("ana", 706);
  await returns("ana", "b-1");
  await town.delivers();
  expect(await balance("ana")).toBe(294);
});

test("case 49: a reward that nobody paid for can be used again once the whole basket is back", async () => {
  const shop = await town.shop({ rules: [] });
  const { offers, starts, visits, taken, checksOut, returns, fate, asks } = shop;
  await offers("five", { gift: { kind: "discount_amount", amountMinor: 500 } });
  const rule = { name: "five", pointsType: "points", validFrom: null, effect: { kind: "reward", reward: "five" } };
  await starts([rule], { limit: { times: 1, per: "ever" } });
  await visits("ana");
  await town.delivers();
  const [body] = await taken("ana");
  const five = { status: 200, code: "", said: "", id: body.id, receipt: "", earned: 0, body };
  await checksOut("ana", [{ product: "mug", pieces: 2, euros: 3 }], { rewards: [five], receipt: "b-1" });
  // What it was really cheaper by, not what the reward says at most.
  expect((await asks("GET", "/v1/reports/cost")).body.discounts).toMatchObject({ rewards: 1, amountMinor: 300 });
  await returns("ana", "b-1", { mug: 1 });
  await town.delivers();
  expect(await fate("ana", five)).toBe("used");
  await returns("ana", "b-1", { mug: 1 });
  await town.delivers();
  expect(await fate("ana", five)).toBe("active");
  expect((await asks("GET", "/v1/reports/cost")).body.discounts).toMatchObject({ rewards: 0, amountMinor: 0 });
});
