// Rewards that go from one member to another and come back, and uses that are taken back: rows 49 to 53 of the faults
// for gifts, and what cases 2, 8, 34 and 59 say of them.
import { expect, test } from "vitest";
import { openTown } from "../support/town.ts";

const town = openTown();

/** There, and back again where it must. */
async function travels(): Promise<void> {
  for (let way = 0; way < 3; way += 1) await town.delivers();
}

/** Ana has a mug that cost her 100 points. */
async function anaHasAMug(pieces: number | null = null) {
  const shop = await town.shop();
  await shop.offers("mug", { pieces, days: 30 });
  await shop.adjusts("ana", 100);
  return { shop, mug: await shop.takes("ana", "mug") };
}

test("Ana gives her mug to Bob: hers is given, his arrives once, as good as it was, and he uses it", async () => {
  const { shop, mug } = await anaHasAMug();
  const { gives, gift, fate, presents, present, uses, balance } = shop;
  const given = await gives("ana", mug, "bob");
  expect(given).toMatchObject({ status: 201, body: { status: "sent", because: null } });
  expect(await fate("ana", mug)).toBe("given");
  await travels();
  expect(await presents("bob")).toHaveLength(1);
  const bobs = await present("bob");
  expect(bobs).toMatchObject({ body: { status: "active", cost: null, source: "gift", sourceId: given.id } });
  expect(bobs.body).toMatchObject({ expiresAt: mug.body.expiresAt, gift: mug.body.gift });
  expect(await uses("ana", mug)).toMatchObject({ status: 409, said: "This reward has been given to another member." });
  expect(await uses("bob", bobs)).toMatchObject({ status: 200 });
  expect(await gift("ana", given)).toMatchObject({ status: "sent" });
  expect(await balance("ana")).toBe(0);
});

test("a friend is found by what identifies them; a stranger is not found", async () => {
  const { shop, mug } = await anaHasAMug();
  await shop.enrols("bob", { identities: [{ kind: "email", value: "bob@example.com" }] });
  expect(await shop.gives("ana", mug, { email: "eva@example.com" })).toMatchObject({ status: 404 });
  expect(await shop.gives("ana", mug, { email: "Bob@Example.com" })).toMatchObject({ status: 201 });
  await travels();
  expect(await shop.presents("bob")).toHaveLength(1);
});

test("case 2: a gift that was sent again is one gift", async () => {
  const { shop, mug } = await anaHasAMug();
  const first = await shop.gives("ana", mug, "bob", { order: "g-1" });
  expect(await shop.gives("ana", mug, "bob", { order: "g-1" })).toMatchObject({ status: 200, body: first.body });
  expect(await shop.gives("ana", mug, "eva", { order: "g-1" })).toMatchObject({ status: 409 });
  expect(await shop.gives("ana", mug, "eva")).toMatchObject({ status: 409, code: "conflict" });
  await travels();
  expect(await shop.presents("bob")).toHaveLength(1);
});

test("50: of many who use, cancel and give one mug at once one is heard, and it is used once at most", async () => {
  for (let round = 0; round < 3; round += 1) {
    const { shop, mug } = await anaHasAMug(1);
    const { gives, uses, cancels, balance, left, fate, presents } = shop;
    const tries = await Promise.all(
      Array.from({ length: 5 }, () => [gives("ana", mug, "bob"), uses("ana", mug), cancels("ana", mug)]).flat(),
    );
    expect(tries.filter(({ status }) => status < 300)).toHaveLength(1);
    await travels();
    const isGiven = (await fate("ana", mug)) === "given";
    expect(await presents("bob")).toHaveLength(isGiven ? 1 : 0);
    const isBack = (await fate("ana", mug)) === "cancelled";
    expect([await balance("ana"), await left("mug")]).toEqual(isBack ? [100, 1] : [0, 0]);
  }
});

test("asked back before it was used, the mug is Ana's again, and so are its points when she cancels it", async () => {
  const { shop, mug } = await anaHasAMug(1);
  const { gives, recalls, gift, fate, present, uses, cancels, balance, left } = shop;
  const given = await gives("ana", mug, "bob");
  await travels();
  expect(await cancels("ana", mug)).toMatchObject({ status: 409 });
  expect(await recalls("ana", given, { order: "r-1" })).toMatchObject({ status: 200, body: { status: "recalled" } });
  expect(await recalls("ana", given, { order: "r-1" })).toMatchObject({ status: 200 });
  await travels();
  expect(await gift("ana", given)).toMatchObject({ status: "returned", because: "recalled" });
  const bobs = await present("bob");
  expect(bobs.body.status).toBe("cancelled");
  expect(await uses("bob", bobs)).toMatchObject({ status: 409 });
  expect(await fate("ana", mug)).toBe("active");
  expect(await balance("ana")).toBe(0);
  expect(await cancels("ana", mug)).toMatchObject({ status: 200 });
  expect([await balance("ana"), await left("mug")]).toEqual([100, 1]);
});

