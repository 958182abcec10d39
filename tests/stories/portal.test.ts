// Ana at the portal: she joins by herself, sees what she has and why, takes a reward, shows it at the till, and says
// what she agrees to.
import { parseRewardCode } from "@fedele/core/rewardCodes.ts";
import { cardCode, importCardKey } from "@fedele/sdk/memberCard.ts";
import { expect, test } from "vitest";
import {
  asMember,
  codeIn,
  lettersOf,
  newMember,
  portalCode,
  shows,
  signedIn,
  welcomeTexts,
} from "../support/members.ts";
import { type Call, callWith } from "../support/server.ts";
import { threeTiers } from "./support/programme.ts";
import type { Shop, ShopSettings } from "./support/shop.ts";
import { openTown } from "./support/town.ts";

const town = openTown();

type Settings = ShopSettings & { portal?: Record<string, unknown> };

/** A shop with a portal, and Ana as she sees herself there. */
async function opens({ portal, ...settings }: Settings = {}): Promise<{ shop: Shop; me: Call; id: string }> {
  const shop = await town.shop(settings);
  await shop.asks("PUT", "/v1/portal-settings", { ...welcomeTexts, ...portal });
  const id = await shop.enrols("ana", { identities: [{ kind: "email", value: "ana@example.com" }] });
  const { call } = await signedIn(town.server(), id, shop);
  return { shop, me: call, id };
}

const placeOf = (shop: Shop) => ({ tenant: shop.tenant, key: "", call: shop.asks });

test("the poster leads somebody new to a membership: a code, the terms, and what she agrees to", async () => {
  const server = town.server();
  const { shop } = await opens();
  const portal = await callWith(server.url, undefined)("GET", `/v1/portal/${shop.tenant.slug}`, undefined, {
    "accept-language": "en",
  });
  expect(portal.body).toMatchObject({
    language: "en",
    mayJoin: true,
    terms: { version: "terms-1", text: "The terms." },
  });

  const contact = "bea@example.com";
  const code = await portalCode(server, contact, placeOf(shop));
  expect(await shows(server, { contact, code }, shop)).toMatchObject({ status: 200, body: { joinDue: true } });
  const old = { termsVersion: "terms-0" };
  expect(await shows(server, { contact, code, join: old }, shop)).toMatchObject({ status: 400 });
  const join = { termsVersion: "terms-1", name: "Bea", consents: [{ topic: "email", version: "news-1" }] };
  const joined = await shows(server, { contact, code, join }, shop);
  expect(joined).toMatchObject({ status: 201, body: { isNew: true } });
  const bea = asMember(server, joined);
  expect((await bea("GET", "/v1/me")).body).toMatchObject({
    name: "Bea",
    contacts: [{ value: contact, isVerified: true }],
  });
  expect((await bea("GET", "/v1/me/consents")).body.items).toMatchObject([{ topic: "email", state: "granted" }]);
  expect((await bea("GET", "/v1/me/export")).body).toMatchObject({ terms: [{ version: "terms-1" }] });
});

test("she sees her points: to use now, pending, and those that will be gone", async () => {
  const { shop, me } = await opens({
    points: { activation: { kind: "after_days", days: 7 }, expiry: { kind: "after_days", days: 30 } },
  });
  await shop.buys("ana", 40);
  expect((await me("GET", "/v1/me/wallets")).body.items).toMatchObject([{ spendable: 0, pending: 40, total: 40 }]);
  shop.jumps({ days: 8 });
  expect((await me("GET", "/v1/me/wallets")).body.items).toMatchObject([{ spendable: 40, expiring: [{ points: 40 }] }]);
});

test("she sees what she owes: a return of what she has spent already", async () => {
  const { shop, me } = await opens();
  await shop.buys("ana", 40, { receipt: "coat" });
  await shop.spends("ana", 30);
  await shop.returns("ana", "coat");
  expect((await me("GET", "/v1/me/wallets")).body.items).toMatchObject([{ total: -30, spendable: 0, debt: 30 }]);
});

test("she sees her tier, the next one, what is missing, and what keeps the one that she has", async () => {
  const { shop, me } = await opens({ tiers: threeTiers({ silver: 100, gold: 1_000 }) });
  await shop.buys("ana", 120);
  const tier = (await me("GET", "/v1/me/tier")).body;
  expect(tier).toMatchObject({
    tier: { code: "silver" },
    nextTier: { code: "gold" },
    metric: "spend",
    progress: 12_000,
    missing: 88_000,
    currency: "EUR",
  });
});

