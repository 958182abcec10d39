// A sale and its return are done exactly once, wherever the connection dies (faults 52, 74); whatever two tills do at
// once, no points, pieces or rewards are lost or doubled; and verify-ledger finds what is wrong with a session.
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { toTypeId } from "../../server/platform/ids.ts";
import { verifyLedger } from "../../server/verify.ts";
import { openShop, type Shop } from "../stories/support/shop.ts";
import { asAdmin, nameOf } from "../support/database.ts";
import { type Scissors, scissorsFor } from "../support/pool.ts";
import { startServer, type TestServer } from "../support/server.ts";
import { cuts, type Wire, watchLanes } from "../support/wire.ts";

let server: TestServer;
let scissors: Scissors;
let wire: Wire;
let shop: Shop;
beforeAll(async () => {
  server = await startServer();
  scissors = scissorsFor(server.db);
  wire = watchLanes(server.db);
  shop = await openShop(server, { points: { faceValue: { points: 1, minor: 1 } } });
  await shop.offers("five", { gift: { kind: "discount_amount", amountMinor: 500 }, pieces: 100_000 });
});
afterAll(() => server.close());

const PATIENCE_MS = 240_000;
let people = 0;

/** Somebody with a basket of 20.00 in two pieces that wants a reward and 300 points of 400. */
async function filled() {
  people += 1;
  const who = `member ${people}`;
  await shop.adjusts(who, 500);
  const five = await shop.takes(who, "five");
  const basket = await shop.fillsBasket(who, [{ euros: 20, pieces: 2 }], { rewards: [five], points: 300 });
  return { who, five, basket };
}

async function reserved() {
  const one = await filled();
  expect(await shop.reservesBasket(one.basket)).toMatchObject({ status: 200 });
  return one;
}

const faulty = async () => {
  const { checks } = await verifyLedger(server.db);
  return checks.filter(({ violations }) => violations > 0);
};

/** Asks until it is answered, as a client that heard nothing would; says whether the first try was cut. */
async function askedAgain(
  by: Pick<Scissors, "cutAt" | "mend">,
  at: { statement: number; cut: (typeof cuts)[number] },
  ask: () => Promise<{ status: number }>,
) {
  by.cutAt(at.statement, at.cut);
  const first = await ask();
  const hasCut = by.mend();
  if (first.status === 503) expect((await ask()).status).toBeLessThan(300);
  else expect(first.status).toBeLessThan(300);
  return hasCut;
}

describe.each(cuts)("wherever the connection dies (%s)", (cut) => {
  test("faults 52, 74: a sale is done once", { timeout: PATIENCE_MS }, async () => {
    let statement = 0;
    let hasCut = true;
    while (hasCut) {
      statement += 1;
      const { who, five, basket } = await reserved();
      hasCut = await askedAgain(wire, { statement, cut }, () =>
        shop.paysBasket(basket, { order: `pay-${cut}-${statement}` }),
      );
      const where = `cut at statement ${statement}`;
      const has = [await shop.balance(who), await shop.fate(who, five), await shop.statement(who)];
      const moved = ["+500 adjusted", "-100 spent", "+12 issued", "-300 spent"];
      expect([where, ...has]).toEqual([where, 112, "used", moved]);
    }
    expect(statement).toBeGreaterThan(20);
    expect(await faulty()).toEqual([]);
  });

  test("faults 52, 74: a reservation is made once", { timeout: PATIENCE_MS }, async () => {
    let statement = 0;
    let hasCut = true;
    while (hasCut) {
      statement += 1;
      const { who, five, basket } = await filled();
      hasCut = await askedAgain(wire, { statement, cut }, () =>
        shop.reservesBasket(basket, { order: `hold-${cut}-${statement}` }),
      );
      const where = `cut at statement ${statement}`;
      const has = [await shop.balance(who), await shop.spendable(who), await shop.fate(who, five)];
      expect([where, ...has]).toEqual([where, 400, 100, "reserved"]);
    }
    expect(statement).toBeGreaterThan(10);
    expect(await faulty()).toEqual([]);
  });

  test("faults 52, 74: a return is done once", { timeout: PATIENCE_MS }, async () => {
    let statement = 0;
    let hasCut = true;
    while (hasCut) {
      statement += 1;
      const { who, basket } = await reserved();
      await shop.paysBasket(basket);
      const order = `back-${cut}-${statement}`;
      hasCut = await askedAgain(scissors, { statement, cut }, () =>
        shop.bringsBack(basket, { 0: 1 }, { order, slip: order }),
      );
      const where = `cut at statement ${statement}`;
      expect([where, await shop.balance(who)]).toEqual([where, 112 + 50 + 150 - 6]);
    }
    expect(statement).toBeGreaterThan(20);
    expect(await faulty()).toEqual([]);
  });
});

