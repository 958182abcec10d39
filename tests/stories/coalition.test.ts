// Many companies, many countries, one wallet.
import { expect, test } from "vitest";
import { bonus, isA, pointsPerEuro, threeTiers } from "./support/programme.ts";
import { openTown } from "./support/town.ts";

const town = openTown();

/** A coalition that reckons in euros: a hotel in California, a tailor in Berlin, a pharmacy in Prague. */
async function coalition() {
  const shop = await town.shop({
    tiers: threeTiers(),
    rules: [
      pointsPerEuro(),
      bonus(25, { name: "abroad", when: [isA("purchase"), { field: "place.country", operator: "!=", value: "IT" }] }),
    ],
  });
  await shop.opensPlace({ partner: "hotel", place: "san-diego", country: "US" });
  await shop.opensPlace({ partner: "tailor", place: "berlin", country: "DE" });
  await shop.opensPlace({ partner: "pharmacy", place: "prague", country: "CZ" });
  return shop;
}

const dollars = { currency: "USD", rate: "0.92", rateDate: "2026-03-01" };
const crowns = { currency: "CZK", rate: "0.0395", rateDate: "2026-03-02" };

test("Ana sleeps in San Diego, buys a coat in Berlin, and her points are in one place", async () => {
  const { buys, balance, entries } = await coalition();
  expect((await buys("ana", 250, { place: "san-diego", ...dollars })).earned).toBe(230 + 25);
  expect((await buys("ana", [{ product: "coat", euros: 300 }], { place: "berlin" })).earned).toBe(300 + 25);
  expect((await buys("ana", 1_200, { place: "prague", ...crowns })).earned).toBe(47 + 25);
  expect(await balance("ana")).toBe(255 + 325 + 72);
  const rates = (await entries("ana")).map(({ rate }: { rate?: string }) => rate);
  expect(new Set(rates)).toEqual(new Set(["0.92", undefined, "0.0395"]));
});

test("her sister gives the coat back, at the rate and the points of the day she bought it", async () => {
  const { buys, returns, balance, standing, isNow } = await coalition();
  const coats = [{ product: "coat", pieces: 2, euros: 500 }];
  await buys("eva", coats, { place: "san-diego", receipt: "coats", ...dollars });
  expect(await balance("eva")).toBe(460 + 25);
  isNow("2026-05-01T09:00:00Z");
  const back = await returns("eva", "coats", { coat: 1 }, { place: "san-diego", ...dollars, rate: "0.85" });
  expect(back.earned).toBe(-(230 + 12));
  expect(await standing("eva")).toMatchObject({ progress: 23_000 });
  expect((await returns("eva", "coats", { coat: 1 }, { place: "san-diego", ...dollars, rate: "1.10" })).earned).toBe(
    -(230 + 13),
  );
  expect(await balance("eva")).toBe(0);
  expect(await standing("eva")).toMatchObject({ progress: 0 });
});

test("the points of one wallet are used wherever they were earned", async () => {
  const { buys, spends, transfers, balance, spendable } = await coalition();
  await buys("ana", 250, { place: "san-diego", ...dollars });
  await buys("ana", 300, { place: "berlin" });
  expect(await spends("ana", 500, { reason: "A pair of glasses in Prague." })).toMatchObject({ status: 201 });
  expect(await spendable("ana")).toBe(80);
  await transfers("ana", "father", 80, { reason: "For his prescription." });
  await town.delivers();
  expect([await balance("ana"), await balance("father")]).toEqual([0, 80]);
});

test("what each partner has issued is what the members have of it", async () => {
  const { buys, entries } = await coalition();
  await buys("ana", 250, { place: "san-diego", ...dollars });
  await buys("ana", 100, { place: "berlin" });
  const issued = (await entries("ana")).filter(({ account }: { account: string }) => account === "issued");
  expect(issued).toHaveLength(4);
  // verify-ledger compares each partner's position with its members' entries when this file ends.
});
