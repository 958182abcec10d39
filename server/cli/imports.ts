// import members, import purchases, import balances.
import { readFileSync, writeFileSync } from "node:fs";
import { defineCommand } from "citty";
import { readBalanceMapping } from "../modules/programme/imports/balanceMapping.ts";
import { importBalances } from "../modules/programme/imports/balances.ts";
import { readPurchaseMapping } from "../modules/programme/imports/mapping.ts";
import { importPurchases, type PurchaseReport } from "../modules/programme/imports/purchases.ts";
import { type Summary, summaryOf } from "../modules/programme/imports/summary.ts";
import { importMembers, readMemberMapping } from "../modules/programme/memberImports/command.ts";
import { inTransaction } from "../platform/database/transaction.ts";
import { command, json, tenantSlug } from "./commands.ts";
import { operatorOf, tenantNamed, withParts } from "./session.ts";
import { print, printJson, progressTeller, say, stopSignal } from "./terminal.ts";

/** Rows and sales that are named one by one on the terminal. */
const NAMED_MAX = 20;

const errorsFile = {
  type: "string",
  description: "A file for everything that was left out, as a table with the row, the document and the reason.",
} as const;

const purchases = command({
  meta: { name: "purchases", description: "Import sale lines; the same file twice changes nothing." },
  args: {
    file: { type: "positional", description: "A table of text, plain or .gz.", required: true },
    mapping: { type: "string", description: "A ready-made mapping or the path of one's own.", required: true },
    tenant: tenantSlug,
    errors: errorsFile,
    json,
  },
  run: async ({ args }) => {
    const mapping = readPurchaseMapping(args.mapping);
    await withParts(async (parts) => {
      const tenant = await tenantNamed(parts, args.tenant);
      const progress = progressTeller();
      const asked = { tenant, file: args.file, mapping, tell: progress.tell, signal: stopSignal() };
      const report = await importPurchases(parts, asked).finally(progress.end);
      const summary = await inTransaction(parts.db, operatorOf(parts, tenant), (ctx) => summaryOf(ctx, tenant));
      sayWhatWasLeft(report);
      writeErrors(args.errors, [
        ...report.mistakes.list,
        ...report.refused.list.map(({ document, words }) => ({ document, words })),
      ]);
      if (args.json) printJson(objectOf(summary, report));
      else printFields(objectOf(summary, report));
      if (report.refused.count > 0) process.exitCode = 1;
    });
  },
});

const balances = command({
  meta: { name: "balances", description: "Import members, points and tiers of an older programme, once." },
  args: {
    file: { type: "positional", description: "A table of text, plain or .gz.", required: true },
    mapping: { type: "string", description: "A ready-made mapping or the path of one's own. Default: balances." },
    tenant: tenantSlug,
    errors: errorsFile,
    json,
  },
  run: async ({ args }) => {
    const mapping = readBalanceMapping(args.mapping ?? "balances");
    await withParts(async (parts) => {
      const tenant = await tenantNamed(parts, args.tenant);
      const progress = progressTeller();
      const asked = { tenant, file: args.file, mapping, tell: progress.tell, signal: stopSignal() };
      const report = await importBalances(parts, asked).finally(progress.end);
      const { members, points } = await inTransaction(parts.db, operatorOf(parts, tenant), (ctx) =>
        summaryOf(ctx, tenant),
      );
      sayMistakes(report.mistakes);
      writeErrors(args.errors, [...report.mistakes.list, ...report.refused]);
      for (const { row, words } of report.refused.slice(0, NAMED_MAX)) say(`Row ${row}: ${words}`);
      const told = {
        members,
        opened: report.opened,
        repeated: report.repeated,
        points_opened: report.points,
        points_expired: report.expiredPoints,
        outstanding: points.outstanding,
        unreadable: report.mistakes.count,
        refused: report.refused.length,
      };
      if (args.json) printJson(told);
      else printFields(told);
      if (report.refused.length > 0) process.exitCode = 1;
    });
  },
});

