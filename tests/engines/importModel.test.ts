// Whatever a shop's file looks like, the import gives what the slow and simple way gives.
import { fc, test } from "@fast-check/vitest";
import { afterAll, beforeAll, expect } from "vitest";
import { verifyLedger } from "../../server/verify.ts";
import { type Importing, startImporting } from "../support/importing.ts";
import { type FileLine, modelOf } from "../support/salesModel.ts";

let importing: Importing;
beforeAll(async () => {
  importing = await startImporting();
});
afterAll(() => importing.close());

/** Few of everything, so that products come back, invoices are torn apart and times are the same. */
const invoice = fc.record({
  isReturn: fc.integer({ min: 0, max: 2 }).map((one) => one === 0),
  customer: fc.integer({ min: 1, max: 5 }),
  minute: fc.integer({ min: 0, max: 12 }),
  lines: fc.array(
    fc.record({
      product: fc.integer({ min: 1, max: 4 }),
      pieces: fc.oneof(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 3_000 })),
      mills: fc.oneof(fc.integer({ min: 5, max: 9_999 }), fc.constantFrom(1, 5, 10, 335, 1_000, 250_000)),
      /** Where in the file it stands, and by how much its own time stamp is off. */
      place: fc.integer({ min: 0, max: 1_000 }),
      late: fc.integer({ min: 0, max: 3 }),
    }),
    { minLength: 1, maxLength: 6 },
  ),
});

function linesOf(invoices: readonly (typeof invoice extends fc.Arbitrary<infer One> ? One : never)[]): FileLine[] {
  const placed = invoices.flatMap(({ isReturn, customer, minute, lines }, index) =>
    lines.map(({ place, late, product, pieces, mills }) => ({
      place,
      line: {
        invoice: `${isReturn ? "C" : ""}${5_000 + index}`,
        product: `p${product}`,
        pieces: isReturn ? -pieces : pieces,
        time: `2025-03-01 10:${String(minute + late).padStart(2, "0")}:00`,
        mills,
        customer: String(customer),
      },
    })),
  );
  return placed.toSorted((a, b) => a.place - b.place).map(({ line }) => line);
}

function textOf(lines: readonly FileLine[]): string {
  const rows = lines.map(({ invoice: number, product, pieces, time, mills, customer }) =>
    [number, product, '"a, thing"', pieces, time, (mills / 1000).toFixed(3), customer, "UK"].join(","),
  );
  return ["InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country", ...rows, ""].join(
    "\r\n",
  );
}

test.prop([fc.array(invoice, { minLength: 1, maxLength: 40 })], { numRuns: 60 })(
  "any file gives what the model gives, and again nothing",
  async (invoices) => {
    const lines = linesOf(invoices);
    const tenant = await importing.newTenant();
    const file = importing.fileOf(textOf(lines));
    const { has } = await importing.importFile(file, { tenant });
    expect(has).toEqual(modelOf(lines));
    expect((await importing.importFile(file, { tenant })).has).toEqual(has);
    expect((await verifyLedger(importing.db, { tenantId: tenant.id })).clean).toBe(true);
  },
  120_000,
);