test("she reads what happened, in her language, and why it gave what it gave", async () => {
  const { shop, me } = await opens();
  await shop.buys("ana", 40);
  await shop.adjusts("ana", 5, { reason: "A word for the staff alone." });
  await me("PATCH", "/v1/me", { language: "de" });
  const { items } = (await me("GET", "/v1/me/timeline")).body;
  expect(items.map(({ kind }: { kind: string }) => kind)).toEqual(["adjustment", "purchase", "enrolled"]);
  const [given, bought] = items;
  expect(given.points).toEqual([{ pointsType: "points", points: 5 }]);
  expect(JSON.stringify(given)).not.toMatch(/staff alone|key_/);
  expect(bought).toMatchObject({ amountMinor: 4_000, currency: "EUR", why: [{ points: 40 }] });
  expect(bought.why[0].sentence).toContain("Punkt");
  const why = await me("GET", `/v1/me/activities/${bought.activityId}/explanation`);
  expect(why.body.why[0].sentence).toBe(bought.why[0].sentence);
});

test("she sees what she can have and what is near, takes it, and gives it back until it is used", async () => {
  const { shop, me } = await opens({ tiers: threeTiers({ silver: 1_000, gold: 5_000 }) });
  await shop.offers("mug", { points: 50 });
  await shop.offers("coat", { points: 120 });
  await shop.offers("lounge", { points: 10, tiers: ["gold"] });
  await shop.offers("friends", { audience: [{ field: "member.purchases", operator: ">=", value: 100 }] });
  await shop.buys("ana", 80);
  const seen = (await me("GET", "/v1/me/rewards")).body.items;
  expect(seen).toMatchObject([
    { code: "mug", canHave: true, missing: 0 },
    { code: "coat", canHave: false, missing: 40 },
    { code: "lounge", canHave: false, why: "other_tier", tiers: ["Gold"] },
  ]);
  expect(seen).toHaveLength(3);

  const headers = { "idempotency-key": "two-taps" };
  const taken = await me("POST", "/v1/me/issued-rewards", { reward: "mug" }, headers);
  expect(taken).toMatchObject({ status: 201, body: { name: "A mug", status: "active", points: 50, mayUndo: true } });
  const again = await me("POST", "/v1/me/issued-rewards", { reward: "mug" }, headers);
  expect(again).toMatchObject({ status: 200, body: { id: taken.body.id } });
  expect((await me("GET", "/v1/me/wallets")).body.items[0].spendable).toBe(30);
  expect(await me("POST", "/v1/me/issued-rewards", { reward: "mug" })).toMatchObject({ status: 422 });

  const back = await me("POST", `/v1/me/issued-rewards/${taken.body.id}/cancel`);
  expect(back.body).toMatchObject({ status: "cancelled", code: null, mayUndo: false });
  expect((await me("GET", "/v1/me/wallets")).body.items[0].spendable).toBe(80);

  const kept = (await me("POST", "/v1/me/issued-rewards", { reward: "mug" })).body;
  const shown = parseRewardCode(kept.code);
  expect(shown).toEqual({ memberId: await shop.idOf("ana"), issuedRewardId: kept.id });
  await shop.asks("POST", `/v1/members/${shown?.memberId}/issued-rewards/${shown?.issuedRewardId}/use`);
  expect(await me("POST", `/v1/me/issued-rewards/${kept.id}/cancel`)).toMatchObject({ status: 409 });
  const { items } = (await me("GET", "/v1/me/issued-rewards")).body;
  expect(items.map(({ status }: { status: string }) => status)).toEqual(["used", "cancelled"]);
});

test("she claims a coupon by its code, and guesses in vain", async () => {
  const { shop, me } = await opens();
  const made = await shop.asks("POST", "/v1/coupon-batches", {
    name: "Spring",
    count: 1,
    gift: { kind: "discount_percent", percent: 10 },
  });
  const claimed = await me("POST", "/v1/me/coupons", { code: made.body.codes[0].code });
  expect(claimed).toMatchObject({
    status: 201,
    body: { name: "Spring", source: "coupon", points: 0, status: "active" },
  });
  expect(await me("POST", "/v1/me/coupons", { code: "NOSUCHCODE" })).toMatchObject({ status: 404 });
});

test("she says yes to the text that she was shown, and takes it back", async () => {
  const { me } = await opens();
  const agrees = (version: string) => me("POST", "/v1/me/consents", { topic: "email", state: "granted", version });
  expect(await agrees("news-0")).toMatchObject({ status: 400 });
  expect((await agrees("news-1")).body.items).toMatchObject([
    { topic: "email", state: "granted", text: "Scrivetemi." },
  ]);
  const back = await me("POST", "/v1/me/consents", { topic: "email", state: "withdrawn" });
  expect(back.body.items).toMatchObject([{ topic: "email", state: "withdrawn" }]);
  const other = await me("POST", "/v1/me/consents", { topic: "sms", state: "granted", version: "news-1" });
  expect(other).toMatchObject({ status: 400 });
});

