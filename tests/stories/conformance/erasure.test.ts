// Whoever leaves for good is forgotten and still adds up: case 58, and what fault 71 says of it.
import { expect, test } from "vitest";
import { applyErasures, keptErasures } from "../../../server/erasing.ts";
import { fromTypeId } from "../../../server/platform/ids.ts";
import { asAdmin, nameOf } from "../../support/database.ts";
import { openTown } from "../support/town.ts";

const town = openTown();

const email = (value: string) => ({ identities: [{ kind: "email", value, verified: true }] });

test("case 58: who leaves forfeits the points, pending and reserved ones too, and the numbers stay", async () => {
  const { enrols, buys, adjusts, reserves, reservation, erases, wallet, statement } = await town.shop({
    points: { activation: { kind: "after_days", days: 14 } },
  });
  await enrols("ana", { name: "Ana Rossi" });
  await adjusts("ana", 70);
  await buys("ana", 30);
  const held = await reserves("ana", 20);
  expect(await wallet("ana")).toMatchObject({ total: 100, spendable: 50, pending: 30, held: 20 });

  expect(await erases("ana")).toMatchObject({ status: 201, body: { reason: "requested" } });
  expect(await wallet("ana")).toMatchObject({ total: 0, spendable: 0, pending: 0, held: 0, debt: 0 });
  expect(await reservation("ana", held)).toBe("released");
  expect((await statement("ana")).toSorted()).toEqual(["+30 issued", "+70 adjusted", "-30 forfeited", "-70 forfeited"]);
});

test("case 58: what is owed is nobody's debt any more", async () => {
  const { adjusts, erases, wallet, statement } = await town.shop();
  await adjusts("ana", -40);
  await erases("ana", { reason: "left" });
  expect(await wallet("ana")).toMatchObject({ total: 0, debt: 0 });
  expect(await statement("ana")).toEqual(["-40 adjusted", "+40 lost"]);
});

test("case 58: an heir gets the points as good as they were, those that only count for tiers are gone", async () => {
  const { adjusts, erases, balance, expiring, wallet, statement } = await town.shop({
    points: { expiry: { kind: "after_days", days: 100 } },
    morePoints: [{ code: "stars", spendable: false, qualifying: true }],
  });
  await adjusts("ana", 60);
  await adjusts("ana", 5, { of: "stars" });
  const dates = await expiring("ana");
  expect(await erases("ana", { heir: "bob", reason: "deceased" })).toMatchObject({ status: 201 });
  await town.delivers();
  expect(await balance("bob")).toBe(60);
  expect(await expiring("bob")).toEqual(dates);
  expect(await statement("ana")).toEqual(["+60 adjusted", "-60 in_transit"]);
  expect(await statement("ana", "stars")).toEqual(["+5 adjusted", "-5 forfeited"]);
  expect(await wallet("bob", "stars")).toMatchObject({ total: 0 });
});

test("case 58: the heir is a member who may have points, and somebody else", async () => {
  const { adjusts, erases, changesMember, balance, profile } = await town.shop();
  const elsewhere = await town.shop();
  await adjusts("ana", 60);
  await changesMember("bob", { status: "blocked" });
  expect(await erases("ana", { heir: "bob" })).toMatchObject({ status: 409, code: "conflict" });
  expect(await erases("ana", { heir: "ana" })).toMatchObject({ status: 400, code: "invalid" });
  expect(await erases("ana", { heirId: await elsewhere.idOf("eva") })).toMatchObject({ status: 404 });
  expect(await profile("ana")).toMatchObject({ status: "active", name: "ana" });
  expect(await balance("ana")).toBe(60);
});

test("case 58: the heir left before the points came: they are forfeited where they came from", async () => {
  const { adjusts, erases, balance, statement } = await town.shop();
  await adjusts("ana", 60);
  await erases("ana", { heir: "bob" });
  await erases("bob");
  await town.delivers();
  await town.delivers();
  expect([await balance("ana"), await balance("bob")]).toEqual([0, 0]);
  expect(await statement("ana")).toEqual(["+60 adjusted", "-60 in_transit", "+60 in_transit", "-60 forfeited"]);
});

test("case 58: what was taken and not used is cancelled, and its piece is there for others", async () => {
  const { adjusts, offers, takes, uses, erases, fate, left, balance } = await town.shop();
  await Promise.all([offers("mug", { pieces: 5 }), offers("cap", { pieces: 5 })]);
  await adjusts("ana", 500);
  const [mug, cap, used] = [await takes("ana", "mug"), await takes("ana", "cap"), await takes("ana", "mug")];
  await uses("ana", used);
  await erases("ana");
  expect([await fate("ana", mug), await fate("ana", cap), await fate("ana", used)]).toEqual([
    "cancelled",
    "cancelled",
    "used",
  ]);
  expect([await left("mug"), await left("cap")]).toEqual([4, 5]);
  expect(await balance("ana")).toBe(0);
});

