// Amounts, currencies and dates that are none: rows 8 to 11 of the faults that we promise to survive.
import { expect, test } from "vitest";
import { bonus, isA, pointsPerEuro } from "../stories/support/programme.ts";
import type { Shop } from "../stories/support/shop.ts";
import { openTown } from "../stories/support/town.ts";

const town = openTown();

/** Tells a purchase as a text, since not everything that a till may send is JSON that we could write. */
async function sends(shop: Shop, fields: string) {
  const member = `"member":{"id":"${await shop.idOf("ana")}"}`;
  const text = `{"source":"till","document":"r-1","kind":"purchase",${member},${fields}}`;
  return shop.asks("POST", "/v1/activities", text, { "content-type": "application/json" });
}

test.each([
  ["-5"],
  ["-0.5"],
  ["NaN"],
  ["Infinity"],
  ["1e309"],
  ['"12,50"'],
  ['"1250"'],
  ["0.30000000000000004"],
  ["12.5"],
  ["9007199254740993"],
  ["1e15"],
  ["null"],
  ["true"],
  ["[100]"],
])("8: %s is no amount in minor units", async (amount) => {
  const shop = await town.shop();
  for (const fields of [
    `"amountMinor":${amount}`,
    `"lines":[{"quantityThousandths":1000,"amountMinor":${amount}}]`,
    `"lines":[{"quantityThousandths":1000,"amountMinor":100,"taxMinor":${amount}}]`,
  ]) {
    expect(await sends(shop, fields), fields).toMatchObject({ status: 400, body: { code: "invalid" } });
  }
  // Nothing was written, not even the receipt's number.
  expect((await sends(shop, '"amountMinor":100')).status).toBe(201);
  expect(await shop.balance("ana")).toBe(1);
});

test.each([["0"], ["-1000"], ["0.5"], ["1e12"], ['"1"'], ["null"]])("8: %s is no quantity", async (quantity) => {
  const shop = await town.shop();
  const reply = await sends(shop, `"lines":[{"quantityThousandths":${quantity},"amountMinor":100}]`);
  expect(reply).toMatchObject({ status: 400, body: { code: "invalid" } });
});

test.each([["0"], ["-5"], ["1.5"], ["1e309"], ['"5"'], ["9007199254740993"], ["1000000001"]])(
  "8: %s is no number of points to spend",
  async (points) => {
    const shop = await town.shop();
    await shop.buys("ana", 100);
    const path = `/v1/members/${await shop.idOf("ana")}/spends`;
    const body = `{"pointsType":"points","points":${points}}`;
    const reply = await shop.asks("POST", path, body, { "content-type": "application/json" });
    expect(reply).toMatchObject({ status: 400, body: { code: "invalid" } });
    expect(await shop.balance("ana")).toBe(100);
  },
);

test.each([["EURO"], ["EU"], ["eur"], ["XXX"], ["XTS"], ["€"], ["ZZZ"], [""], ["DEM"]])(
  "9: %j is no currency in use",
  async (currency) => {
    const shop = await town.shop();
    const reply = await sends(shop, `"amountMinor":100,"currency":${JSON.stringify(currency)},"rate":"1.1"`);
    expect(reply).toMatchObject({ status: 400, body: { code: "invalid", field: "currency" } });
  },
);

test("9: yen have no smaller unit: neither a decimal nor a hundredth of one", async () => {
  const shop = await town.shop();
  expect((await sends(shop, '"amountMinor":1250.5,"currency":"JPY","rate":"0.0061"')).status).toBe(400);
  // 12,500 yen are 76.25 euros.
  const reply = await sends(shop, '"amountMinor":12500,"currency":"JPY","rate":"0.0061"');
  expect(reply.body.points[0].points).toBe(76);
});

