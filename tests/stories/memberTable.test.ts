// The members as staff see them: found by name while it is typed, sorted, narrowed down and counted.
import { expect, test } from "vitest";
import { inTransaction } from "../../server/platform/database/transaction.ts";
import { threeTiers } from "./support/programme.ts";
import type { Shop } from "./support/shop.ts";
import { openTown } from "./support/town.ts";

const town = openTown();

const conditions = (...rules: object[]) => JSON.stringify({ combinator: "and", rules });
const bought = (times: number) => ({ field: "member.purchases", operator: ">=", value: times });

async function family(): Promise<Shop> {
  const shop = await town.shop();
  await shop.enrols("Martina Nováková", { identities: [{ kind: "email", value: "tina@example.com" }] });
  await shop.enrols("Mario Rossi", { identities: [{ kind: "phone", value: "+390612345678" }] });
  await shop.enrols("Märta Li", { identities: [{ kind: "number", value: "C-77" }] });
  await shop.enrols("Anna Martinelli");
  return shop;
}

/** What finds a member by name, as the database has it. */
async function tracesOf(shop: Shop, who: string): Promise<number> {
  const { tenant } = shop;
  const id = await shop.idOf(who);
  const { body } = await shop.looksUp({ search: who });
  expect(body.items.map((item: { id: string }) => item.id)).not.toContain(id);
  const whoAsks = { tenantId: tenant.id, now: 0, actor: "cli" };
  const rows = await inTransaction(town.server().db, whoAsks, (ctx) =>
    ctx.query<{ rows: number }>(
      "/* scatter: a test */ select count(*) as rows from name_beginnings where tenant_id = $1",
      [tenant.id],
    ),
  );
  return rows[0]?.rows ?? 0;
}

test("a till finds members by how their names begin, whatever the accents, the order and the capitals", async () => {
  const shop = await family();
  expect(await shop.lists({ search: "mar" })).toEqual([
    "Anna Martinelli",
    "Märta Li",
    "Mario Rossi",
    "Martina Nováková",
  ]);
  expect(await shop.lists({ search: "nova MART" })).toEqual(["Martina Nováková"]);
  expect(await shop.lists({ search: "marta" })).toEqual(["Märta Li"]);
  expect(await shop.lists({ search: "li marta" })).toEqual(["Märta Li"]);
  expect(await shop.lists({ search: "martinel" })).toEqual(["Anna Martinelli"]);
  expect(await shop.lists({ search: "rossini" })).toEqual([]);
  expect([await shop.lists({ search: "ma" }), await shop.lists({ search: "-" })]).toEqual([[], []]);
  expect(await shop.howMany({ search: "mar" })).toEqual({ members: 4, isExact: true });
  expect(await shop.howMany({ search: "martinel" })).toEqual({ members: 2, isExact: false });
});

test("what is typed may be an e-mail, a phone number or a card as well", async () => {
  const shop = await family();
  expect(await shop.lists({ search: "TINA@example.com " })).toEqual(["Martina Nováková"]);
  expect(await shop.lists({ search: "+39 06 1234 5678" })).toEqual(["Mario Rossi"]);
  expect(await shop.lists({ search: "C-77" })).toEqual(["Märta Li"]);
  expect(await shop.lists({ search: "tina@example.org" })).toEqual([]);
  expect(await shop.howMany({ search: "C-77" })).toEqual({ members: 1, isExact: true });
});

test("whoever is called otherwise, is forgotten or has become another is found by the old name no more", async () => {
  const shop = await family();
  await shop.changesMember("Mario Rossi", { name: "Luigi Verdi" });
  expect([await shop.lists({ search: "rossi" }), await shop.lists({ search: "verdi" })]).toEqual([[], ["Luigi Verdi"]]);
  await shop.changesMember("Mario Rossi", { name: null });
  expect(await shop.lists({ search: "verdi" })).toEqual([]);

  expect(await shop.erases("Martina Nováková")).toMatchObject({ status: 201 });
  expect(await tracesOf(shop, "Martina Nováková")).toBe(9);
  await shop.merges("Märta Li", "Anna Martinelli");
  expect(await tracesOf(shop, "Anna Martinelli")).toBe(4);
  expect(await shop.erases("Märta Li")).toMatchObject({ status: 201 });
  expect(await tracesOf(shop, "Märta Li")).toBe(0);
});