const members = command({
  meta: { name: "members", description: "Import members from a table; the same file twice changes nothing." },
  args: {
    file: { type: "positional", description: "A table of text, plain or .gz.", required: true },
    mapping: { type: "string", description: "A JSON file that says what the columns mean. Default: guessed." },
    preview: { type: "boolean", description: "Only say what would come of it." },
    tenant: tenantSlug,
    errors: errorsFile,
    json,
  },
  run: async ({ args }) => {
    const mapping = args.mapping === undefined ? null : readMemberMapping(args.mapping);
    const bytes = bytesOf(args.file);
    await withParts(async (parts) => {
      const tenant = await tenantNamed(parts, args.tenant);
      const progress = progressTeller();
      const asked = { tenant, bytes, mapping, isPreview: args.preview === true, signal: stopSignal() };
      const done = await importMembers(parts, { ...asked, tell: progress.tell }).finally(progress.end);
      const { mistakes, ...told } = done;
      for (const { row, words } of mistakes.slice(0, NAMED_MAX)) say(`Row ${row}: ${words}`);
      writeErrors(args.errors, mistakes);
      if (args.json) printJson(told);
      else printFields(told);
      if (mistakes.length > 0) process.exitCode = 1;
    });
  },
});

function bytesOf(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch (error) {
    throw new Error(`${file} cannot be read: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function sayMistakes({ count, list }: PurchaseReport["mistakes"]): void {
  for (const { row, words } of list.slice(0, NAMED_MAX)) say(`Row ${row} ${words}; it was left out.`);
  if (count > 0) say(`${count} rows could not be read.`);
}

function sayWhatWasLeft({ skipped, mistakes, refused, repeated }: PurchaseReport): void {
  const { noCustomer, quantityOrPrice } = skipped;
  say(`Skipped: ${noCustomer} lines without a customer, ${quantityOrPrice} without a positive quantity or price.`);
  if (repeated > 0) say(`${repeated} invoices were recorded before; nothing of them was changed.`);
  sayMistakes(mistakes);
  for (const { document, words } of refused.list.slice(0, NAMED_MAX)) say(`Invoice ${document}: ${words}`);
  if (refused.count > 0) say(`${refused.count} invoices were not recorded.`);
}

type LeftOut = Readonly<{ row?: number; document?: string; words: string }>;

function writeErrors(file: string | undefined, list: readonly LeftOut[]): void {
  if (file === undefined) return;
  const rows = list.map(({ row = "", document = "", words }) => [row, document, words].map(cellOf).join(","));
  writeFileSync(file, `${["row,document,reason", ...rows].join("\r\n")}\r\n`);
  say(`What was left out stands in ${file}: ${list.length} rows.`);
}

/** Quoted; and a text that a spreadsheet would take for a formula is made plain by an apostrophe. */
function cellOf(value: string | number): string {
  const text = String(value);
  const plain = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return `"${plain.replaceAll('"', '""')}"`;
}

/** The fields' names are read by other programs. */
export function objectOf(summary: Summary, { skipped, mistakes }: PurchaseReport) {
  const { members, activities, points, orphans, spendMinor, tiers } = summary;
  return {
    members,
    invoices: activities.purchases,
    lines: activities.lines,
    issued: points.issued,
    reversed: points.reversed,
    outstanding: points.outstanding,
    negative_balances: points.negativeBalances,
    matched_cancellation_lines: activities.matchedLines,
    orphan_lines: orphans.lines,
    orphan_quantity: orphans.quantityThousandths / 1000,
    net_spend_minor: spendMinor,
    tiers: Object.fromEntries(tiers.map((tier) => [tier.code, tier.members])),
    skipped: {
      no_customer: skipped.noCustomer,
      quantity_or_price: skipped.quantityOrPrice,
      ...(mistakes.count > 0 ? { unreadable: mistakes.count } : {}),
    },
  };
}

function printFields(told: Readonly<Record<string, unknown>>): void {
  for (const [name, value] of Object.entries(told)) {
    print(`${name.replaceAll("_", " ").padEnd(28)} ${typeof value === "object" ? JSON.stringify(value) : value}`);
  }
}

export const importCommand = defineCommand({
  meta: { name: "import", description: "Bring the past in." },
  subCommands: { members, purchases, balances },
});