test("case 58: nothing is earned, spent or given to a member who was erased", async () => {
  const { enrols, adjusts, buys, spends, transfers, erases, offers, takes, balance, does, idOf } = await town.shop();
  await enrols("ana", email("ana@example.com"));
  await Promise.all([adjusts("ana", 60), adjusts("bob", 60), offers("mug", { points: 1 })]);
  await erases("ana");
  const refused = [await buys("ana", 10), await spends("ana", 10), await takes("ana", "mug"), await adjusts("ana", 1)];
  expect(refused.map(({ status }) => status)).toEqual([409, 409, 409, 409]);
  await transfers("bob", "ana", 10);
  await town.delivers();
  await town.delivers();
  expect([await balance("ana"), await balance("bob")]).toEqual([0, 60]);
  const byMail = await does("cashier", "visit", { member: { email: "ana@example.com" } });
  expect(byMail).toMatchObject({ status: 404 });
  expect(await idOf("ana")).toMatch(/^mem_/);
});

test("fault 71: the same address joins again as somebody new, without the points of before", async () => {
  const { enrols, adjusts, erases, balance, idOf, foundBy, profile, buys } = await town.shop();
  await enrols("ana", { name: "Ana Rossi", birthDate: "1984-02-29", language: "it", ...email("ana@example.com") });
  await adjusts("ana", 60);
  const before = await idOf("ana");
  expect(await foundBy("ana@example.com")).toEqual([before]);
  await erases("ana");
  expect(await foundBy("ana@example.com")).toEqual([]);
  expect(await profile("ana")).toEqual({
    id: before,
    kind: "individual",
    status: "closed",
    isChild: false,
    identities: [],
    erased: true,
    enrolledAt: expect.any(String),
  });

  await enrols("ana", email("Ana@Example.com"));
  const after = await idOf("ana");
  expect(after).not.toBe(before);
  expect(await foundBy("ana@example.com")).toEqual([after]);
  expect(await balance("ana")).toBe(0);
  expect(await buys("ana", 5)).toMatchObject({ status: 201, earned: 5 });
});

test("case 58: erased once, however often it is asked and however many ask at once", async () => {
  const { adjusts, erases, statement, asks, idOf } = await town.shop();
  await adjusts("ana", 60);
  const first = await Promise.all(Array.from({ length: 5 }, () => erases("ana", { order: "e-1" })));
  expect(first.map(({ status }) => status).toSorted()).toEqual([200, 200, 200, 200, 201]);
  expect(new Set(first.map(({ body }) => body.erasedAt)).size).toBe(1);
  expect(await erases("ana", { order: "e-2", reason: "left" })).toMatchObject({
    status: 200,
    body: { reason: "requested" },
  });
  expect(await statement("ana")).toEqual(["+60 adjusted", "-60 forfeited"]);
  const { items } = (await asks("GET", "/v1/erasures")).body;
  expect(items).toEqual([{ memberId: await idOf("ana"), reason: "requested", erasedAt: first[0]?.body.erasedAt }]);
});

test("case 58: buying, spending and leaving at once: whatever came first, nothing is left over", async () => {
  const { adjusts, buys, spends, erases, balance, wallet } = await town.shop();
  const names = Array.from({ length: 12 }, (_, index) => `member ${index}`);
  await Promise.all(names.map((name) => adjusts(name, 100)));
  const asked = await Promise.all(
    names.flatMap((name) => [buys(name, 10), spends(name, 30), erases(name), buys(name, 5)]),
  );
  expect(asked.filter(({ status }) => status >= 500)).toEqual([]);
  for (const name of names) {
    expect(await balance(name)).toBe(0);
    expect(await wallet(name)).toMatchObject({ total: 0, held: 0, pending: 0 });
  }
});

test("case 58: a backup from before brings nobody back: who was erased is erased again, once", async () => {
  const { enrols, adjusts, idOf, profile, balance, foundBy, changesMember } = await town.shop();
  const { db, clock } = town.server();
  await enrols("ana", { name: "Ana Rossi", ...email("back@example.com") });
  await Promise.all([adjusts("ana", 60), adjusts("bob", 10)]);
  await changesMember("eva", { status: "closed" });
  const [ana, bob, eva] = await Promise.all([idOf("ana"), idOf("bob"), idOf("eva")]);
  const tenantId = await tenantOf(ana);
  const erasure = (id: string, heirId: string | null = null) => {
    const memberId = fromTypeId("mem", id);
    return { tenantId, memberId, reason: "requested" as const, heirId, actor: "key_1", createdAt: clock.now() };
  };
  // The heir of one has left since, one joined after the backup was made, one is of a tenant that is gone.
  const kept = [
    erasure(ana, fromTypeId("mem", eva)),
    erasure(bob),
    erasure("mem_01kb1vn7xqf8krv1q7ey6p4c0m"),
    { ...erasure(bob), tenantId: "01980000-0000-7000-8000-000000000000" },
  ];
  expect(await applyErasures({ db, clock }, kept)).toBe(2);
  expect(await applyErasures({ db, clock }, kept)).toBe(0);
  expect(await profile("ana")).toMatchObject({ erased: true, status: "closed", identities: [] });
  expect([await balance("ana"), await balance("bob")]).toEqual([0, 0]);
  expect(await foundBy("back@example.com")).toEqual([]);

  const ids = (await keptErasures({ db })).filter((it) => it.tenantId === tenantId).map(({ memberId }) => memberId);
  expect(ids.toSorted()).toEqual([ana, bob].map((id) => fromTypeId("mem", id)).toSorted());
});

async function tenantOf(id: string): Promise<string> {
  const sql = `select tenant_id from members where id = '${fromTypeId("mem", id)}'`;
  const [row] = await asAdmin(sql, await nameOf(town.server().db));
  return String(Object.values(Object(row))[0]);
}
