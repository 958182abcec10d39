// Whose points are used at a till has shown that they are there: by the changing code of a device of theirs, or by one
// that was sent to them. A number that was only typed earns, and uses nothing.
import { describe, expect, test } from "vitest";
import { CARDS_MAX } from "../../server/modules/members/cards.ts";
import { CODE_TRIES_MAX, CODES_A_DAY } from "../../server/modules/members/spendingProofs.ts";
import { cardOf } from "../stories/support/memberCards.ts";
import { opensTill } from "../stories/support/tills.ts";
import { openTown } from "../stories/support/town.ts";
import { coffee } from "../support/rewardBelongings.ts";
import type { Call } from "../support/server.ts";
import { newStaff } from "../support/staff.ts";

const town = openTown();
const STEP_MS = 30_000;

/** A shop with a till, and Ana with a thousand points and an address that is hers. */
async function tillShop() {
  const shop = await town.shop();
  const identities = [
    { kind: "email", value: "ana@example.com", verified: true },
    { kind: "phone", value: "+393471234567" },
  ];
  await shop.enrols("Ana Maria Rossi", { identities });
  const ana = await shop.idOf("Ana Maria Rossi");
  await shop.adjusts("Ana Maria Rossi", 1_000);
  const till = await opensTill(town.server(), shop, "corner");
  const card = await cardOf(town.server(), shop, "Ana Maria Rossi");
  return { ...shop, ana, till: till.call, card };
}
type TillShop = Awaited<ReturnType<typeof tillShop>>;

const points = { pointsType: "points", points: 10 };
const shows = (call: Call, qr: string) => call("POST", "/v1/spending-proofs", { qr });
const tells = (call: Call, memberId: string, code: string) => call("POST", "/v1/spending-proofs", { memberId, code });
const spends = (call: Call, { ana }: TillShop, headers = {}) =>
  call("POST", `/v1/members/${ana}/spends`, points, headers);

/** The latest code that was sent. */
async function codeSent({ asks }: TillShop): Promise<string> {
  const { body } = await asks("GET", "/v1/outbox-messages?limit=1");
  return body.items[0].letter.subject.slice(0, 6);
}

test("a number that was only typed shows a first name and an initial, earns, and uses nothing", async () => {
  const shop = await tillShop();
  const { body: found } = await shop.till("POST", "/v1/member-lookups", { phone: "347 123 4567" });
  expect(found.code).toBe("invalid");
  const { body: shown } = await shop.till("POST", "/v1/member-lookups", { phone: "+39 347 123 4567" });
  expect(shown).toEqual({ memberId: shop.ana, shownName: "Ana R.", status: "active", needsProof: true });
  const sale = {
    source: "till",
    document: "1",
    kind: "purchase",
    amountMinor: 500,
    member: { phone: "+393471234567" },
  };
  expect((await shop.till("POST", "/v1/activities", sale)).status).toBe(201);
  expect(await spends(shop.till, shop)).toMatchObject({ status: 403, body: { field: "proof" } });
  expect(await shop.balance("Ana Maria Rossi")).toBe(1_005);
});