test("members are sorted by when they joined, what they did last, their tier and their points", async () => {
  const shop = await town.shop({ tiers: threeTiers({ metric: "points", silver: 50, gold: 100 }) });
  for (const who of ["ana", "bob", "cy", "dan"]) await shop.enrols(who);
  await shop.buys("cy", 150);
  await shop.buys("ana", 20);
  await shop.buys("bob", 20);
  const both = async (sort: string) => [
    await shop.lists({ sort, limit: 3 }),
    await shop.lists({ sort: `-${sort}`, limit: 1 }),
  ];
  expect(await both("joined")).toEqual([
    ["ana", "bob", "cy", "dan"],
    ["dan", "cy", "bob", "ana"],
  ]);
  expect(await both("lastActivity")).toEqual([
    ["dan", "cy", "ana", "bob"],
    ["bob", "ana", "cy", "dan"],
  ]);
  expect(await both("points")).toEqual([
    ["dan", "ana", "bob", "cy"],
    ["cy", "bob", "ana", "dan"],
  ]);
  expect((await shop.lists({ sort: "-tier", limit: 2 }))[0]).toBe("cy");
  expect((await shop.lists({ sort: "tier", limit: 2 })).at(-1)).toBe("cy");
  const [cy] = (await shop.looksUp({ sort: "-points", limit: 1 })).body.items;
  expect(cy).toMatchObject({
    name: "cy",
    tier: "gold",
    balances: [{ pointsType: "points", total: 150, spendable: 150 }],
    lastActivityAt: expect.stringContaining("2026-03-02T"),
  });
});

test("they are narrowed down by conditions, a segment or a status, and counted", async () => {
  const shop = await family();
  await shop.buys("Mario Rossi", 10);
  await shop.buys("Anna Martinelli", 10);
  await shop.keeps("buyers", [bought(1)]);
  const segment = await shop.segmentNamed("buyers");
  expect(await shop.lists({ segment, sort: "joined" })).toEqual(["Mario Rossi", "Anna Martinelli"]);
  expect(await shop.lists({ conditions: conditions(bought(1)), search: "mart" })).toEqual(["Anna Martinelli"]);
  expect(await shop.lists({ segment, sort: "points", search: "mari" })).toEqual(["Mario Rossi"]);
  expect(await shop.howMany({ segment })).toEqual({ members: 2, isExact: true });
  await shop.changesMember("Mario Rossi", { status: "closed" });
  expect(await shop.lists({ status: "closed" })).toEqual(["Mario Rossi"]);
  expect([await shop.howMany({ segment }), await shop.howMany()].map(({ members }) => members)).toEqual([1, 4]);
});

test("what cannot be asked is refused in words, and a cursor of another list as well", async () => {
  const shop = await town.shop();
  await shop.enrols("ana");
  const wrong = [
    { conditions: "{" },
    { conditions: "null" },
    { conditions: conditions({ field: "member.tier", operator: "=", value: "\u0000" }) },
    { conditions: conditions({ field: "member.age", operator: "=", value: 1 }) },
    { conditions: conditions({ field: "activity.channel", operator: "=", value: "pos" }) },
    { sort: "-points", pointsType: "stars" },
    { cursor: Buffer.from('["a"]').toString("base64url") },
  ];
  for (const query of wrong) expect(await shop.looksUp(query)).toMatchObject({ status: 400, code: "invalid" });
  const segment = "seg_01kb1vn7xqf8krv1q7ey6p4c0m";
  expect(await shop.looksUp({ segment })).toMatchObject({ status: 404 });
  expect(await shop.looksUp({ segment, conditions: conditions() })).toMatchObject({ status: 400 });
  const far = Buffer.from(`[${Number.MAX_SAFE_INTEGER},"00000000-0000-7000-8000-000000000000"]`).toString("base64url");
  for (const sort of ["joined", "tier", "-points"]) {
    expect(await shop.looksUp({ sort, cursor: far })).toMatchObject({ status: 200 });
  }
});

test("who may not read points or programmes is told neither, and is not sorted by points", async () => {
  const shop = await town.shop();
  await shop.buys("ana", 10);
  const { call } = await town.server().newKey(shop.tenant, ["members:read"]);
  const [ana] = (await call("GET", "/v1/members")).body.items;
  expect(ana).toMatchObject({ name: "ana" });
  expect([ana.balances, ana.tier, ana.lastActivityAt]).toEqual([undefined, undefined, undefined]);
  expect(await call("GET", "/v1/members?sort=-points")).toMatchObject({ status: 403, body: { code: "forbidden" } });
});

test("another shop's members are found by no name of theirs", async () => {
  const shop = await family();
  const other = await town.shop();
  expect([await other.lists({ search: "mar" }), await other.lists({ search: "tina@example.com" })]).toEqual([[], []]);
  expect(await shop.howMany()).toEqual({ members: 4, isExact: true });
});
