// Members whom certain things are true of: counted while somebody thinks, kept, and asked for.
import { expect, test } from "vitest";
import { type Condition, pointsPerEuro, times } from "./support/programme.ts";
import { openTown } from "./support/town.ts";

const town = openTown();

const bought = (times: number): Condition => ({ field: "member.purchases", operator: ">=", value: times });
const from = (country: string): Condition => ({ field: "member.country", operator: "=", value: country });

test("whoever buys twice from Italy is counted, kept as a segment, and found in it", async () => {
  const shop = await town.shop();
  await shop.enrols("ana", { country: "IT" });
  await shop.enrols("bob", { country: "IT" });
  await shop.enrols("cy", { country: "DE" });
  for (const who of ["ana", "ana", "bob", "cy", "cy"]) await shop.buys(who, 10);
  expect(await shop.counts([bought(1)])).toEqual({ members: 3, isExact: true });
  expect(await shop.counts([bought(2), from("IT")])).toEqual({ members: 1, isExact: true });
  expect(await shop.counts([])).toEqual({ members: 3, isExact: true });

  expect(await shop.keeps("regulars", [bought(2)])).toMatchObject({ status: 201, body: { code: "regulars" } });
  expect(await shop.whoIsIn("regulars")).toEqual(["cy", "ana"]);
  expect([await shop.isIn("ana", "regulars"), await shop.isIn("bob", "regulars")]).toEqual([true, false]);
  await shop.buys("bob", 10);
  expect(await shop.whoIsIn("regulars")).toEqual(["cy", "bob", "ana"]);
  expect(await shop.isIn("bob", "regulars")).toBe(true);
});

test("a segment is changed, listed and removed; its code is taken once", async () => {
  const shop = await town.shop();
  await shop.buys("ana", 10);
  await shop.keeps("all", []);
  expect(await shop.keeps("all", [])).toMatchObject({ status: 409, code: "conflict" });
  expect(
    await shop.rethinks("all", { name: "Regulars", conditions: { combinator: "and", rules: [bought(2)] } }),
  ).toMatchObject({ status: 200, body: { code: "all", name: "Regulars" } });
  expect(await shop.whoIsIn("all")).toEqual([]);
  const { items } = (await shop.asks("GET", "/v1/segments")).body;
  expect(items.map(({ code }: { code: string }) => code)).toEqual(["all"]);
  expect(await shop.forgets("all")).toMatchObject({ status: 204 });
  expect(await shop.forgets("all")).toMatchObject({ status: 404 });
  expect((await shop.asks("GET", "/v1/segments")).body.items).toEqual([]);
});

test("who has left is in no segment, and another shop's members are in none of ours", async () => {
  const shop = await town.shop();
  const other = await town.shop();
  await other.buys("eve", 10);
  await shop.buys("ana", 10);
  await shop.buys("bob", 10);
  await shop.keeps("all", []);
  await shop.changesMember("bob", { status: "closed" });
  expect(await shop.counts([])).toEqual({ members: 1, isExact: true });
  expect(await shop.whoIsIn("all")).toEqual(["ana"]);
  expect(await shop.isIn("bob", "all")).toBe(false);
  const path = `/v1/segments/${await shop.segmentNamed("all")}/members/${await other.idOf("eve")}`;
  expect((await shop.asks("GET", path)).status).toBe(404);
});

test("a long list of members comes in pages, each of them once", async () => {
  const shop = await town.shop();
  const names = Array.from({ length: 23 }, (_, index) => `member ${index}`);
  for (const name of names) await shop.enrols(name, { language: "ro" });
  await shop.enrols("other", { language: "it" });
  await shop.keeps("romanian", [{ field: "member.language", operator: "=", value: "ro" }]);
  expect(await shop.whoIsIn("romanian", 5)).toEqual(names.toReversed());
});

test.each([
  ["what is bought at the moment", { field: "activity.amount_minor", operator: ">", value: 1 }],
  ["another segment", { field: "segment.in", operator: "=", value: "regulars" }],
  ["the weather", { field: "weather.now", operator: "=", value: "rain" }],
  ["a balance", { field: "wallet.balance", operator: ">", value: 1 }],
  ["SQL", { field: "member.tier", operator: "= 'x' or true --", value: "x" }],
])("a segment does not speak of %s", async (_what, condition) => {
  const { asks } = await town.shop();
  const conditions = { combinator: "and", rules: [condition] };
  expect(await asks("POST", "/v1/segments/count", { conditions })).toMatchObject({
    status: 400,
    body: { code: "invalid", field: expect.stringContaining("conditions") },
  });
});

test("what is compared stays a value, whatever is written in it", async () => {
  const shop = await town.shop();
  await shop.buys("ana", 10);
  const rules = [{ field: "member.country", operator: "=", value: "' or true; drop table members; --" }];
  expect(await shop.counts(rules)).toEqual({ members: 0, isExact: true });
  expect(await shop.counts([])).toEqual({ members: 1, isExact: true });
});

const times2 = (code: string) => times("2", { when: [{ field: "segment.in", operator: "=", value: code }] });

test("a rule is for a segment: who joins it by what they do is met at once; so is a segment that changes", async () => {
  const shop = await town.shop({ rules: [pointsPerEuro(), times2("regulars")] });
  expect((await shop.buys("ana", 10)).earned).toBe(10);
  await shop.keeps("regulars", [bought(2)]);
  expect((await shop.buys("ana", 10)).earned).toBe(10);
  expect((await shop.buys("ana", 10)).earned).toBe(20);
  expect((await shop.buys("bob", 10)).earned).toBe(10);
  await shop.rethinks("regulars", { conditions: { combinator: "and", rules: [bought(1)] } });
  expect((await shop.buys("bob", 10)).earned).toBe(20);
  await shop.forgets("regulars");
  expect((await shop.buys("ana", 10)).earned).toBe(10);
});

test("of two who buy in the same moment each is judged by their own segments", async () => {
  const shop = await town.shop({ rules: [pointsPerEuro(), times2("regulars")] });
  await shop.keeps("regulars", [bought(1)]);
  await shop.buys("ana", 10);
  const [ana, bob] = await Promise.all([shop.buys("ana", 10), shop.buys("bob", 10)]);
  expect([ana.earned, bob.earned]).toEqual([20, 10]);
});
