// A merge is undone from its journal: the other half of case 57, and what fault 69 says of an undo after points burned.
import fc from "fast-check";
import { expect, test } from "vitest";
import { bonus, pointsPerEuro, threeTiers } from "../support/programme.ts";
import { openTown } from "../support/town.ts";

const town = openTown();

const identity = (kind: string, value: string) => ({ identities: [{ kind, value }] });

async function arrived(): Promise<void> {
  for (let rounds = 0; rounds < 4; rounds += 1) await town.delivers();
}

test("case 57: undone, each lot is back with its own dates, and what was earned since stays", async () => {
  const shop = await town.shop({ points: { expiry: { kind: "after_days", days: 100 } } });
  const { adjusts, jumps, merges, parts, expiring, balance, buys, statement } = shop;
  await adjusts("ana", 10);
  await adjusts("anna", 20);
  jumps({ days: 5 });
  await adjusts("anna", 30);
  const [one, other] = [await expiring("ana"), await expiring("anna")];
  await merges("ana", "anna");
  await arrived();
  await buys("ana", 7);
  expect(await parts("ana", "anna")).toMatchObject({ status: 201, body: { reversedAt: expect.any(String) } });
  await arrived();
  expect(await expiring("anna")).toEqual(other);
  expect(await expiring("ana")).toMatchObject(one);
  expect([await balance("ana"), await balance("anna")]).toEqual([17, 50]);
  expect(await statement("ana")).toEqual([
    "+10 adjusted",
    "+20 in_transit",
    "+30 in_transit",
    "+7 issued",
    "-20 in_transit",
    "-30 in_transit",
  ]);
});

test("fault 69: an undo after points were burned is refused with the reason, until they are given back", async () => {
  const { adjusts, spends, givesBack, reserves, merges, parts, balance, profile } = await town.shop();
  await adjusts("anna", 50);
  await merges("ana", "anna");
  await arrived();
  const spent = await spends("ana", 20);
  const refused = await parts("ana", "anna");
  expect(refused).toMatchObject({ status: 409, code: "conflict" });
  expect(refused.said).toContain("20 of the points that it brought were used or set aside since");
  expect(await profile("anna")).toHaveProperty("mergedInto");
  expect(await balance("ana")).toBe(30);
  await givesBack("ana", spent);
  await reserves("ana", 5);
  expect((await parts("ana", "anna")).said).toContain("5 of the points");
  await adjusts("ana", 100);
  expect(await parts("ana", "anna")).toMatchObject({ status: 201 });
  await arrived();
  expect([await balance("ana"), await balance("anna")]).toEqual([100, 50]);
});

test("fault 69: what was burned of the survivor's own points does not block", async () => {
  const { adjusts, spends, merges, parts, balance } = await town.shop({
    points: { expiry: { kind: "after_days", days: 100 } },
  });
  await adjusts("ana", 30);
  await merges("ana", "anna");
  await adjusts("eva", 50);
  await merges("ana", "eva");
  await arrived();
  await spends("ana", 30);
  expect(await parts("ana", "eva")).toMatchObject({ status: 201 });
  await arrived();
  expect([await balance("ana"), await balance("eva")]).toEqual([0, 50]);
});

test("while points are on their way nothing is undone, and nothing is lost", async () => {
  const { adjusts, merges, parts, balance } = await town.shop();
  const server = town.server();
  await server.parts.relay.stop();
  await adjusts("anna", 50);
  await merges("ana", "anna");
  const early = await parts("ana", "anna", "undo-1");
  expect(early).toMatchObject({ status: 503, code: "unavailable" });
  server.parts.relay.start();
  await arrived();
  expect(await parts("ana", "anna", "undo-1")).toMatchObject({ status: 201 });
  await arrived();
  expect([await balance("ana"), await balance("anna")]).toEqual([0, 50]);
});