describe("the code of a device", () => {
  test("lets points be used once, and a repeated request is the same use", async () => {
    const shop = await tillShop();
    const proof = await shows(shop.till, await shop.card.shows());
    expect(proof).toMatchObject({ status: 201, body: { memberId: shop.ana, name: "Ana Maria Rossi", method: "qr" } });
    const once = { "idempotency-key": "spend-1" };
    expect((await spends(shop.till, shop, once)).status).toBe(201);
    expect((await spends(shop.till, shop, once)).status).toBe(200);
    expect(await spends(shop.till, shop)).toMatchObject({ status: 403 });
    expect(await shop.balance("Ana Maria Rossi")).toBe(990);
  });

  test("is two uses by nobody, however they meet", async () => {
    const shop = await tillShop();
    await shows(shop.till, await shop.card.shows());
    const both = await Promise.all([spends(shop.till, shop), spends(shop.till, shop), spends(shop.till, shop)]);
    expect(both.map(({ status }) => status).toSorted()).toEqual([201, 403, 403]);
    expect(await shop.balance("Ana Maria Rossi")).toBe(990);
  });

  test("is taken once: what was photographed is refused, at another till too", async () => {
    const shop = await tillShop();
    const market = await opensTill(town.server(), shop, "market");
    const code = await shop.card.shows();
    const first = await shop.till("POST", "/v1/spending-proofs", { qr: code }, { "idempotency-key": "scan" });
    const again = await shop.till("POST", "/v1/spending-proofs", { qr: code }, { "idempotency-key": "scan" });
    expect(again).toMatchObject({ status: 200, body: { id: first.body.id } });
    expect(await shows(market.call, code)).toMatchObject({ status: 409, body: { field: "qr" } });
    // What one till was shown, another one does not use.
    expect(await spends(market.call, shop)).toMatchObject({ status: 403 });
    expect((await spends(shop.till, shop)).status).toBe(201);
  });

  test.each([
    [-2, 400],
    [-1, 201],
    [1, 201],
    [2, 400],
  ])("of %i steps from now gives %i", async (steps, status) => {
    const shop = await tillShop();
    const code = await shop.card.shows(town.server().clock.now() + steps * STEP_MS);
    expect((await shows(shop.till, code)).status).toBe(status);
  });

  test("is good for nothing once it is changed, another tenant's, ended, or its member was erased", async () => {
    const shop = await tillShop();
    const code = await shop.card.shows();
    const bad = { status: 400, body: { code: "invalid", field: "qr" } };
    const last = code.at(-1) === "0" ? "1" : "0";
    expect(await shows(shop.till, code.slice(0, -1) + last)).toMatchObject(bad);
    expect(await shows(shop.till, `F1${"Z".repeat(46)}`)).toMatchObject(bad);
    expect(await shows(shop.till, "nonsense")).toMatchObject(bad);
    const other = await town.server().newTenant();
    expect(await shows(other.call, code)).toMatchObject(bad);
    await shop.asks("DELETE", `/v1/members/${shop.ana}/cards`);
    expect(await shows(shop.till, code)).toMatchObject(bad);
    const fresh = await cardOf(town.server(), shop, "Ana Maria Rossi");
    await shop.asks("POST", `/v1/members/${shop.ana}/erasure`, { reason: "requested" });
    expect(await shows(shop.till, await fresh.shows())).toMatchObject(bad);
  });

  test("is of the latest devices alone", async () => {
    const shop = await tillShop();
    for (let count = 0; count < CARDS_MAX; count += 1) await cardOf(town.server(), shop, "Ana Maria Rossi");
    expect((await shows(shop.till, await shop.card.shows())).status).toBe(400);
  });

  test("is good for ten minutes once it was shown", async () => {
    const shop = await tillShop();
    await shows(shop.till, await shop.card.shows());
    shop.jumps({ minutes: 10 });
    expect(await spends(shop.till, shop)).toMatchObject({ status: 403 });
  });
});

describe("a code that was sent", () => {
  test("goes to the member, is good once, and not for another member", async () => {
    const shop = await tillShop();
    const sent = await shop.till("POST", `/v1/members/${shop.ana}/spending-codes`);
    expect(sent).toMatchObject({ status: 201, body: { memberId: shop.ana, channel: "email" } });
    const code = await codeSent(shop);
    expect(await tells(shop.till, await shop.idOf("bea"), code)).toMatchObject({ status: 400 });
    expect(await tells(shop.till, shop.ana, code)).toMatchObject({ status: 201, body: { method: "code" } });
    expect(await tells(shop.till, shop.ana, code)).toMatchObject({ status: 400 });
    expect((await spends(shop.till, shop)).status).toBe(201);
  });

  test("is burned by five wrong ones, and one a minute is sent", async () => {
    const shop = await tillShop();
    const path = `/v1/members/${shop.ana}/spending-codes`;
    await shop.till("POST", path);
    const code = await codeSent(shop);
    const wrong = code === "000000" ? "000001" : "000000";
    for (let tries = 0; tries < CODE_TRIES_MAX; tries += 1) {
      expect(await tells(shop.till, shop.ana, wrong)).toMatchObject({ status: 400 });
    }
    expect(await tells(shop.till, shop.ana, code)).toMatchObject({ status: 400 });
    expect(await shop.till("POST", path)).toMatchObject({ status: 429 });
    shop.jumps({ minutes: 1 });
    expect((await shop.till("POST", path)).status).toBe(201);
    expect((await tells(shop.till, shop.ana, await codeSent(shop))).status).toBe(201);
  });

  test("21: is sent ten times a day at most, however often a till asks", async () => {
    const shop = await tillShop();
    const answers: number[] = [];
    for (let asked = 0; asked < CODES_A_DAY + 3; asked += 1) {
      answers.push((await shop.till("POST", `/v1/members/${shop.ana}/spending-codes`)).status);
      shop.jumps({ minutes: 1 });
    }
    expect(answers).toEqual([...Array(CODES_A_DAY).fill(201), ...Array(3).fill(429)]);
    shop.jumps({ days: 1 });
    expect((await shop.till("POST", `/v1/members/${shop.ana}/spending-codes`)).status).toBe(201);
  });

  test("goes to no address that somebody has only just claimed", async () => {
    const shop = await tillShop();
    const claimed = [{ kind: "email", value: "thief@example.com" }];
    const bea = await shop.enrols("bea", { identities: claimed });
    const sends = () => shop.till("POST", `/v1/members/${bea}/spending-codes`);
    expect(await sends()).toMatchObject({ status: 409 });
    shop.jumps({ days: 1 });
    expect((await sends()).status).toBe(201);
  });
});

