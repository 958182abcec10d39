// Two memberships of one person become one: case 57, and what fault 69 says of it.
import fc from "fast-check";
import { expect, test } from "vitest";
import { bonus, pointsPerEuro, threeTiers } from "../support/programme.ts";
import { openTown } from "../support/town.ts";

const town = openTown();

const card = (value: string) => ({ identities: [{ kind: "qr", value }] });

async function arrived(): Promise<void> {
  for (let rounds = 0; rounds < 4; rounds += 1) await town.delivers();
}

test("case 57: lots are moved, not summed: each keeps its own dates, pending ones too", async () => {
  const shop = await town.shop({ points: { expiry: { kind: "after_days", days: 100 } } });
  const { adjusts, jumps, merges, expiring, balance, statement } = shop;
  await adjusts("ana", 10);
  jumps({ days: 10 });
  await adjusts("anna", 20);
  jumps({ days: 5 });
  await adjusts("anna", 30);
  const [one, others] = [await expiring("ana"), await expiring("anna")];
  expect(await merges("ana", "anna")).toMatchObject({ status: 201, body: { fromId: await shop.idOf("anna") } });
  await arrived();
  expect(await expiring("ana")).toEqual({ ...one, ...others });
  expect([await balance("ana"), await balance("anna")]).toEqual([60, 0]);
  expect(await statement("anna")).toEqual(["+20 adjusted", "+30 adjusted", "-20 in_transit", "-30 in_transit"]);
  expect(await statement("ana")).toEqual(["+10 adjusted", "+20 in_transit", "+30 in_transit"]);
});

test("case 57: points that only count for tiers go over, and so does a debt", async () => {
  const { adjusts, merges, balance, wallet, statement } = await town.shop({
    morePoints: [{ code: "stars", spendable: false, qualifying: true }],
  });
  await adjusts("ana", 100);
  await adjusts("anna", -40);
  await adjusts("anna", 7, { of: "stars" });
  await merges("ana", "anna");
  await arrived();
  expect(await balance("ana")).toBe(60);
  expect(await balance("ana", "stars")).toBe(7);
  expect(await wallet("anna")).toMatchObject({ total: 0, debt: 0 });
  expect(await statement("anna")).toEqual(["-40 adjusted", "+40 in_transit"]);
});

test("case 57: a debt that is more than what the other has is owed by the one who stays", async () => {
  const { adjusts, merges, wallet } = await town.shop();
  await adjusts("ana", 10);
  await adjusts("anna", -40);
  await merges("ana", "anna");
  await arrived();
  expect(await wallet("ana")).toMatchObject({ total: -30, debt: 30 });
  expect(await wallet("anna")).toMatchObject({ total: 0, debt: 0 });
});

test("case 57: the higher tier is kept, and what both reached counts together", async () => {
  const { buys, merges, tier, standing, membersTable } = await town.shop({
    tiers: threeTiers({ silver: 500, gold: 1_000 }),
  });
  await buys("ana", 450);
  await buys("anna", 600);
  expect([await tier("ana"), await tier("anna")]).toEqual(["bronze", "silver"]);
  await merges("ana", "anna");
  expect(await tier("ana")).toBe("gold");
  const counted = (await membersTable()).map(({ spend_minor, purchases }) => `${spend_minor} in ${purchases}`);
  expect(counted.toSorted()).toEqual(["0 in 0", "105000 in 2"]);
  await buys("eva", 10);
  await buys("iva", 600);
  await merges("eva", "iva");
  expect(await standing("eva")).toMatchObject({ tier: "silver" });
});

test("case 57: old identities lead to the one who stays, and the old id says who that is", async () => {
  const { enrols, buys, merges, foundBy, profile, idOf, does, balance } = await town.shop();
  await enrols("ana", { name: "Ana", identities: [{ kind: "email", value: "ana@example.com" }] });
  const identities = [{ kind: "email", value: "anna@example.com", verified: true }, ...card("OLD-CARD").identities];
  await enrols("anna", { name: "Anna", identities });
  const ana = await idOf("ana");
  expect(await foundBy("anna@example.com")).toEqual([await idOf("anna")]);
  await merges("ana", "anna");
  expect(await foundBy("anna@example.com")).toEqual([ana]);
  const values = (await profile("ana")).identities.map(({ value }: { value: string }) => value);
  expect(values.toSorted()).toEqual(["OLD-CARD", "ana@example.com", "anna@example.com"]);
  expect(await profile("anna")).toMatchObject({ status: "closed", mergedInto: ana, identities: [] });

  expect(await does("somebody", "purchase", { amountMinor: 1_000, member: { qr: "OLD-CARD" } })).toMatchObject({
    status: 201,
    body: { memberId: ana },
  });
  expect(await buys("anna", 5)).toMatchObject({ status: 201, earned: 5, body: { memberId: ana } });
  await arrived();
  expect(await balance("ana")).toBe(15);
});

