// A campaign that gives a reward instead of points: case 30, and what cases 1, 2, 4, 9, 10, 14, 16 and 60 say of it.
import { expect, test } from "vitest";
import { givesReward, pointsPerEuro, spending } from "../support/programme.ts";
import { openTown } from "../support/town.ts";

const town = openTown();

/** What became of each reward that campaigns gave, the latest first. */
type Fates = { asks: Awaited<ReturnType<typeof town.shop>>["asks"]; idOf(who: string): Promise<string> };
const fatesOf = async ({ asks, idOf }: Fates, who: string): Promise<string[]> =>
  (await asks("GET", `/v1/members/${await idOf(who)}/earned-rewards`)).body.items.map(
    ({ status, because }: { status: string; because: string | null }) =>
      because === null ? status : `${status}: ${because}`,
  );

test("case 30: a purchase brings a coffee and comes back: the coffee is gone, the shelf is full again", async () => {
  const shop = await town.shop();
  const { offers, starts, buys, returns, taken, left, balance, fate, explains, asks } = shop;
  await offers("coffee", { pieces: 5, days: 30 });
  await starts([givesReward("coffee", { when: [spending(50)] })]);
  const bought = await buys("ana", 60);
  expect(bought).toMatchObject({ status: 201, earned: 60 });
  await town.delivers();
  const [coffee] = await taken("ana");
  expect(coffee).toMatchObject({ source: "campaign", status: "active", cost: null, gift: { sku: "coffee" } });
  expect([await left("coffee"), await fatesOf(shop, "ana")]).toEqual([4, ["issued"]]);
  const why: { award: object; sentence: string }[] = (await explains("ana", bought)).why;
  const said = why.find(({ award }) => "rewardId" in award);
  expect(said).toMatchObject({ award: { points: 0, perLine: [], rewardId: coffee.rewardId } });
  expect(said?.sentence).toContain("Il premio «A coffee»");

  expect(await returns("ana", bought.receipt)).toMatchObject({ status: 201, earned: -60 });
  await town.delivers();
  expect([await left("coffee"), await fate("ana", coffee), await balance("ana")]).toEqual([5, "cancelled", 0]);
  expect(await fatesOf(shop, "ana")).toEqual(["cancelled"]);
  await town.delivers();
  const told = (await asks("GET", "/v1/events?after=0")).body.items.map(({ type }: { type: string }) => type);
  expect(told.filter((type: string) => type.startsWith("reward."))).toEqual([
    "reward.earned",
    "reward.issued",
    "reward.forfeited",
    "reward.cancelled",
  ]);
});

test("case 30: it was used before: the shop writes it off, and nobody owes anything", async () => {
  const shop = await town.shop();
  const { offers, starts, buys, returns, taken, uses, left, balance, fate, asks } = shop;
  await offers("coffee", { pieces: 5 });
  const started = await starts([givesReward("coffee")], { budget: { points: 100 } });
  const bought = await buys("ana", 60);
  await town.delivers();
  const [coffee] = await taken("ana");
  expect(await uses("ana", coffee)).toMatchObject({ status: 200 });
  await returns("ana", bought.receipt);
  await town.delivers();
  expect([await left("coffee"), await fate("ana", coffee), await balance("ana")]).toEqual([4, "used", 0]);
  expect(await fatesOf(shop, "ana")).toEqual(["lost"]);
  await town.delivers();
  const [last] = (await asks("GET", "/v1/events?after=0")).body.items.slice(-1);
  expect(last).toMatchObject({ type: "reward.loss_recorded", data: { issuedRewardId: coffee.id } });

  // What was drunk is not there to be given again.
  expect((await shop.campaign(started)).budget).toMatchObject({ spent: 100, left: 0 });
  await buys("ana", 60);
  await town.delivers();
  expect(await taken("ana")).toHaveLength(1);
});

test("case 1: however often it is told and heard, it is given once", async () => {
  const shop = await town.shop();
  const { offers, starts, buys, taken, left } = shop;
  await offers("coffee", { pieces: 5 });
  await starts([givesReward("coffee")]);
  const told = await Promise.all(Array.from({ length: 10 }, () => buys("ana", 10, { receipt: "r-1" })));
  expect(new Set(told.map(({ id }) => id)).size).toBe(1);
  await Promise.all([town.delivers(), town.delivers()]);
  await buys("ana", 10, { receipt: "r-1" });
  await town.delivers();
  expect([await taken("ana"), await left("coffee")]).toMatchObject([[{ status: "active" }], 4]);
});

test("case 4: an order in two parcels brings it once", async () => {
  const { offers, starts, buys, taken } = await town.shop();
  await offers("coffee");
  await starts([givesReward("coffee")]);
  await buys("ana", 10, { receipt: "o-1", part: "1" });
  await buys("ana", 10, { receipt: "o-1", part: "2" });
  await town.delivers();
  expect(await taken("ana")).toHaveLength(1);
});

test("case 9: of fifty who earn the last three at once three have them; the others are told why not", async () => {
  const shop = await town.shop({ rules: [] });
  const { offers, starts, visits, left, taken, stocksUp } = shop;
  await offers("coffee", { pieces: 3 });
  await starts([givesReward("coffee")], { limit: { times: 1, per: "day" } });
  const names = Array.from({ length: 50 }, (_, at) => `member ${at}`);
  await Promise.all(names.map((name) => visits(name)));
  await Promise.all([town.delivers(), town.delivers()]);
  const fates = await Promise.all(names.map((name) => fatesOf(shop, name)));
  expect(fates.filter(([fate]) => fate === "issued")).toHaveLength(3);
  expect(fates.filter(([fate]) => fate === "withheld: out_of_stock")).toHaveLength(47);
  expect(await left("coffee")).toBe(0);

  // Who went without has had none: the day's limit is still theirs.
  await stocksUp("coffee", 1);
  const without = names[fates.findIndex(([fate]) => fate !== "issued")] ?? "";
  await visits(without);
  await town.delivers();
  expect(await taken(without)).toHaveLength(1);
});