describe("a proof is needed", () => {
  test("for each way in which a till or a cashier uses what a member has", async () => {
    const shop = await tillShop();
    const bea = await shop.idOf("bea");
    const reward = { ...coffee, code: "coffee" };
    const offered = await shop.asks("POST", "/v1/rewards", reward);
    expect(offered.status, JSON.stringify(offered.body)).toBe(201);
    const own = `/v1/members/${shop.ana}`;
    const { body: issued } = await shop.asks("POST", `${own}/issued-rewards`, { reward: "coffee" });
    const uses = [
      [`${own}/spends`, points],
      [`${own}/holds`, points],
      [`${own}/transfers`, { ...points, toMemberId: bea }],
      [`${own}/issued-rewards`, { reward: "coffee" }],
      [`${own}/issued-rewards/${issued.id}/use`, undefined],
      [`${own}/gifts`, { issuedRewardId: issued.id, to: { id: bea } }],
    ] as const;
    const cashier = await newStaff(town.server(), "cashier", { tenant: shop.tenant });
    for (const [path, body] of uses) {
      for (const call of [shop.till, cashier.call]) {
        expect(await call("POST", path, body), path).toMatchObject({ status: 403, body: { field: "proof" } });
      }
    }
    const manager = await newStaff(town.server(), "manager", { tenant: shop.tenant });
    expect((await manager.call("POST", `${own}/spends`, points)).status).toBe(201);
    await shop.asks("PATCH", "/v1/tenant", { spendingProof: "none" });
    for (const [path, body] of uses.slice(0, 5))
      expect((await shop.till("POST", path, body)).status, path).toBeLessThan(300);
  });

  test("for a basket that is paid with points, and for no other", async () => {
    const shop = await tillShop();
    await shop.asks("PATCH", "/v1/points-types/points", { faceValue: { points: 100, minor: 100 } });
    const opens = async (document: string, more: object) => {
      const lines = [{ quantityThousandths: 1_000, amountMinor: 1_000 }];
      const basket = { source: "till", document, member: { id: shop.ana }, lines, ...more };
      const { body } = await shop.till("POST", "/v1/checkout-sessions", basket);
      const path = `/v1/checkout-sessions/${body.id}`;
      const reserved = await shop.till("POST", `${path}/reservation`, { version: 1 });
      expect(reserved.status, JSON.stringify(reserved.body)).toBeLessThan(300);
      return () => shop.till("POST", `${path}/commitment`, { version: 1 });
    };
    const plain = await opens("plain", {});
    expect((await plain()).status).toBe(200);
    const paid = await opens("paid", { points: { pointsType: "points", points: 500 } });
    expect(await paid()).toMatchObject({ status: 403, body: { field: "proof" } });
    await shows(shop.till, await shop.card.shows());
    expect((await paid()).status).toBe(200);
  });
});

