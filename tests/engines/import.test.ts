// The main job: a shop's past, line by line, becomes points.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { verifyLedger } from "../../server/verify.ts";
import {
  hasOnlineRetail,
  type Importing,
  onlineRetail,
  onlineRetailGives,
  startImporting,
} from "../support/importing.ts";

let importing: Importing;
beforeAll(async () => {
  importing = await startImporting();
});
afterAll(() => importing.close());

describe.skipIf(!hasOnlineRetail)("three months of a real shop", () => {
  test("give exactly these numbers, and the ledger agrees with itself", { timeout: 120_000 }, async () => {
    const { has, report } = await importing.importFile(onlineRetail);
    expect(has).toEqual(onlineRetailGives);
    expect(report).toMatchObject({ repeated: 0, refused: { count: 0 }, mistakes: { count: 0 } });
    expect((await verifyLedger(importing.db)).checks.filter(({ violations }) => violations > 0)).toEqual([]);
  });

  test("imported again change nothing", { timeout: 120_000 }, async () => {
    const { has, report } = await importing.importFile(onlineRetail);
    expect(has).toEqual(onlineRetailGives);
    expect(report.refused.count).toBe(0);
    expect((await verifyLedger(importing.db)).clean).toBe(true);
  });
});

const header = "InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country";

/** "invoice product quantity time price customer" as a line of the file; times are of 1 March 2026. */
function line(told: string): string {
  const [invoice = "", product = "", quantity = "", time = "", price = "", customer = ""] = told.split(" ");
  const buyer = customer === "-" ? "" : customer;
  return `${invoice},${product},a thing,${quantity},2026-03-01 ${time}:00,${price},${buyer},UK`;
}

/** Imports these lines into a tenant of their own. */
async function imported(...lines: string[]) {
  const tenant = await importing.newTenant();
  const file = importing.fileOf([header, ...lines.map(line), ""].join("\n"));
  return { tenant, ...(await importing.importFile(file, { tenant })) };
}

test("an invoice is all lines of its number, wherever they stand, at the time of the first", async () => {
  // Together 3.10 pounds, so three points; apart they would be one and one.
  const { has } = await imported(
    "1 tea 1 10:00 1.60 7",
    "2 cup 1 09:00 5.00 8",
    "1 milk 1 23:59 1.50 7",
    // Returned at noon: the purchase was at ten, whatever its last line says.
    "C3 milk -1 12:00 1.50 7",
  );
  expect(has).toMatchObject({ invoices: 2, lines: 3, issued: 8, reversed: 1, matched_cancellation_lines: 1 });
  expect(has).toMatchObject({ orphan_lines: 0, net_spend_minor: 660 });
});

test("a line is rounded to a penny, half up, and the invoice down to whole points", async () => {
  const { has } = await imported("1 a 3 10:00 0.335 7", "1 b 5 10:00 0.001 7", "2 c 1 10:00 0.99 7");
  // 1.005 is 1.01, 0.005 is 0.01; 1.02 pounds are a point, 0.99 pounds are none.
  expect(has).toMatchObject({ net_spend_minor: 201, issued: 1, invoices: 2 });
});

test("a cancellation takes the latest earlier lines first, and what finds none is an orphan", async () => {
  const { has } = await imported(
    "1 tea 10 10:00 1.00 7",
    "2 tea 10 11:00 3.00 7",
    "C3 tea -12 12:00 2.00 7",
    "C4 tea -9 13:00 2.00 7",
  );
  // All of invoice 2 and two of invoice 1, then the eight that are left of it; the ninth was never sold.
  expect(has).toMatchObject({ issued: 40, reversed: 40, matched_cancellation_lines: 2, orphan_lines: 1 });
  expect(has).toMatchObject({ orphan_quantity: 1, net_spend_minor: 0, negative_balances: 0 });
});

test("a cancellation at the minute of a sale may be of that sale, also when it stands above it", async () => {
  const { has } = await imported("C2 tea -1 10:00 1.00 7", "1 tea 1 10:00 1.00 7", "C3 tea -1 09:59 1.00 7");
  expect(has).toMatchObject({ matched_cancellation_lines: 1, orphan_lines: 1, orphan_quantity: 1 });
});

