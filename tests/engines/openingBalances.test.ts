// Members who come from an older programme bring their points, with the day on which they expire, and their tier.
import { afterAll, beforeAll, expect, test } from "vitest";
import { listEntries, walletsOf } from "../../server/modules/ledger/statements.ts";
import { findMembersByIdentity } from "../../server/modules/members/identities.ts";
import { findMembers } from "../../server/modules/members/members.ts";
import { readBalanceMapping } from "../../server/modules/programme/imports/balanceMapping.ts";
import { importBalances } from "../../server/modules/programme/imports/balances.ts";
import { memberStanding } from "../../server/modules/programme/tiers.ts";
import { inTransaction } from "../../server/platform/database/transaction.ts";
import { bucketOf } from "../../server/platform/ids.ts";
import type { Tenant } from "../../server/platform/tenant.ts";
import { verifyLedger } from "../../server/verify.ts";
import { type Importing, startImporting, whoIn } from "../support/importing.ts";

let importing: Importing;
beforeAll(async () => {
  importing = await startImporting();
});
afterAll(() => importing.close());

async function imported(tenant: Tenant, rows: string, mapping: unknown = undefined) {
  const named = mapping === undefined ? "balances" : importing.fileOf(JSON.stringify(mapping), "old.json");
  const asked = { tenant, file: importing.fileOf(rows), mapping: readBalanceMapping(named), tell: () => undefined };
  return importBalances(importing.parts, asked);
}

/** What the member with this number has; TEST time is 2 March 2026. */
async function memberOf(tenant: Tenant, number: string) {
  return inTransaction(importing.db, whoIn(importing.parts, tenant), async (ctx) => {
    const { sealer } = importing.parts;
    const [id = ""] = await findMembersByIdentity(ctx, sealer, [{ kind: "number", value: number }]);
    const key = { bucket: bucketOf(id), memberId: id };
    const [[member], [wallet], entries, { tier, standing }] = await Promise.all([
      findMembers(ctx, sealer, [id]),
      walletsOf(ctx, { ...key, zone: tenant.timezone }),
      listEntries(ctx, key, { before: null, limit: 10 }),
      memberStanding(ctx, key, tenant),
    ]);
    return { member, wallet, entries, tier, standing };
  });
}

const rows = [
  "number,email,phone,name,points,expires,tier,tier until",
  "A1,ana@example.com,,Ana,1200,,gold,2026-12-31",
  "A2,,,Bo,300,2026-03-31,,",
  "A2,,,Bo,50,2026-06-30,silver,",
  "A3,,,,70,2026-03-01,,",
  "A4,cy@example.com,,Cy,0,,,",
  "",
].join("\n");

test("members, points, expiry and tier come over, and the ledger agrees with itself", async () => {
  const tenant = await importing.newTenant();
  const report = await imported(tenant, rows);
  expect(report).toMatchObject({ opened: 4, points: 1550, expiredPoints: 70, refused: [], mistakes: { count: 0 } });

  const ana = await memberOf(tenant, "A1");
  expect(ana.member).toMatchObject({ name: "Ana", identities: [{ kind: "email" }, { kind: "number" }] });
  expect(ana.wallet?.balance).toMatchObject({ total: 1200, spendable: 1200, pending: 0 });
  expect(ana.entries).toMatchObject([{ points: 1200, counterAccount: "opening", cause: "opening" }]);
  expect(ana).toMatchObject({ tier: "gold", standing: { tier: "bronze", manualTier: "gold" } });
  expect(new Date(ana.standing.manualUntil ?? 0).toISOString()).toBe("2027-01-01T00:00:00.000Z");

  const bo = await memberOf(tenant, "A2");
  expect(bo.wallet?.expiring).toEqual([
    { points: 300, at: Date.parse("2026-03-31T23:00:00Z") },
    { points: 50, at: Date.parse("2026-06-30T23:00:00Z") },
  ]);
  expect(bo).toMatchObject({ tier: "silver", standing: { tier: "silver", manualTier: null } });
  expect((await memberOf(tenant, "A3")).wallet?.balance.total).toBe(0);
  expect((await verifyLedger(importing.db)).checks.filter(({ violations }) => violations > 0)).toEqual([]);
});

test("the same file again, also a year later, opens nothing", async () => {
  const tenant = await importing.newTenant();
  await imported(tenant, rows);
  expect(await imported(tenant, rows)).toMatchObject({ opened: 0, repeated: 4, refused: [] });
  const inAYear = { ...tenant, clockOffsetMs: 365 * 86_400_000 };
  expect(await imported(inAYear, rows)).toMatchObject({ opened: 0, repeated: 4, refused: [] });
  expect((await memberOf(tenant, "A1")).wallet?.balance.total).toBe(1200);
});

test("a balance that changed is refused, and so is another's e-mail address; the others come over", async () => {
  const tenant = await importing.newTenant();
  await imported(tenant, rows);
  const changed = ["number,email,points", "A1,,999", "B1,ana@example.com,5", "B2,,6", ""].join("\n");
  const report = await imported(tenant, changed);
  expect(report).toMatchObject({ opened: 1, points: 6 });
  expect(report.refused).toMatchObject([
    { row: 2, words: expect.stringContaining("opened before with other contents") },
    { row: 3, words: "This e-mail address belongs to a member already." },
  ]);
});

test("a member whom the file knows by two names gets both balances", async () => {
  const tenant = await importing.newTenant();
  await imported(tenant, "number,email,points\nD1,di@example.com,0\n");
  const report = await imported(tenant, "number,email,points\nD1,,10\n,di@example.com,20\n", {
    name: "second",
    columns: { number: "number", email: "email", points: "points" },
  });
  expect(report).toMatchObject({ opened: 2, points: 30 });
  expect((await memberOf(tenant, "D1")).wallet?.balance.total).toBe(30);
});

test("rows that cannot be read are told, and a file that cannot be meant leaves nothing behind", async () => {
  const tenant = await importing.newTenant();
  const columns = { number: "Karte", points: "Punkte", expires: "gut bis", tier: "Stufe" };
  const mapping = { columns, timeFormat: "dd.MM.yyyy", decimalMark: ",", delimiter: ";" };
  const report = await imported(
    tenant,
    "Karte;Punkte;gut bis\n1;1.250;31.12.2026\n;5;\n2;viele;\n3;5;morgen\n4;-3;\n",
    mapping,
  );
  expect(report).toMatchObject({ opened: 1, points: 1250, mistakes: { count: 4 } });
  expect(report.mistakes.list.map(({ row, words }) => `${row} ${words}`)).toEqual([
    "3 was not understood: it names no member.",
    '4 was not understood: "viele" is not a number of whole points.',
    '5 was not understood: "morgen" is not a date in the mapping\'s format.',
    '6 was not understood: "-3" is not a number of whole points.',
  ]);
  await expect(imported(tenant, "Karte;Punkte;Stufe\n9;5;platin\n", mapping)).rejects.toThrow(
    'Row 2: the programme has no tier "platin". It has: bronze, silver, gold.',
  );
  await expect(imported(tenant, "name,points\nx,1\n")).rejects.toThrow('one of "number", "email", "phone"');
});