test("case 57: what was reserved is let go, what was taken and not used becomes points again", async () => {
  const { adjusts, reserves, reservation, offers, takes, uses, fate, left, merges, balance } = await town.shop();
  await offers("mug", { pieces: 5 });
  await adjusts("anna", 500);
  const held = await reserves("anna", 50);
  const [mug, used] = [await takes("anna", "mug"), await takes("anna", "mug")];
  await uses("anna", used);
  await merges("ana", "anna");
  await arrived();
  expect(await reservation("anna", held)).toBe("released");
  expect([await fate("anna", mug), await fate("anna", used), await left("mug")]).toEqual(["cancelled", "used", 4]);
  expect(await balance("ana")).toBe(400);
});

test("case 57: the stricter of two consents holds", async () => {
  const { enrols, agrees, takesBack, agreedTo, merges } = await town.shop();
  await Promise.all([enrols("ana"), enrols("anna")]);
  await takesBack("anna", "email");
  await agrees("ana", "email");
  await takesBack("ana", "sms");
  await agrees("anna", "sms");
  await agrees("ana", "push");
  expect(await agreedTo("ana")).toEqual(["email", "push"]);
  await merges("ana", "anna");
  expect(await agreedTo("ana")).toEqual(["push"]);
});

test("case 57: what one bought comes back to both: a return after the merge takes its points", async () => {
  const { buys, returns, merges, balance } = await town.shop();
  await buys("anna", 100, { receipt: "r-1" });
  await returns("anna", "r-1", 20);
  await merges("ana", "anna");
  await arrived();
  expect(await balance("ana")).toBe(80);
  expect(await returns("ana", "r-1", 30)).toMatchObject({ status: 201, earned: -30 });
  expect(await returns("anna", "r-1", 10)).toMatchObject({ status: 201, earned: -10 });
  expect(await balance("ana")).toBe(40);
  expect(await returns("ana", "r-1", 50)).toMatchObject({ status: 400 });
});

test("case 57: a till that sends again what it told before the merge, or after it, gets the first answer", async () => {
  const { enrols, does, merges, balance } = await town.shop();
  await enrols("anna", card("CARD-A"));
  const sale = { amountMinor: 1_000, member: { qr: "CARD-A" } };
  const before = await does("x", "purchase", sale, { receipt: "r-1" });
  await merges("ana", "anna");
  expect(await does("x", "purchase", sale, { receipt: "r-1" })).toMatchObject({ status: 200, id: before.id });
  const after = await does("anna", "purchase", { amountMinor: 500 }, { receipt: "r-2" });
  expect(await does("anna", "purchase", { amountMinor: 500 }, { receipt: "r-2" })).toMatchObject({
    status: 200,
    id: after.id,
  });
  await arrived();
  expect(await balance("ana")).toBe(15);
});

test("fault 69: merged while both earn at the till: every purchase counts once, at the one who stays", async () => {
  const { enrols, does, buys, merges, balance, profile } = await town.shop();
  await enrols("anna", card("CARD-B"));
  await enrols("ana");
  const sales = Array.from({ length: 40 }, (_, index) => index);
  const told = await Promise.all([
    ...sales.slice(0, 20).map(() => buys("anna", 1)),
    merges("ana", "anna"),
    ...sales.slice(20).map(() => does("x", "purchase", { amountMinor: 100, member: { qr: "CARD-B" } })),
    ...sales.slice(20).map(() => buys("ana", 1)),
  ]);
  expect(told.filter(({ status }) => status !== 201)).toEqual([]);
  await arrived();
  expect([await balance("ana"), await balance("anna")]).toEqual([60, 0]);
  expect(await profile("anna")).toHaveProperty("mergedInto");
});

test("fault 69: one into the other and the other into the one at once: one wins", async () => {
  const { adjusts, merges, balance } = await town.shop();
  await Promise.all([adjusts("ana", 10), adjusts("anna", 20)]);
  const both = await Promise.all([merges("ana", "anna"), merges("anna", "ana")]);
  expect(both.map(({ status }) => status).toSorted()).toEqual([201, 409]);
  await arrived();
  expect((await balance("ana")) + (await balance("anna"))).toBe(30);
  const survivor = both[0]?.status === 201 ? "ana" : "anna";
  expect(await balance(survivor)).toBe(30);
});

