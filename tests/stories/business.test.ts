// Businesses: their people, who is above whom, and whose points are whose.
import { expect, test } from "vitest";
import { whileHeld } from "./support/holding.ts";
import { openTown } from "./support/town.ts";

const town = openTown();

test("what a business's people buy is the business's, by any of their addresses", async () => {
  const shop = await town.shop();
  await shop.founds("Bakery");
  expect(
    await shop.names("Bakery", { name: "Ugo", email: "Ugo@Bakery.example", phone: "+39 06 12345678" }),
  ).toMatchObject({
    status: 201,
    body: { email: "ugo@bakery.example", phone: "+390612345678", mayEarn: true, maySpend: false },
  });
  expect((await shop.buysAs({ email: "ugo@bakery.example" }, 30)).earned).toBe(30);
  expect((await shop.buysAs({ phone: "+390612345678" }, 12)).earned).toBe(12);
  expect(await shop.balance("Bakery")).toBe(42);
});

test("who is a member themselves keeps points of their own: one wallet each", async () => {
  const shop = await town.shop();
  await shop.founds("Bakery");
  await shop.enrols("ugo", { identities: [{ kind: "email", value: "ugo@example.com" }] });
  expect(await shop.names("Bakery", { name: "Ugo", email: "ugo@example.com" })).toMatchObject({ status: 409 });
  const own = { name: "Ugo", email: "ugo@example.com", memberId: await shop.idOf("ugo") };
  expect(await shop.names("Bakery", own)).toMatchObject({ status: 201, body: { memberId: own.memberId } });
  await shop.buysAs({ email: "ugo@example.com" }, 10);
  await shop.buys("Bakery", 7);
  expect([await shop.balance("ugo"), await shop.balance("Bakery")]).toEqual([10, 7]);
});

test("who may not earn for the business does not find it; who goes takes their addresses along", async () => {
  const shop = await town.shop();
  await shop.founds("Bakery");
  await shop.names("Bakery", { name: "Pia", email: "pia@bakery.example", mayEarn: false, maySpend: true });
  expect(await shop.buysAs({ email: "pia@bakery.example" }, 10)).toMatchObject({ status: 404 });
  const ugo = await shop.names("Bakery", { name: "Ugo", email: "ugo@bakery.example" });
  expect((await shop.buysAs({ email: "ugo@bakery.example" }, 10)).earned).toBe(10);
  expect(await shop.lets("Bakery", ugo)).toMatchObject({ status: 204 });
  expect(await shop.lets("Bakery", ugo)).toMatchObject({ status: 404 });
  expect(await shop.buysAs({ email: "ugo@bakery.example" }, 10)).toMatchObject({ status: 404 });
  await shop.enrols("ugo", { identities: [{ kind: "email", value: "ugo@bakery.example" }] });
  expect((await shop.buysAs({ email: "ugo@bakery.example" }, 5)).earned).toBe(5);
  expect([await shop.balance("ugo"), await shop.balance("Bakery")]).toEqual([5, 10]);
  expect((await shop.readsOf("Bakery", "contacts")).items.map(({ name }: { name: string }) => name)).toEqual(["Pia"]);
});

test("two people share the office's phone: it finds the business until the last of them goes", async () => {
  const shop = await town.shop();
  await shop.founds("Bakery");
  const office = "+39 06 12345678";
  const ugo = await shop.names("Bakery", { name: "Ugo", phone: office });
  await shop.names("Bakery", { name: "Pia", phone: office });
  await shop.lets("Bakery", ugo);
  expect((await shop.buysAs({ phone: "+390612345678" }, 10)).earned).toBe(10);
});

test("an address that the business has by itself stays when a contact with it goes", async () => {
  const shop = await town.shop();
  await shop.founds("Bakery", { identities: [{ kind: "email", value: "info@bakery.example" }] });
  const ugo = await shop.names("Bakery", { name: "Ugo", email: "info@bakery.example" });
  await shop.lets("Bakery", ugo);
  expect((await shop.buysAs({ email: "info@bakery.example" }, 10)).earned).toBe(10);
});

test("a person has no contacts and is no business, and a business is no contact", async () => {
  const shop = await town.shop();
  await shop.founds("Bakery");
  await shop.founds("Mill");
  expect(await shop.names("ana", { name: "Ugo" })).toMatchObject({ status: 409 });
  expect(await shop.about("ana", "PATCH", "business", { vatNumber: "IT1" })).toMatchObject({ status: 409 });
  expect(await shop.about("ana", "GET", "business")).toMatchObject({ status: 409 });
  const mill = { name: "Mill", memberId: await shop.idOf("Mill") };
  expect(await shop.names("Bakery", mill)).toMatchObject({ status: 409 });
});