test("case 57: identities, the name, the counters, the tiers and the consents are as before", async () => {
  const shop = await town.shop({ tiers: threeTiers({ silver: 500, gold: 1_000 }) });
  const { enrols, buys, agrees, takesBack, agreedTo, merges, parts, tier, profile, foundBy, lists, membersTable } =
    shop;
  await enrols("Ana One", identity("email", "one@example.com"));
  await enrols("Ana Two", identity("email", "two@example.com"));
  await buys("Ana One", 450);
  await buys("Ana Two", 600);
  await agrees("Ana One", "email");
  await takesBack("Ana Two", "email");
  await agrees("Ana Two", "sms");
  const [one, two] = [await profile("Ana One"), await profile("Ana Two")];
  await merges("Ana One", "Ana Two");
  await arrived();
  expect([await tier("Ana One"), await agreedTo("Ana One")]).toEqual(["gold", ["sms"]]);
  await parts("Ana One", "Ana Two");
  await arrived();
  expect([await profile("Ana One"), await profile("Ana Two")]).toEqual([one, two]);
  expect(await foundBy("two@example.com")).toEqual([two.id]);
  expect(await lists({ search: "two" })).toEqual(["Ana Two"]);
  expect([await tier("Ana One"), await tier("Ana Two")]).toEqual(["bronze", "silver"]);
  expect([await agreedTo("Ana One"), await agreedTo("Ana Two")]).toEqual([["email"], ["sms"]]);
  const counted = (await membersTable()).map(({ spend_minor, purchases }) => `${spend_minor} in ${purchases}`);
  expect(counted.toSorted()).toEqual(["45000 in 1", "60000 in 1"]);
});

test("case 57: what has changed since the merge is not undone with it", async () => {
  const shop = await town.shop({ tiers: threeTiers({ silver: 500, gold: 1_000 }) });
  const { enrols, buys, agrees, agreedTo, takesBack, merges, parts, tier, profile, about, membersTable } = shop;
  await enrols("ana");
  const twice = [
    { kind: "email", value: "a@example.com" },
    { kind: "qr", value: "CARD-1" },
  ];
  await enrols("anna", { identities: twice });
  await buys("ana", 450);
  await takesBack("anna", "email");
  await agrees("ana", "email");
  await merges("ana", "anna");
  await arrived();
  await buys("ana", 100);
  await takesBack("ana", "email");
  const [email] = (await profile("ana")).identities.filter(({ kind }: { kind: string }) => kind === "email");
  expect(await about("ana", "DELETE", `identities/${email.id}`)).toMatchObject({ status: 204 });
  await parts("ana", "anna");
  expect(await tier("ana")).toBe("silver");
  expect(await agreedTo("ana")).toEqual([]);
  expect((await profile("anna")).identities.map(({ value }: { value: string }) => value)).toEqual(["CARD-1"]);
  const counted = (await membersTable()).map(({ spend_minor, purchases }) => `${spend_minor} in ${purchases}`);
  expect(counted.toSorted()).toEqual(["0 in 0", "55000 in 2"]);
});

test("case 57: a debt that was paid off is owed again, and a debt that was taken over goes back", async () => {
  const { adjusts, merges, parts, wallet } = await town.shop();
  await adjusts("ana", 100);
  await adjusts("anna", -40);
  await merges("ana", "anna");
  await arrived();
  await parts("ana", "anna");
  await arrived();
  expect(await wallet("ana")).toMatchObject({ total: 100, debt: 0 });
  expect(await wallet("anna")).toMatchObject({ total: -40, debt: 40 });

  await adjusts("eva", 10);
  await adjusts("evy", -40);
  await merges("eva", "evy");
  await arrived();
  expect(await wallet("eva")).toMatchObject({ total: -30 });
  await parts("eva", "evy");
  await arrived();
  expect([(await wallet("eva")).total, (await wallet("evy")).total]).toEqual([10, -40]);

  await adjusts("iva", -30);
  await adjusts("ivy", 50);
  await merges("iva", "ivy");
  await arrived();
  expect(await wallet("iva")).toMatchObject({ total: 20, debt: 0 });
  await parts("iva", "ivy");
  await arrived();
  expect([(await wallet("iva")).total, (await wallet("ivy")).total]).toEqual([-30, 50]);
});