test("case 57: asked twice it is done once", async () => {
  const { adjusts, merges, balance } = await town.shop();
  await adjusts("anna", 20);
  const asked = await Promise.all(Array.from({ length: 4 }, () => merges("ana", "anna", { order: "m-1" })));
  expect(asked.map(({ status }) => status).toSorted()).toEqual([200, 200, 200, 201]);
  await arrived();
  expect(await balance("ana")).toBe(20);
  expect(await merges("eva", "anna")).toMatchObject({ status: 409 });
});

test("case 57: another shop's member, a company, a stranger, oneself: no merge", async () => {
  const shop = await town.shop();
  const elsewhere = await town.shop();
  await shop.enrols("ana");
  await shop.enrols("firm", { kind: "corporate" });
  expect(await shop.merges("ana", "", { fromId: await elsewhere.idOf("eva") })).toMatchObject({ status: 404 });
  expect(await shop.merges("ana", "firm")).toMatchObject({ status: 409 });
  expect(await shop.merges("ana", "ana")).toMatchObject({ status: 400 });
  await shop.changesMember("bob", { status: "blocked" });
  expect(await shop.merges("ana", "bob")).toMatchObject({ status: 409 });
});

test("case 57: the same name and birthday are not the same person: nobody is merged by itself", async () => {
  const { enrols, idOf, profile } = await town.shop();
  for (const who of ["one", "two"]) await enrols(who, { name: "Ana Rossi", birthDate: "1984-02-29" });
  expect(await idOf("one")).not.toBe(await idOf("two"));
  expect(await profile("two")).not.toHaveProperty("mergedInto");
});

test("case 57: points under way to the one who ended go on to the one who stays", async () => {
  const { adjusts, transfers, merges, balance } = await town.shop();
  await adjusts("bob", 50);
  await transfers("bob", "anna", 20);
  await merges("ana", "anna");
  await arrived();
  expect([await balance("ana"), await balance("anna"), await balance("bob")]).toEqual([20, 0, 30]);
});

test("case 57: three become one, one after the other; erased once, all are forgotten", async () => {
  const { enrols, adjusts, merges, balance, buys, erases, profile, foundBy } = await town.shop();
  await enrols("a", { name: "First", identities: [{ kind: "email", value: "first@example.com" }] });
  await Promise.all([adjusts("a", 1), adjusts("b", 2), adjusts("c", 4)]);
  await merges("b", "a");
  await merges("c", "b");
  await arrived();
  expect([await balance("a"), await balance("b"), await balance("c")]).toEqual([0, 0, 7]);
  expect(await buys("a", 10)).toMatchObject({ status: 201, earned: 10 });
  expect(await erases("a")).toMatchObject({ status: 409 });
  expect(await erases("c")).toMatchObject({ status: 201 });
  for (const who of ["a", "b", "c"]) expect(await profile(who)).toMatchObject({ erased: true });
  expect(await foundBy("first@example.com")).toEqual([]);
});

test("case 57: earning, spending, merging in any order keeps every point", async () => {
  const { adjusts, spends, buys, merges, balance, profile } = await town.shop({ rules: [pointsPerEuro(), bonus(1)] });
  const names = ["p", "q", "r", "s", "t", "u"];
  await Promise.all(names.map((name) => adjusts(name, 100)));
  let sum = 600;
  const steps = fc.sample(
    fc.tuple(
      fc.constantFrom("buy", "spend", "merge", "deliver"),
      fc.nat(5),
      fc.nat(5),
      fc.integer({ min: 1, max: 60 }),
    ),
    { numRuns: 60, seed: 20_260_302 },
  );
  for (const [kind, one, two, amount] of steps) {
    const [name = "", other = ""] = [names[one], names[two]];
    if (kind === "buy") sum += (await buys(name, amount)).earned;
    if (kind === "spend" && (await spends(name, amount)).status === 201) sum -= amount;
    if (kind === "merge") await merges(name, other);
    if (kind === "deliver") await town.delivers();
  }
  await arrived();
  await arrived();
  const balances = await Promise.all(names.map((name) => balance(name)));
  expect(balances.reduce((total, points) => total + points, 0)).toBe(sum);
  for (const [index, name] of names.entries()) {
    if ("mergedInto" in (await profile(name))) expect([name, balances[index]]).toEqual([name, 0]);
  }
});