test("what is known of a business is sealed: its numbers and its people are in no table to be read", async () => {
  const shop = await town.shop();
  await shop.founds("Bakery");
  const known = { legalName: "Panificio Zampetti S.r.l.", vatNumber: "IT12345678901", accountManager: "stf_lea" };
  expect((await shop.about("Bakery", "PATCH", "business", known)).body).toMatchObject(known);
  await shop.about("Bakery", "PATCH", "business", { registration: "RM-1" });
  expect(await shop.readsOf("Bakery", "business")).toMatchObject({ ...known, registration: "RM-1", parentId: null });
  await shop.about("Bakery", "PATCH", "business", { vatNumber: null });
  expect(await shop.readsOf("Bakery", "business")).toMatchObject({ vatNumber: null, legalName: known.legalName });
  await shop.names("Bakery", { name: "Ugo Zampetti", email: "ugo@zampetti.example" });
  const { rows } = await town.server().db.maintenance.query(
    `select (select json_agg(b) from businesses b) as businesses, (select json_agg(c) from contacts c) as contacts,
       (select json_agg(o) from outbox o) as told`,
  );
  const written = JSON.stringify(rows);
  for (const word of ["Zampetti", "zampetti", "IT12345678901"]) {
    expect(written).not.toContain(word);
    expect(written).not.toContain(Buffer.from(word).toString("hex"));
  }
});

test("businesses stand under each other without circles, on five levels at most", async () => {
  const shop = await town.shop();
  for (const name of ["a", "b", "c", "d", "e", "f"]) await shop.founds(name);
  for (const [upper, lower] of [
    ["a", "b"],
    ["b", "c"],
    ["c", "d"],
    ["d", "e"],
  ] as const) {
    expect((await shop.puts(lower, upper)).status).toBe(200);
  }
  expect(await shop.puts("a", "a")).toMatchObject({ status: 400 });
  expect(await shop.puts("a", "e")).toMatchObject({ status: 409, said: expect.stringContaining("circle") });
  expect(await shop.puts("b", "d")).toMatchObject({ status: 409, said: expect.stringContaining("circle") });
  expect(await shop.puts("f", "e")).toMatchObject({ status: 409, said: expect.stringContaining("5 levels") });
  expect(await shop.puts("a", "f")).toMatchObject({ status: 409, said: expect.stringContaining("5 levels") });
  const e = await shop.readsOf("e", "business");
  expect(e.above).toEqual(await Promise.all(["d", "c", "b", "a"].map(shop.idOf)));
  expect((await shop.readsOf("a", "business")).subsidiaries).toEqual([await shop.idOf("b")]);
  expect((await shop.about("b", "PATCH", "business", { parentId: null })).body.parentId).toBeNull();
  expect((await shop.puts("a", "f")).status).toBe(200);
  expect(await shop.puts("a", "ana")).toMatchObject({ status: 409 });
});

test("of two who put each other above themselves in the same moment one is refused", async () => {
  const shop = await town.shop();
  for (const name of ["one", "two"]) {
    await shop.founds(name);
    await shop.about(name, "PATCH", "business", { accountManager: "stf_lea" });
  }
  const answers = await whileHeld(town.server().db, "select from businesses for update", () =>
    Promise.all([shop.puts("one", "two"), shop.puts("two", "one")]),
  );
  expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409]);
  for (const name of ["one", "two"]) {
    expect((await shop.readsOf(name, "business")).above).not.toContain(await shop.idOf(name));
  }
});

test("three who would make a circle at once do not", async () => {
  const shop = await town.shop();
  const names = ["one", "two", "three"];
  for (const name of names) await shop.founds(name);
  const answers = await Promise.all([shop.puts("one", "two"), shop.puts("two", "three"), shop.puts("three", "one")]);
  expect(answers.filter(({ status }) => status === 200).length).toBeLessThan(3);
  expect(answers.filter(({ status }) => status !== 200 && status !== 409)).toEqual([]);
  for (const name of names) {
    const { above } = await shop.readsOf(name, "business");
    expect(new Set(above).size).toBe(above.length);
    expect(above).not.toContain(await shop.idOf(name));
  }
});

test("a business is exported with its people, and erased with them: their addresses are free again", async () => {
  const shop = await town.shop();
  await shop.founds("Bakery");
  await shop.names("Bakery", { name: "Ugo Zampetti", email: "ugo@bakery.example", role: "owner" });
  await shop.about("Bakery", "PATCH", "business", { vatNumber: "IT12345678901" });
  const { business, contacts } = await shop.exports("Bakery");
  expect(business).toMatchObject([{ vatNumber: "IT12345678901" }]);
  expect(contacts).toMatchObject([{ name: "Ugo Zampetti", role: "owner" }]);
  await shop.erases("Bakery");
  expect(await shop.readsOf("Bakery", "contacts")).toEqual({ items: [] });
  expect(await shop.readsOf("Bakery", "business")).toMatchObject({ vatNumber: null });
  expect(await shop.buysAs({ email: "ugo@bakery.example" }, 10)).toMatchObject({ status: 404 });
  await shop.enrols("ugo", { identities: [{ kind: "email", value: "ugo@bakery.example" }] });
  expect((await shop.buysAs({ email: "ugo@bakery.example" }, 10)).earned).toBe(10);
});