test.each([
  ['"currency":"USD"', "rate"],
  ['"currency":"USD","rate":"0"', "rate"],
  ['"currency":"USD","rate":"-1"', "rate"],
  ['"currency":"USD","rate":"1e3"', "rate"],
  ['"currency":"USD","rate":0.9', "rate"],
  ['"rate":"0.9"', "rate"],
  ['"currency":"USD","rate":"0.9","rateDate":"2026-02-30"', "rateDate"],
])("9: a rate of exchange that is missing or none is refused: %s", async (fields, field) => {
  const shop = await town.shop();
  const reply = await sends(shop, `"amountMinor":100,${fields}`);
  expect(reply).toMatchObject({ status: 400, body: { code: "invalid", field } });
});

test.each([
  ["1970-01-01T00:00:00Z"],
  ["0001-01-01T00:00:00Z"],
  ["1989-12-31T23:59:59Z"],
  ["2025-03-01T09:00:00Z"],
  ["2027-03-02T09:00:00Z"],
  ["9999-12-31T23:59:59Z"],
  ["2026-03-02T09:00:00"],
  ["2026-03-02"],
  ["2026-02-30T09:00:00Z"],
  ["2026-02-29T09:00:00Z"],
  ["2026-13-01T09:00:00Z"],
  ["2026-03-01T24:30:00Z"],
  ["2026-03-01T09:60:00Z"],
  ["2016-12-31T23:59:60Z"],
  ["02/03/2026 09:00"],
  ["1772442000000"],
  ["now"],
  [""],
])("10: %j is no moment at which something can have happened", async (at) => {
  const shop = await town.shop();
  const reply = await sends(shop, `"amountMinor":100,"occurredAt":${JSON.stringify(at)}`);
  expect(reply).toMatchObject({ status: 400, body: { code: "invalid" } });
  expect(reply.body.detail).toMatch(/^["A-Z].*\.$/);
  expect(await shop.balance("ana")).toBe(0);
});

test("11: the hour that does not exist is refused without an offset and understood with one", async () => {
  const shop = await town.shop({ opens: "2026-03-29T09:00:00Z" });
  expect((await sends(shop, '"amountMinor":100,"occurredAt":"2026-03-29T02:30:00"')).status).toBe(400);
  const reply = await sends(shop, '"amountMinor":100,"occurredAt":"2026-03-29T02:30:00+01:00"');
  expect(reply).toMatchObject({ status: 201, body: { occurredAt: "2026-03-29T01:30:00.000Z" } });
});

test("11: the hour that comes twice is two hours: a rule of an hour holds in both", async () => {
  const hour = { field: "time.hour", operator: "=", value: 2 };
  const { buys } = await town.shop({
    opens: "2026-10-25T09:00:00Z",
    rules: [pointsPerEuro(), bonus(50, { when: [isA("purchase"), hour] })],
  });
  const earned = async (at: string) => (await buys("ana", 1, { at })).earned;
  expect(await earned("2026-10-25T01:59:00+02:00")).toBe(1);
  expect(await earned("2026-10-25T02:30:00+02:00")).toBe(51);
  expect(await earned("2026-10-25T02:30:00+01:00")).toBe(51);
  expect(await earned("2026-10-25T03:00:00+01:00")).toBe(1);
});

test.each([
  ["2026-02-27T12:00:00Z", 1],
  ["2026-02-28T12:00:00Z", 101],
  ["2026-03-01T12:00:00Z", 1],
  ["2028-02-28T12:00:00Z", 1],
  ["2028-02-29T12:00:00Z", 101],
  // In Rome it is the 28th already, and no longer.
  ["2026-02-27T23:30:00Z", 101],
  ["2026-02-28T23:30:00Z", 1],
])("11: born on 29 February: at %s a birthday purchase earns %i", async (moment, points) => {
  const birthday = { field: "member.is_birthday", operator: "=", value: true };
  const { enrols, buys } = await town.shop({
    opens: moment,
    rules: [pointsPerEuro(), bonus(100, { when: [isA("purchase"), birthday] })],
  });
  await enrols("ana", { birthDate: "2000-02-29" });
  expect((await buys("ana", 1)).earned).toBe(points);
});