describe("one proof serves one checkout", () => {
  const voucher = {
    ...coffee,
    code: "voucher",
    name: "Two euros",
    gift: { kind: "discount_amount", amountMinor: 200 },
  };

  /** A till with a voucher in the catalogue, and a checkout of Ana's that is open. */
  async function atCheckout() {
    const shop = await tillShop();
    await shop.asks("POST", "/v1/rewards", voucher);
    await shop.asks("PATCH", "/v1/points-types/points", { faceValue: { points: 100, minor: 100 } });
    const own = `/v1/members/${shop.ana}`;
    const lines = [{ quantityThousandths: 1_000, amountMinor: 1_000 }];
    const opens = async (document: string): Promise<string> => {
      const basket = { source: "till", document, member: { id: shop.ana }, lines };
      return (await shop.till("POST", "/v1/checkout-sessions", basket)).body.id;
    };
    const takes = (checkoutSessionId: string, headers = {}) =>
      shop.till("POST", `${own}/issued-rewards`, { reward: "voucher", checkoutSessionId }, headers);
    const sells = async (id: string, rewards: string[]) => {
      const path = `/v1/checkout-sessions/${id}`;
      const paying = { lines, rewards, points: { pointsType: "points", points: 100 } };
      const { body } = await shop.till("PUT", `${path}/basket`, { version: 1, ...paying });
      const version = body.version ?? 2;
      await shop.till("POST", `${path}/reservation`, { version });
      return shop.till("POST", `${path}/commitment`, { version });
    };
    return { shop, own, opens, takes, sells };
  }

  test("what is taken from the catalogue for it, and its sale, and nothing after", async () => {
    const { shop, takes, opens, sells } = await atCheckout();
    const [first, second] = [await opens("1"), await opens("2")];
    expect(await takes(first)).toMatchObject({ status: 403, body: { field: "proof" } });
    await shows(shop.till, await shop.card.shows());
    const once = { "idempotency-key": "take" };
    const taken = await takes(first, once);
    expect(taken).toMatchObject({ status: 201, body: { status: "active" } });
    expect(await takes(first, once)).toMatchObject({ status: 200, body: { id: taken.body.id } });
    const more = await takes(first);
    expect(more.status).toBe(201);
    // It is that checkout's: not another one's, and no other use's.
    expect(await takes(second)).toMatchObject({ status: 403 });
    expect(await spends(shop.till, shop)).toMatchObject({ status: 403 });
    expect(await sells(second, [taken.body.id])).toMatchObject({ status: 403 });
    await shop.till("POST", `/v1/checkout-sessions/${second}/cancellation`);
    const sold = await sells(first, [taken.body.id, more.body.id]);
    expect(sold).toMatchObject({ status: 200, body: { status: "committed", bill: { toPayMinor: 500 } } });
    expect(await takes(first)).toMatchObject({ status: 409 });
    expect(await takes(await opens("3"))).toMatchObject({ status: 403 });
    expect(await spends(shop.till, shop)).toMatchObject({ status: 403 });
  });

  test("of the same member, at the same till, while it is good", async () => {
    const { shop, own, takes, opens, sells } = await atCheckout();
    const session = await opens("1");
    await shows(shop.till, await shop.card.shows());
    const { body: taken } = await takes(session);
    const market = await opensTill(town.server(), shop, "market");
    const elsewhere = { reward: "voucher", checkoutSessionId: session };
    expect(await market.call("POST", `${own}/issued-rewards`, elsewhere)).toMatchObject({ status: 403 });
    const bea = await shop.idOf("bea");
    await shop.adjusts("bea", 100);
    const hers = await shop.till("POST", `/v1/members/${bea}/issued-rewards`, elsewhere);
    expect(hers).toMatchObject({ status: 404 });
    shop.jumps({ minutes: 10 });
    expect(await sells(session, [taken.id])).toMatchObject({ status: 403 });
  });

  test("a sale that is refused leaves it as good as before", async () => {
    const { shop, opens, sells } = await atCheckout();
    const bought = { source: "till", kind: "purchase", amountMinor: 1_000, member: { id: shop.ana } };
    const session = await opens("1");
    await shop.till("POST", "/v1/activities", { ...bought, document: "1" });
    await shows(shop.till, await shop.card.shows());
    expect(await sells(session, [])).toMatchObject({ status: 409 });
    expect((await spends(shop.till, shop)).status).toBe(201);
  });

  test("a reward that is taken and used in one step is one proof, one piece, and one use", async () => {
    const shop = await tillShop();
    await shop.asks("POST", "/v1/rewards", { ...coffee, code: "coffee", stock: 1 });
    const takes = (headers = {}, reward = "coffee") =>
      shop.till("POST", `/v1/members/${shop.ana}/issued-rewards`, { reward, use: true }, headers);
    expect(await takes()).toMatchObject({ status: 403, body: { field: "proof" } });
    await shows(shop.till, await shop.card.shows());
    expect(await takes({}, "tea")).toMatchObject({ status: 404 });
    const once = { "idempotency-key": "coffee" };
    const taken = await takes(once);
    expect(taken).toMatchObject({ status: 201, body: { status: "used" } });
    expect(await takes(once)).toMatchObject({ status: 200, body: taken.body });
    expect(await takes()).toMatchObject({ status: 403 });
    expect(await shop.balance("Ana Maria Rossi")).toBe(990);
    const both = { reward: "coffee", use: true, checkoutSessionId: "chs_01kb1vn7xqf8krv1q7ey6p4c0m" };
    expect(await shop.till("POST", `/v1/members/${shop.ana}/issued-rewards`, both)).toMatchObject({ status: 400 });
  });
});