test("she misses a purchase, and somebody of the shop is to look into it", async () => {
  const { shop, me } = await opens();
  const said = { on: "2026-02-27", amountMinor: 1_250, receipt: "0042", text: "I forgot my card." };
  const told = await me("POST", "/v1/me/missing-purchases", said);
  expect(told).toMatchObject({ status: 201, body: { status: "open", answerBy: "2026-03-09" } });
  const { items } = (await shop.asks("GET", "/v1/tasks")).body;
  expect(items).toMatchObject([{ id: told.body.id, text: expect.stringContaining("I forgot my card.") }]);
  await shop.asks("POST", `/v1/members/${await shop.idOf("ana")}/tasks/${told.body.id}/closing`, { outcome: "done" });
  const future = { on: "2026-03-03" };
  expect(await me("POST", "/v1/me/missing-purchases", future)).toMatchObject({ status: 400 });
  for (let more = 0; more < 5; more += 1) await me("POST", "/v1/me/missing-purchases", { on: "2026-03-01" });
  expect(await me("POST", "/v1/me/missing-purchases", { on: "2026-03-01" })).toMatchObject({ status: 409 });
});

test("letters to her are in her language; those to a stranger in the browser's", async () => {
  const server = town.server();
  const { shop, me } = await opens();
  await me("PATCH", "/v1/me", { language: "cs" });
  await portalCode(server, "ana@example.com", placeOf(shop));
  expect((await lettersOf({ call: shop.asks }))[0]?.subject).toContain("je Váš kód");
  server.clock.advance(60_000);
  const asked = callWith(server.url, undefined);
  await asked(
    "POST",
    `/v1/portal/${shop.tenant.slug}/sign-in-codes`,
    { contact: "new@example.com" },
    {
      "accept-language": "ro-RO, en;q=0.5",
    },
  );
  const [letter] = await lettersOf({ call: shop.asks });
  expect(letter?.subject).toContain("este codul dumneavoastră");
  expect(codeIn(letter)).toMatch(/^\d{6}$/);
});

test("a child joins and is asked for no consent to marketing; nobody is older than the day allows", async () => {
  const server = town.server();
  const { shop } = await opens();
  const contact = "kid@example.com";
  const join = { termsVersion: "terms-1", birthDate: "2015-05-05" };
  const code = await portalCode(server, contact, placeOf(shop));
  const consents = [{ topic: "email", version: "news-1" }];
  expect(await shows(server, { contact, code, join: { ...join, consents } }, shop)).toMatchObject({ status: 403 });
  expect(await shows(server, { contact, code, join }, shop)).toMatchObject({ status: 201 });
});

test("the brand is a stylesheet whose words can be read, by day and by night", async () => {
  const { shop } = await opens({ portal: { color: "#ffd43b" } });
  const style = await callWith(town.server().url, undefined)("GET", `/v1/portal/${shop.tenant.slug}/brand.css`);
  expect(style.headers.get("content-type")).toBe("text/css; charset=utf-8");
  expect(style.body).toContain("--brand:#ffd43b;--on-brand:#000000");
  expect(style.body).toContain("prefers-color-scheme:dark");
});

test("two members of one shop see nothing of each other", async () => {
  const { shop, me, id } = await opens();
  await shop.buys("ana", 40);
  const { call } = await newMember(town.server(), { tenant: placeOf(shop) });
  const [bought] = (await me("GET", "/v1/me/timeline")).body.items;
  expect(await call("GET", `/v1/me/activities/${bought.activityId}/explanation`)).toMatchObject({ status: 404 });
  for (const path of ["", "/wallets", "/timeline", "/issued-rewards", "/export"]) {
    expect(JSON.stringify((await call("GET", `/v1/me${path}`)).body)).not.toContain(id);
  }
});

test("her phone has a card whose code is good at the till, once, until she signs out everywhere", async () => {
  const { shop, me, id } = await opens();
  const { body: card } = await me("POST", "/v1/me/cards");
  const key = await importCardKey(card.key);
  const shows = async () =>
    shop.asks("POST", "/v1/spending-proofs", { qr: await cardCode({ id: card.id, key }, town.server().clock.now()) });
  expect(await shows()).toMatchObject({ status: 201, body: { memberId: id, method: "qr" } });
  expect(await shows()).toMatchObject({ status: 409 });
  await me("DELETE", "/v1/me/session?everywhere=true");
  shop.jumps({ minutes: 1 });
  expect(await shows()).toMatchObject({ status: 400 });
});