test("asked back at once, before it arrived: it arrives, and comes back", async () => {
  const { shop, mug } = await anaHasAMug();
  const given = await shop.gives("ana", mug, "bob");
  await shop.recalls("ana", given);
  await travels();
  expect(await shop.gift("ana", given)).toMatchObject({ status: "returned", because: "recalled" });
  expect(await shop.uses("ana", mug)).toMatchObject({ status: 200 });
});

test("asked back too late: Bob has used it, it stays his, and Ana's points stay spent", async () => {
  const { shop, mug } = await anaHasAMug();
  const { gives, recalls, gift, present, uses, cancels, balance } = shop;
  const given = await gives("ana", mug, "bob");
  await travels();
  const bobs = await present("bob");
  await uses("bob", bobs);
  await recalls("ana", given);
  await travels();
  expect(await gift("ana", given)).toMatchObject({ status: "sent", because: null });
  expect(await cancels("ana", mug)).toMatchObject({ status: 409 });
  expect(await balance("ana")).toBe(0);
});

test("used and asked back at the same moment: one of them has it, never both", async () => {
  for (let round = 0; round < 3; round += 1) {
    const { shop, mug } = await anaHasAMug();
    const { gives, recalls, present, uses, fate } = shop;
    const given = await gives("ana", mug, "bob");
    await travels();
    const bobs = await present("bob");
    const [used] = await Promise.all([uses("bob", bobs), recalls("ana", given).then(() => town.delivers())]);
    await travels();
    await travels();
    expect(await fate("ana", mug)).toBe(used?.status === 200 ? "given" : "active");
  }
});

test("Bob wants no mug: he cancels it, and it is Ana's again", async () => {
  const { shop, mug } = await anaHasAMug();
  const given = await shop.gives("ana", mug, "bob");
  await travels();
  const bobs = await shop.present("bob");
  expect(await shop.cancels("bob", bobs)).toMatchObject({ status: 200, body: { status: "cancelled" } });
  await shop.recalls("ana", given);
  await travels();
  expect(await shop.gift("ana", given)).toMatchObject({ status: "returned", because: "declined" });
  expect(await shop.fate("ana", mug)).toBe("active");
});

test("a mug that Bob got may go on to Eva; asked back by Ana it stays with her", async () => {
  const { shop, mug } = await anaHasAMug();
  const given = await shop.gives("ana", mug, "bob");
  await travels();
  const bobs = await shop.present("bob");
  expect(await shop.gives("bob", bobs, "eva")).toMatchObject({ status: 201 });
  await travels();
  await shop.recalls("ana", given);
  await travels();
  const evas = await shop.present("eva");
  expect(await shop.uses("eva", evas)).toMatchObject({ status: 200 });
  expect(await shop.gift("ana", given)).toMatchObject({ status: "sent" });
});

test("case 59: who is blocked is given nothing; blocked while it is on its way, it comes back", async () => {
  const { shop, mug } = await anaHasAMug();
  const { gives, gift, fate, presents, changesMember, uses } = shop;
  await changesMember("bob", { status: "blocked" });
  expect(await gives("ana", mug, "bob")).toMatchObject({ status: 409 });
  await changesMember("bob", { status: "active" });
  // Blocked after Ana has given and before the gift arrives: at once, by the database, where no relay is between.
  const given = await gives("ana", mug, "bob");
  await changesMember("bob", { status: "blocked" });
  await travels();
  const { status, because } = await gift("ana", given);
  const hasArrived = (await presents("bob")).length === 1;
  expect([status, because]).toEqual(hasArrived ? ["sent", null] : ["returned", "blocked"]);
  expect(await fate("ana", mug)).toBe(hasArrived ? "given" : "active");
  await changesMember("ana", { status: "blocked" });
  if (!hasArrived) expect(await uses("ana", mug)).toMatchObject({ status: 403 });
});

test("53: not to oneself, not to another shop, not what somebody else has", async () => {
  const { shop, mug } = await anaHasAMug();
  const there = await town.shop();
  await there.enrols("zoe");
  expect(await shop.gives("ana", mug, "ana")).toMatchObject({ status: 400, code: "invalid" });
  expect(await shop.gives("ana", mug, { id: await there.idOf("zoe") })).toMatchObject({ status: 404 });
  expect(await shop.gives("bob", mug, "eva")).toMatchObject({ status: 404, code: "not_found" });
  expect(await shop.fate("ana", mug)).toBe("active");
});

test("who may only earn gives nothing away, but may be given to", async () => {
  const { shop, mug } = await anaHasAMug();
  await shop.changesMember("ana", { status: "earn_only" });
  expect(await shop.gives("ana", mug, "bob")).toMatchObject({ status: 403 });
  await shop.changesMember("ana", { status: "active" });
  await shop.changesMember("bob", { status: "earn_only" });
  expect(await shop.gives("ana", mug, "bob")).toMatchObject({ status: 201 });
});