/** As superuser: looks at everything and breaks what should be found broken. */
const admin = async (sql: string): Promise<ReturnType<typeof JSON.parse>[]> => asAdmin(sql, await nameOf(server.db));

const acts = ["reserve", "reopen", "pay", "cancel", "return", "refill", "use", "cancel reward", "wait"] as const;
const step = fc.record({ act: fc.constantFrom(...acts), basket: fc.nat(2), reward: fc.nat(1) });
const tills = fc.array(fc.tuple(step, step), { minLength: 4, maxLength: 14 });

test("whatever two tills do at once, nothing is lost or doubled", { timeout: PATIENCE_MS }, async () => {
  await fc.assert(
    fc.asyncProperty(tills, async (steps) => {
      people += 1;
      const who = `member ${people}`;
      await shop.adjusts(who, 900);
      const rewards = [await shop.takes(who, "five"), await shop.takes(who, "five")];
      const goods = [{ euros: 20, pieces: 3 }];
      const wants = (at: number) => ({ rewards: rewards.slice(at % 2, 1 + (at % 2)), points: 200 + 100 * at });
      const baskets = await Promise.all([0, 1, 2].map((at) => shop.fillsBasket(who, goods, wants(at))));
      const usedByHand = new Set<string>();
      const does = async ({ act, basket: at, reward }: (typeof steps)[number][0]) => {
        const [basket, taken] = [baskets[at], rewards[reward]];
        if (basket === undefined || taken === undefined) throw new Error("no such thing");
        switch (act) {
          case "reserve":
            return shop.reservesBasket(basket);
          case "reopen":
            return shop.reopensBasket(basket);
          case "pay":
            return shop.paysBasket(basket);
          case "cancel":
            return shop.givesUp(basket);
          case "return":
            return shop.bringsBack(basket, { 0: 1 });
          case "refill":
            return shop.refillsBasket(basket, goods, wants((at + 1) % 3));
          case "cancel reward":
            return shop.cancels(who, taken);
          case "use": {
            const used = await shop.uses(who, taken);
            if (used.status === 200) usedByHand.add(taken.id);
            return used;
          }
          case "wait":
            shop.jumps({ minutes: 20 });
            return { status: 200 };
        }
      };
      const isAnswer = ({ status }: { status: number }) => [200, 201, 400, 409, 422].includes(status);
      for (const pair of steps) {
        const answers = await Promise.all(pair.map(does));
        expect(answers.filter((answer) => !isAnswer(answer))).toEqual([]);
      }
      expect(await faulty()).toEqual([]);

      // Everything is undone that can be: what is left is what was used by hand.
      for (const basket of baskets) await shop.givesUp(basket);
      for (const reward of rewards) await shop.cancels(who, reward);
      expect([await shop.balance(who), await shop.spendable(who)]).toEqual([
        900 - 100 * usedByHand.size,
        900 - 100 * usedByHand.size,
      ]);
      expect(await faulty()).toEqual([]);
    }),
    { numRuns: 12 },
  );
});