test("who only cancelled is no member, and is one after buying in a later file", async () => {
  const { has, tenant } = await imported("C1 tea -2 10:00 1.00 9", "2 cup 1 11:00 1.00 8");
  expect(has).toMatchObject({ members: 1, orphan_lines: 1, orphan_quantity: 2 });
  const later = importing.fileOf(`${header}\n${line("3 tea 5 12:00 1.00 9")}\n${line("C4 tea -2 13:00 1.00 9")}\n`);
  const after = await importing.importFile(later, { tenant });
  expect(after.has).toMatchObject({ members: 2, orphan_lines: 1, matched_cancellation_lines: 1, outstanding: 4 });
});

test("lines without a customer, a positive quantity or a price are skipped and counted by their reason", async () => {
  const { has, report } = await imported(
    "1 a 1 10:00 1.00 -",
    "1 b 0 10:00 1.00 7",
    "1 c -1 10:00 1.00 7",
    "1 d 1 10:00 0 7",
    "1 e 1 10:00 -1 7",
    "C2 f 1 10:00 1.00 7",
    "C2 g -1 10:00 0 7",
    "1 h 1 10:00 1.00 7",
  );
  expect(has).toMatchObject({ invoices: 1, lines: 1, skipped: { no_customer: 1, quantity_or_price: 5 } });
  expect(report.mistakes.count).toBe(0);
});

test("rows that cannot be read are left out and told with their number", async () => {
  const { has, report } = await imported(
    "1 a one 10:00 1.00 7",
    "1 b 1 25:00 1.00 7",
    "1 c 1 10:00 1,50 7",
    "1 d 1 10:00 1.00 7",
  );
  expect(has).toMatchObject({ invoices: 1, lines: 1, skipped: { unreadable: 3 } });
  expect(report.mistakes.list).toEqual([
    { row: 2, words: 'has "one" for "Quantity", which is not a number' },
    { row: 3, words: 'has "2026-03-01 25:00:00" for "InvoiceDate", which is not a time' },
    { row: 4, words: "has 9 columns instead of 8" },
  ]);
});

test("an invoice of two customers is two purchases, and an invoice that changed is refused", async () => {
  const { has, tenant } = await imported("1 a 1 10:00 2.00 7", "1 b 1 10:00 3.00 8");
  expect(has).toMatchObject({ members: 2, invoices: 2, issued: 5 });
  const changed = importing.fileOf(`${header}\n${line("1 a 1 10:00 4.00 7")}\n${line("2 a 1 10:00 4.00 7")}\n`);
  const after = await importing.importFile(changed, { tenant });
  expect(after.has).toMatchObject({ invoices: 3, issued: 9 });
  expect(after.report.refused).toMatchObject({ count: 1, list: [{ document: "1" }] });
});

test("a file of a foreign currency needs a rate", async () => {
  const tenant = await importing.newTenant({ currency: "EUR", timezone: "Europe/Rome" });
  const file = importing.fileOf(`${header}\n${line("1 a 1 10:00 10.00 7")}\n`);
  await expect(importing.importFile(file, { tenant })).rejects.toThrow("the tenant's EUR");
});

test("one's own mapping names the columns; without a mark what is negative is a return", async () => {
  const tenant = await importing.newTenant({ currency: "EUR", timezone: "Europe/Rome" });
  const columns = { document: "Beleg", product: "Artikel", quantity: "Menge", unitPrice: "Preis", time: "Zeit" };
  const mapping = { columns: { ...columns, customer: "Kunde" }, timeFormat: "dd.MM.yyyy HH:mm", decimalMark: "," };
  const name = importing.fileOf(JSON.stringify(mapping), "kasse.json");
  const rows = ["Beleg;Artikel;Menge;Preis;Zeit;Kunde", "1;Tee;2;1.234,50;01.03.2026 10:00;7"];
  const file = importing.fileOf([...rows, "1;Tee;-0,5;1.234,50;02.03.2026 10:00;7", ""].join("\r\n"));
  const { has } = await importing.importFile(file, { tenant, mapping: name });
  expect(has).toMatchObject({ invoices: 1, lines: 1, issued: 2469, reversed: 617, net_spend_minor: 185_175 });
});