test("case 57: points that expired meanwhile, would have: they block nothing", async () => {
  const { adjusts, jumps, merges, parts, balance } = await town.shop({
    points: { expiry: { kind: "after_days", days: 10 } },
  });
  await adjusts("anna", 20);
  jumps({ days: 5 });
  await adjusts("anna", 30);
  await merges("ana", "anna");
  await arrived();
  jumps({ days: 7 });
  expect(await parts("ana", "anna")).toMatchObject({ status: 201 });
  await arrived();
  expect([await balance("ana"), await balance("anna")]).toEqual([0, 30]);
});

test("case 57: asked twice it is undone once, who was not merged is not parted, three part one by one", async () => {
  const { adjusts, merges, parts, balance, about, erases } = await town.shop();
  await Promise.all([adjusts("a", 1), adjusts("b", 2), adjusts("c", 4)]);
  expect(await parts("a", "b")).toMatchObject({ status: 404 });
  await merges("b", "a");
  await merges("c", "b");
  await arrived();
  expect(await parts("b", "a")).toMatchObject({ status: 409 });
  const asked = await Promise.all(Array.from({ length: 4 }, () => parts("c", "b", "u-1")));
  expect(asked.map(({ status }) => status).toSorted()).toEqual([200, 200, 200, 201]);
  expect(await parts("c", "b")).toMatchObject({ status: 409 });
  await arrived();
  await parts("b", "a");
  await arrived();
  expect([await balance("a"), await balance("b"), await balance("c")]).toEqual([1, 2, 4]);
  expect((await about("c", "GET", "merges")).body.items).toMatchObject([{ reversedAt: expect.any(String) }]);

  expect(await merges("c", "b")).toMatchObject({ status: 201 });
  await arrived();
  expect([await balance("b"), await balance("c")]).toEqual([0, 6]);
  expect(await erases("c")).toMatchObject({ status: 201 });
  expect(await parts("c", "b")).toMatchObject({ status: 409 });
  expect(await balance("a")).toBe(1);
});

test("fault 69: undone while both ids earn at the till: every purchase counts once", async () => {
  const { enrols, does, buys, merges, parts, balance, profile } = await town.shop();
  await enrols("anna", identity("qr", "CARD-P"));
  await enrols("ana");
  await merges("ana", "anna");
  const sales = Array.from({ length: 30 }, (_, index) => index);
  const told = await Promise.all([
    ...sales.slice(0, 15).map(() => buys("anna", 1)),
    parts("ana", "anna"),
    ...sales.slice(15).map(() => does("x", "purchase", { amountMinor: 100, member: { qr: "CARD-P" } })),
    ...sales.slice(15).map(() => buys("ana", 1)),
  ]);
  expect(told.filter(({ status }) => status !== 201)).toEqual([]);
  await arrived();
  expect((await balance("ana")) + (await balance("anna"))).toBe(45);
  expect(await profile("anna")).not.toHaveProperty("mergedInto");
  expect(await buys("anna", 3)).toMatchObject({ status: 201, body: { memberId: (await profile("anna")).id } });
});

test("case 57: merging, parting, earning and spending in any order keeps every point", async () => {
  const { adjusts, spends, buys, merges, parts, balance } = await town.shop({ rules: [pointsPerEuro(), bonus(1)] });
  const names = ["p", "q", "r", "s"];
  await Promise.all(names.map((name) => adjusts(name, 100)));
  let sum = 400;
  const step = fc.tuple(
    fc.constantFrom("buy", "spend", "merge", "part", "part", "deliver"),
    fc.nat(3),
    fc.nat(3),
    fc.integer({ min: 1, max: 40 }),
  );
  let parted = 0;
  for (const [kind, one, two, amount] of fc.sample(step, { numRuns: 90, seed: 20_260_303 })) {
    const [name = "", other = ""] = [names[one], names[two]];
    if (kind === "buy") sum += (await buys(name, amount)).earned;
    if (kind === "spend" && (await spends(name, amount)).status === 201) sum -= amount;
    if (kind === "merge") await merges(name, other);
    if (kind === "part" && (await parts(name, other)).status === 201) parted += 1;
    if (kind === "deliver") await town.delivers();
  }
  await arrived();
  const balances = await Promise.all(names.map((name) => balance(name)));
  expect(balances.reduce((total, points) => total + points, 0)).toBe(sum);
  expect(parted).toBeGreaterThan(0);
});