test("case 10: a budget pays for whole rewards only, and gets back what comes back unused", async () => {
  const shop = await town.shop({ rules: [] });
  const { offers, starts, buys, returns, campaign, explains } = shop;
  await offers("coffee", { points: 40 });
  const started = await starts([givesReward("coffee")], { budget: { points: 100, whenShort: "partial" } });
  const first = await buys("ana", 10);
  await buys("bob", 10);
  const third = await buys("eva", 10);
  await town.delivers();
  const fates = await Promise.all(["ana", "bob", "eva"].map((who) => fatesOf(shop, who)));
  expect(fates).toEqual([["issued"], ["issued"], []]);
  expect((await campaign(started)).budget).toMatchObject({ spent: 80, left: 20 });
  expect((await explains("eva", third)).whyNot).toMatchObject([{ reason: "budget" }]);
  await returns("ana", first.receipt);
  await town.delivers();
  expect((await campaign(started)).budget).toMatchObject({ spent: 40, left: 60 });
});

test("cases 14 and 16: a part comes back: it stays, until what it was given for is gone", async () => {
  const shop = await town.shop({ rules: [] });
  const { offers, starts, buys, returns } = shop;
  await Promise.all([offers("coffee"), offers("cake")]);
  await starts([givesReward("coffee")]);
  await starts([givesReward("cake", { when: [spending(50)] })]);
  const { receipt } = await buys("ana", [{ product: "beans", pieces: 3, euros: 60 }]);
  await returns("ana", receipt, { beans: 1 });
  await town.delivers();
  expect((await fatesOf(shop, "ana")).toSorted()).toEqual(["cancelled", "issued"]);
  await returns("ana", receipt, { beans: 1 });
  await town.delivers();
  expect((await fatesOf(shop, "ana")).toSorted()).toEqual(["cancelled", "issued"]);
  await returns("ana", receipt, { beans: 1 });
  await town.delivers();
  expect(await fatesOf(shop, "ana")).toEqual(["cancelled", "cancelled"]);
});

test("case 30: sold and returned before anybody has heard of it: nothing is issued", async () => {
  const shop = await town.shop();
  const { offers, starts, buys, returns, taken, left } = shop;
  await offers("coffee", { pieces: 1 });
  await starts([givesReward("coffee")]);
  const { receipt } = await buys("ana", 10);
  await returns("ana", receipt);
  await town.delivers();
  expect([await left("coffee"), await fatesOf(shop, "ana")]).toEqual([1, ["cancelled"]]);
  expect((await taken("ana")).filter(({ status }) => status === "active")).toEqual([]);
});

test("a trial says how many it would have given and at what cost; a reward that is not there is refused", async () => {
  const { offers, starts, buys, triesCampaign, withdraws, asks } = await town.shop({
    points: { faceValue: { points: 1, minor: 1 } },
  });
  await offers("coffee", { points: 150 });
  for (const who of ["ana", "bob", "ana"]) await buys(who, 10);
  const trial = await triesCampaign([givesReward("coffee")], { limit: { times: 1, per: "ever" } });
  expect(trial).toMatchObject({
    earning: 2,
    points: [],
    net: [{ points: 0 }],
    rewards: [{ pieces: 2, points: 300, worthMinor: 300 }],
  });
  expect(trial.examples[0].points).toMatchObject([{ points: 0, rewardId: trial.rewards[0].rewardId }]);

  const asked = (effect: object) => asks("POST", "/v1/programme/trials", { rules: [{ ...givesReward("x"), effect }] });
  expect(await asked({ kind: "reward", reward: "tea" })).toMatchObject({
    status: 400,
    body: { field: "effect.reward" },
  });
  expect(await asked({ kind: "reward", reward: "coffee", points: 3 })).toMatchObject({ status: 400 });
  const { body } = await starts([givesReward("coffee"), pointsPerEuro(2)]);
  expect(body.rules[0].effect).toEqual({ kind: "reward", reward: "coffee" });
  await withdraws("coffee");
  expect(await asked({ kind: "reward", reward: "coffee" })).toMatchObject({ status: 400 });
  const shown = await buys("eva", 10);
  expect(shown.status).toBe(201);
});

test("what has ended since is withheld, and a basket that is only looked at is told what it would bring", async () => {
  const shop = await town.shop({ rules: [] });
  const { offers, starts, visits, withdraws, asks } = shop;
  await offers("coffee");
  await starts([givesReward("coffee")]);
  const looked = await asks("POST", "/v1/evaluations", { kind: "visit" });
  expect(looked.body).toMatchObject({ points: [], awards: [{ points: 0 }] });
  await visits("ana");
  await withdraws("coffee");
  await town.delivers();
  expect(await fatesOf(shop, "ana")).toEqual(["withheld: ended"]);
  await town.delivers();
  const [told] = (await asks("GET", "/v1/events?after=0&types=reward.not_issued")).body.items;
  expect(told.data).toMatchObject({ because: "ended" });
});
