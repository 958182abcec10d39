// What we know of members, for those who ask and for other programs: nothing is left out, and no sheet is fooled.
import { expect, test } from "vitest";
import { EXPORT_PAGE } from "../../server/modules/members/exports.ts";
import { threeTiers } from "./support/programme.ts";
import { openTown } from "./support/town.ts";

const town = openTown();

test("a member's export holds who they are, what they did and every movement with its reason", async () => {
  const { enrols, adjusts, buys, offers, takes, exports, profile, wallet, entries, transfers } = await town.shop();
  await enrols("ana", { name: "Ana Rossi", birthDate: "1984-02-29", identities: [{ kind: "qr", value: "Q 1" }] });
  await adjusts("ana", 500, { reason: "A word of thanks to Ana." });
  await buys("ana", 30);
  await offers("mug");
  await takes("ana", "mug");
  await transfers("ana", "bob", 20, { reason: "For a coffee." });

  const told = await exports("ana");
  expect(told.profile).toEqual([await profile("ana")]);
  expect(Object.keys(told)).toEqual([
    "exportedAt",
    "profile",
    "business",
    "contacts",
    "fields",
    "blocks",
    "notes",
    "tasks",
    "guardians",
    "consents",
    "terms",
    "wallets",
    "entries",
    "timeline",
  ]);
  expect(told.wallets[0]).toEqual(await wallet("ana"));
  expect(told.entries.toReversed()).toEqual(await entries("ana"));
  expect(told.timeline.map(({ kind }: { kind: string }) => kind)).toEqual(
    expect.arrayContaining(["enrolled", "adjustment", "activity", "reward_issued", "transfer"]),
  );
  expect(JSON.stringify(told.timeline)).toContain("A word of thanks to Ana.");
});

test("the same as a table has every value of the document", async () => {
  const { enrols, adjusts, exports, exportsAsTable } = await town.shop();
  await enrols("ana", { name: "=HYPERLINK(1)", identities: [{ kind: "phone", value: "+390698765432" }] });
  await adjusts("ana", -5);
  const lines = await exportsAsTable("ana");
  const valueAt = (part: string, field: string) =>
    lines.find((line) => line.part === part && line.field === field)?.value;
  expect(valueAt("profile", "name")).toBe("'=HYPERLINK(1)");
  expect(valueAt("wallets", "debt")).toBe("5");
  expect(valueAt("entries", "points")).toBe("-5");
  const told = await exports("ana");
  expect(lines.filter(({ part }) => part === "timeline")).not.toHaveLength(0);
  expect(valueAt("entries", "id")).toBe(told.entries[0].id);
});

test("an export longer than a page is whole and in order", async () => {
  const { enrols, adjusts, exports } = await town.shop();
  await enrols("ana");
  const count = EXPORT_PAGE + 7;
  for (let done = 0; done < count; done += 50) {
    await Promise.all(Array.from({ length: Math.min(50, count - done) }, () => adjusts("ana", 1)));
  }
  const { entries, timeline } = await exports("ana");
  expect(new Set(entries.map(({ id }: { id: string }) => id)).size).toBe(count);
  expect(timeline).toHaveLength(count + 1);
});

test("who was erased is exported without a name", async () => {
  const { enrols, adjusts, erases, exports } = await town.shop();
  await enrols("ana", { name: "Ana Rossi" });
  await adjusts("ana", 5, { reason: "For Ana Rossi." });
  await erases("ana");
  const told = await exports("ana");
  expect(told.profile[0]).toMatchObject({ erased: true });
  expect(told.entries).toHaveLength(2);
  expect(JSON.stringify(told)).not.toContain("Rossi");
});

test("fault 67: the table of all members opens in a sheet: formulas are text, numbers are numbers", async () => {
  const shop = await town.shop({ tiers: threeTiers() });
  const nasty = ["=1+2", "+1", "-1", "@SUM(A1)", "\uff1d1", 'O\'Brien, "Pat"', "Ștefan 🦉"];
  for (const name of nasty) await shop.enrols(name, { name });
  await shop.enrols("eva", {
    name: "Eva",
    birthDate: "1990-01-02",
    language: "it",
    identities: [
      { kind: "email", value: "=eva@example.com" },
      { kind: "phone", value: "+390698765432" },
      { kind: "number", value: "-7" },
    ],
  });
  await shop.buys("eva", 600);
  await shop.adjusts('O\'Brien, "Pat"', -40);
  const lines = await shop.membersTable();
  const named = (name: string) => lines.find((line) => line.name === name);
  for (const name of nasty.slice(0, 5)) expect(named(`'${name}`), name).toBeDefined();
  expect(named("Ștefan 🦉")).toMatchObject({ tier: "bronze", points_total: "0", id: expect.stringMatching(/^mem_/) });
  expect(named('O\'Brien, "Pat"')).toMatchObject({ points_total: "-40", points_spendable: "0" });
  expect(named("Eva")).toMatchObject({
    birth_date: "1990-01-02",
    language: "it",
    email: "'=eva@example.com",
    phone: "+390698765432",
    number: "'-7",
    tier: "silver",
    spend_minor: "60000",
    purchases: "1",
    points_total: "600",
  });
  expect(lines).toHaveLength(nasty.length + 1);
});

test("fault 67: more members than a page are each in the table once", async () => {
  const shop = await town.shop();
  const names = Array.from({ length: EXPORT_PAGE + 20 }, (_, index) => `member ${index}`);
  for (let from = 0; from < names.length; from += 40) {
    await Promise.all(names.slice(from, from + 40).map((name) => shop.enrols(name)));
  }
  const lines = await shop.membersTable();
  expect(lines.map(({ name }) => name).toSorted()).toEqual(names.toSorted());
});

test("an export needs the right to read all that it tells, and another shop's members are not there", async () => {
  const shop = await town.shop();
  const elsewhere = await town.shop();
  const id = await shop.idOf("ana");
  expect((await elsewhere.asks("GET", `/v1/members/${id}/export`)).status).toBe(404);
  expect(await elsewhere.membersTable()).toEqual([]);
  const { newKey, tenant } = town.server();
  const { call } = await newKey(tenant, ["members:read"]);
  expect(await call("GET", "/v1/exports/members.csv")).toMatchObject({ status: 403, body: { code: "forbidden" } });
});

test("that a member was exported is told, without a name", async () => {
  const shop = await town.shop();
  await shop.enrols("ana", { name: "Ana Rossi" });
  await shop.exports("ana");
  const { rows } = await town.server().db.maintenance.query("select events::text as events from outbox");
  const told = rows.map(({ events }) => String(events)).filter((events) => events.includes("member.exported"));
  expect(told.join("")).toContain("member.exported");
  expect(told.join("")).not.toContain("Rossi");
});