test("a member gives ten rewards a day and no more", async () => {
  const { offers, adjusts, takes, gives, jumps } = await town.shop();
  await offers("mug", { points: 1 });
  await adjusts("ana", 100);
  const last = await takes("ana", "mug");
  const mugs = [];
  for (let mug = 0; mug < 10; mug += 1) mugs.push(await takes("ana", "mug"));
  for (const mug of mugs) expect(await gives("ana", mug, "bob")).toMatchObject({ status: 201 });
  expect(await gives("ana", last, "bob")).toMatchObject({ status: 429, code: "too_many" });
  jumps({ days: 1, minutes: 1 });
  expect(await gives("ana", last, "bob")).toMatchObject({ status: 201 });
});

test("case 34: a gift expires with the date that it had, wherever it is", async () => {
  const { shop, mug } = await anaHasAMug();
  await shop.gives("ana", mug, "bob");
  await travels();
  shop.jumps({ days: 32 });
  const bobs = await shop.present("bob");
  expect(bobs.body.status).toBe("expired");
  expect(await shop.gives("bob", bobs, "eva")).toMatchObject({ status: 409, said: "This reward has expired." });
});

test("a use at the till was a mistake: taken back once, the mug can be used again, or cancelled", async () => {
  const { shop, mug } = await anaHasAMug(1);
  const { uses, undoes, cancels, left, balance } = shop;
  await uses("ana", mug);
  const undone = await undoes("ana", mug, "mistake", { order: "u-1" });
  expect(undone).toMatchObject({ status: 201, body: { reason: "mistake", issuedRewardId: mug.id } });
  expect(await undoes("ana", mug, "mistake", { order: "u-1" })).toMatchObject({ status: 200, body: undone.body });
  expect(await undoes("ana", mug)).toMatchObject({ status: 409 });
  expect(await left("mug")).toBe(0);
  await uses("ana", mug);
  expect(await undoes("ana", mug, "technical")).toMatchObject({ status: 409, code: "conflict" });
  expect(await cancels("ana", mug)).toMatchObject({ status: 409 });
  expect(await balance("ana")).toBe(0);
});

test("taken back and cancelled, points and piece come back", async () => {
  const { shop, mug } = await anaHasAMug(1);
  const { uses, undoes, cancels, left, balance } = shop;
  await uses("ana", mug);
  await undoes("ana", mug, "changed_mind");
  expect(await cancels("ana", mug)).toMatchObject({ status: 200 });
  expect([await balance("ana"), await left("mug")]).toEqual([100, 1]);
});

test("a use is taken back within the hour, by many at once only once", async () => {
  const { shop, mug } = await anaHasAMug();
  const { uses, undoes, takes, adjusts, jumps } = shop;
  await uses("ana", mug);
  jumps({ minutes: 59 });
  const undone = await Promise.all(Array.from({ length: 5 }, () => undoes("ana", mug)));
  expect(undone.map(({ status }) => status).toSorted()).toEqual([201, 409, 409, 409, 409]);
  await adjusts("ana", 100);
  const other = await takes("ana", "mug");
  await uses("ana", other);
  jumps({ minutes: 61 });
  expect(await undoes("ana", other)).toMatchObject({ status: 409, code: "conflict" });
  expect(await undoes("bob", other)).toMatchObject({ status: 404 });
});

test("whoever follows the shop hears of a gift on its way there and back, and of a use by mistake", async () => {
  const { shop, mug } = await anaHasAMug();
  await shop.uses("ana", mug);
  await shop.undoes("ana", mug);
  const given = await shop.gives("ana", mug, "bob");
  await travels();
  await shop.recalls("ana", given);
  await travels();
  const types = "reward.use_reversed,reward.given,gift.arrived,gift.recalled,gift.returned";
  const { items } = (await shop.asks("GET", `/v1/events?types=${types}`)).body;
  expect(items.map(({ type }: { type: string }) => type)).toEqual(types.split(","));
  const [ana, bob] = [await shop.idOf("ana"), await shop.idOf("bob")];
  expect(items.map(({ data }: { data: object }) => data)).toMatchObject([
    { memberId: ana, issuedRewardId: mug.id, reason: "mistake" },
    { memberId: ana, giftId: given.id, toMemberId: bob },
    { memberId: bob, giftId: given.id, issuedRewardId: (await shop.present("bob")).id },
    { memberId: ana, giftId: given.id, toMemberId: bob },
    { memberId: bob, giftId: given.id, giverId: ana, because: "recalled" },
  ]);
});

test("a gift that is in a friend's basket stays there until the basket lets it go", async () => {
  const { shop, mug } = await anaHasAMug();
  const { gives, recalls, present, fillsBasket, reservesBasket, gift, fate, jumps } = shop;
  const given = await gives("ana", mug, "bob");
  await travels();
  const bobs = await present("bob");
  await reservesBasket(await fillsBasket("bob", [{ product: "mug", euros: 8 }], { rewards: [bobs] }), { minutes: 10 });
  expect(await gives("bob", bobs, "eva")).toMatchObject({ status: 409, said: "This reward is reserved." });
  await recalls("ana", given);
  await travels();
  expect(await gift("ana", given)).toMatchObject({ status: "sent" });
  jumps({ minutes: 11 });
  await recalls("ana", given);
  await travels();
  expect(await gift("ana", given)).toMatchObject({ status: "returned", because: "recalled" });
  expect(await fate("ana", mug)).toBe("active");
});
