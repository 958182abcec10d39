import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { readBalanceMapping } from "./balanceMapping.ts";
import { readPurchaseMapping } from "./mapping.ts";

const folder = mkdtempSync(join(tmpdir(), "fedele-mappings-"));
afterAll(() => rmSync(folder, { recursive: true }));

function fileOf(content: unknown): string {
  const file = join(folder, "till.json");
  writeFileSync(file, typeof content === "string" ? content : JSON.stringify(content));
  return file;
}

const columns = { document: "a", product: "b", quantity: "c", unitPrice: "d", time: "e", customer: "f" };

test("ready-made mappings are there by their names", () => {
  expect(readPurchaseMapping("online-retail")).toMatchObject({
    name: "online-retail",
    cancellationMark: "C",
    currency: "GBP",
    timezone: "Europe/London",
  });
  expect(readPurchaseMapping("purchases")).toMatchObject({ cancellationMark: null, currency: null, delimiter: null });
  expect(readBalanceMapping("balances").columns).toMatchObject({ number: "number", tierUntil: "tier until" });
});

test("one's own is called like its file unless it says otherwise", () => {
  expect(readPurchaseMapping(fileOf({ columns })).name).toBe("till");
  expect(readPurchaseMapping(fileOf({ name: "shop", columns })).name).toBe("shop");
});

test.each([
  ["no JSON", "{columns", "is not JSON"],
  ["a list", [], "must be an object in curly brackets"],
  ["no columns", {}, '"columns" of the mapping must be an object'],
  ["columns that are missing", { columns: { document: "a", product: "b" } }, "is quantity, unitPrice, time, customer."],
  ["a column that nobody knows", { columns: { ...columns, colour: "x" } }, `'s "columns" has no "colour"`],
  ["a field that nobody knows", { columns, timezoen: "UTC" }, 'A mapping has no "timezoen"'],
  ["an empty title", { columns: { ...columns, time: "" } }, '"time" of the mapping must be a text'],
  ["a time zone that is none", { columns, timezone: "Mars/Base" }, '"Mars/Base" is not the IANA name'],
  ["a currency that is none", { columns, currency: "EURO" }, '"EURO" of the mapping is not'],
  ["a rate that is none", { columns, rate: "1,5" }, '"rate" of the mapping'],
  ["a time format that is none", { columns, timeFormat: "hh:mm" }, "The time format"],
  ["a long delimiter", { columns, delimiter: ";;" }, "must be one character"],
  ["a strange decimal mark", { columns, decimalMark: "'" }, 'must be "." or ","'],
  ["a customer of an unknown kind", { columns, customerKind: "passport" }, "must be one of email, phone, qr, number"],
  ["a name that is no source", { columns, name: "my shop" }, "cannot be the name of a source"],
])("%s is refused in words", (_name, content, words) => {
  expect(() => readPurchaseMapping(fileOf(content))).toThrow(words);
});

test("a mapping that is nowhere names those that are there", () => {
  expect(() => readPurchaseMapping("shop")).toThrow("Ready-made: online-retail, purchases;");
  expect(() => readBalanceMapping("shop")).toThrow("Ready-made: balances;");
});
