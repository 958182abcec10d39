// Two tills at the same moment: cases 1, 2 and fault 51 over checkout sessions.
import { expect, test } from "vitest";
import { openTown } from "../support/town.ts";

const town = openTown();

const fiveOff = { gift: { kind: "discount_amount", amountMinor: 500 } };
/** A hundred points are one euro. */
const cents = { faceValue: { points: 1, minor: 1 } };

test("cancelled and paid at the same moment: one of them wins, and the books agree", async () => {
  const { adjusts, offers, takes, fillsBasket, reservesBasket, paysBasket, givesUp, session, balance, fate } =
    await town.shop({
      points: cents,
    });
  await offers("five", fiveOff);
  await adjusts("ana", 500);
  const five = await takes("ana", "five");
  const basket = await fillsBasket("ana", [{ euros: 20 }], { rewards: [five], points: 300 });
  await reservesBasket(basket);
  const answers = await Promise.all(
    Array.from({ length: 10 }, (_, at) => (at % 2 === 0 ? paysBasket(basket) : givesUp(basket))),
  );
  expect(answers.filter(({ status }) => status !== 200 && status !== 409)).toEqual([]);
  // Whoever cancels a sale undoes it, so that in the end nothing is sold whoever was first.
  expect(await session(basket)).toMatchObject({ status: "cancelled" });
  expect(await balance("ana")).toBe(400 + ((await fate("ana", five)) === "cancelled" ? 100 : 0));
});

test("two tills take the same reward to two baskets at the same moment: one of them has it", async () => {
  const { adjusts, offers, takes, fillsBasket, reservesBasket, paysBasket, fate } = await town.shop();
  await offers("five", fiveOff);
  await adjusts("ana", 100);
  const five = await takes("ana", "five");
  const baskets = await Promise.all([1, 2, 3, 4].map(() => fillsBasket("ana", [{ euros: 20 }], { rewards: [five] })));
  const held = await Promise.all(baskets.map((basket) => reservesBasket(basket)));
  expect(held.map(({ status }) => status).toSorted()).toEqual([200, 409, 409, 409]);
  const paid = await Promise.all(baskets.map((basket) => paysBasket(basket)));
  expect(paid.filter(({ status }) => status === 200)).toHaveLength(1);
  expect(await fate("ana", five)).toBe("used");
});

test("fault 51: of a hundred points two tills want eighty each, and one has them", async () => {
  const { adjusts, fillsBasket, reservesBasket, paysBasket, balance, spendable } = await town.shop({
    points: cents,
    rules: [],
  });
  await adjusts("ana", 100);
  const baskets = await Promise.all([1, 2].map(() => fillsBasket("ana", [{ euros: 20 }], { points: 80 })));
  const held = await town.meets(() => Promise.all(baskets.map((basket) => reservesBasket(basket))));
  expect(held.map(({ status, code }) => `${status} ${code ?? ""}`).toSorted()).toEqual([
    "200 ",
    "422 insufficient_points",
  ]);
  expect(await spendable("ana")).toBe(20);
  const paid = await Promise.all(baskets.map((basket) => paysBasket(basket)));
  expect(paid.map(({ status }) => status).toSorted()).toEqual([200, 409]);
  expect(await balance("ana")).toBe(20);
});

test("case 1: of two baskets under one document, alike to the cent, one is sold", async () => {
  const { adjusts, fillsBasket, reservesBasket, paysBasket, balance, spendable } = await town.shop({ points: cents });
  await adjusts("ana", 600);
  const fills = () => fillsBasket("ana", [{ euros: 20 }], { receipt: "r-1", points: 300 });
  const [first, second] = [await fills(), await fills()];
  for (const basket of [first, second]) expect(await reservesBasket(basket)).toMatchObject({ status: 200 });
  expect(await paysBasket(first)).toMatchObject({ status: 200 });
  expect(await paysBasket(second)).toMatchObject({ status: 409, code: "conflict" });
  expect([await balance("ana"), await spendable("ana")]).toEqual([317, 17]);
});

test("case 2: paid again under another key while the first is under way, a basket is sold once", async () => {
  const { adjusts, fillsBasket, reservesBasket, paysBasket, bringsBack, balance } = await town.shop({ points: cents });
  await adjusts("ana", 500);
  const basket = await fillsBasket("ana", [{ euros: 20, pieces: 2 }], { points: 300 });
  await reservesBasket(basket);
  const paid = await town.meets(() => Promise.all([paysBasket(basket), paysBasket(basket)]));
  expect(paid.map(({ status }) => status)).toEqual([200, 200]);
  expect(await balance("ana")).toBe(217);
  const back = () => bringsBack(basket, { 0: 1 }, { slip: "slip" });
  const returned = await town.meets(() => Promise.all([back(), back()]));
  expect(returned.map(({ status }) => status).toSorted()).toEqual([200, 201]);
  expect(await balance("ana")).toBe(217 + 150 - 8);
});