describe("verify-ledger finds that", () => {
  const sales = "sessions equal what they sold";
  const held = "reserved rewards equal live sessions";
  const spends = "issued rewards equal their spends";
  const stocks = "stocks equal issued rewards";
  let sold: string;
  let live: string;
  let given: string;
  beforeAll(async () => {
    const paid = await reserved();
    await shop.paysBasket(paid.basket);
    const kept = await reserved();
    given = await uuidOf(`select id from issued_rewards where status = 'reserved' order by id desc limit 1`);
    sold = await uuidOf(`select id from checkout_sessions where status = 'committed' order by id desc limit 1`);
    live = await uuidOf(`select id from checkout_sessions where status = 'reserved' order by id desc limit 1`);
    expect([paid.who, kept.who, await faulty()]).toEqual([paid.who, kept.who, []]);
  });
  const uuidOf = async (sql: string): Promise<string> => (await admin(sql))[0].id;
  const of = (id: () => string) => `where id = '${id()}'`;

  test.each<[string, (id: typeof of) => [damage: string, repair: string], string[]]>([
    [
      "a reward is held by nobody",
      (at) => [
        `update checkout_sessions set status = 'open' ${at(() => live)}`,
        `update checkout_sessions set status = 'reserved' ${at(() => live)}`,
      ],
      [held],
    ],
    [
      "a reward was used that the session did not sell",
      (at) => [
        `update issued_rewards set status = 'used' ${at(() => given)}`,
        `update issued_rewards set status = 'reserved' ${at(() => given)}`,
      ],
      [sales],
    ],
    [
      "a sale has lost its reward",
      () => [
        `update issued_rewards set session_id = null where session_id = '${sold}'`,
        `update issued_rewards set session_id = '${sold}' where session_id is null and status = 'used'
           and member_id = (select member_id from checkout_sessions where id = '${sold}')`,
      ],
      [sales],
    ],
    [
      "a sale names another purchase",
      (at) => [
        `update checkout_sessions set document = document || '!' ${at(() => sold)}`,
        `update checkout_sessions set document = left(document, -1) ${at(() => sold)}`,
      ],
      [sales],
    ],
    [
      "more points came back than the session says",
      () => [
        `update spends set reversed = reversed + 1 where paid_for = '${sold}'`,
        `update spends set reversed = reversed - 1 where paid_for = '${sold}'`,
      ],
      ["spends equal their entries", sales],
    ],
    [
      "points of a reward came back that nobody gave",
      () => [
        `update issued_rewards set returned_points = 1 where session_id = '${sold}'`,
        `update issued_rewards set returned_points = 0 where session_id = '${sold}'`,
      ],
      [spends],
    ],
    [
      "a reward is gone and was never given back",
      () => [
        `update issued_rewards set status = 'cancelled' where session_id = '${sold}'`,
        `update issued_rewards set status = 'used' where session_id = '${sold}'`,
      ],
      [spends, stocks],
    ],
  ])("%s", async (_what, breaks, finders) => {
    const [damage, repair] = breaks(of);
    await admin(damage);
    const found = (await faulty()).map(({ name }) => name);
    await admin(repair);
    expect(found).toEqual(finders);
    expect(await faulty()).toEqual([]);
  });
});

test("what is set aside for a session is captured and released by nobody else", async () => {
  const { who, basket } = await reserved();
  const [{ id }] = await admin(`select id from holds where held_for is not null order by id desc limit 1`);
  const hold = { ...basket, id: toTypeId("hld", id) };
  expect(await shop.captures(who, hold)).toMatchObject({ status: 409, code: "conflict" });
  expect(await shop.releases(who, hold)).toMatchObject({ status: 409, code: "conflict" });
  expect(await shop.paysBasket(basket)).toMatchObject({ status: 200 });
  const [spend] = await admin(`select id from spends where paid_for is not null order by id desc limit 1`);
  const spent = { ...basket, id: toTypeId("spd", spend.id) };
  expect(await shop.givesBack(who, spent)).toMatchObject({ status: 409, code: "conflict" });
});
