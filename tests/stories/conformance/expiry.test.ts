// Expiry: cases 32 to 39.
import { expect, test } from "vitest";
import { bonus, isA, pointsPerEuro } from "../support/programme.ts";
import { openTown } from "../support/town.ts";

const town = openTown();
const afterDays = (days: number) => ({ expiry: { kind: "after_days", days } });

test("case 32: what expires first is spent first, equal dates by the day of earning, for-ever last", async () => {
  const { buys, spends, adjusts, entries, isNow, expiring, changesPoints } = await town.shop();
  await buys("ana", 100);
  await changesPoints({ expiry: { kind: "fixed_date", date: "2026-12-31" } });
  isNow("2026-03-03T09:00:00Z");
  await buys("ana", 20);
  isNow("2026-03-04T09:00:00Z");
  await buys("ana", 30);
  await changesPoints({ expiry: { kind: "fixed_date", date: "2026-06-30" } });
  await adjusts("ana", 40);
  expect(await expiring("ana")).toEqual({ "2026-06-30T22:00:00.000Z": 40, "2026-12-31T23:00:00.000Z": 50 });

  const lots = Object.fromEntries(
    (await entries("ana")).map(({ points, lotId }: { points: number; lotId: string }) => [lotId, points]),
  );
  await spends("ana", 150);
  const used = (await entries("ana")).filter(({ cause }: { cause: string }) => cause === "spend");
  expect(used.map(({ points, lotId }: { points: number; lotId: string }) => [points, lots[lotId]])).toEqual([
    [-40, 40],
    [-20, 20],
    [-30, 30],
    [-60, 100],
  ]);
});

test("case 33: reserved points outlive their date until the reservation ends: captured, they are used", async () => {
  const { buys, reserves, captures, isNow, wallet, reservation } = await town.shop({ points: afterDays(30) });
  await buys("ana", 100);
  isNow("2026-04-01T21:50:00Z");
  const hold = await reserves("ana", 60);
  isNow("2026-04-01T22:10:00Z");
  expect(await wallet("ana")).toMatchObject({ total: 60, spendable: 0, held: 60 });
  expect(await captures("ana", hold)).toMatchObject({ status: 201, body: { points: 60 } });
  expect(await wallet("ana")).toMatchObject({ total: 0, held: 0, debt: 0 });
  expect(await reservation("ana", hold)).toBe("captured");
  expect(await captures("ana", hold)).toMatchObject({ status: 409 });
});

test("case 33: released after their date they expire at once", async () => {
  const { buys, reserves, releases, isNow, wallet, statement } = await town.shop({ points: afterDays(30) });
  await buys("ana", 100);
  isNow("2026-04-01T21:50:00Z");
  const hold = await reserves("ana", 60);
  isNow("2026-04-01T22:10:00Z");
  expect(await releases("ana", hold)).toMatchObject({ status: 200, body: { status: "released" } });
  expect(await wallet("ana")).toMatchObject({ total: 0, spendable: 0, held: 0 });
  expect((await statement("ana")).at(-1)).toBe("-100 expired");
});

test("case 33: a reservation ends by itself after half an hour, and its points with it", async () => {
  const { buys, reserves, captures, isNow, jumps, wallet, reservation } = await town.shop({ points: afterDays(30) });
  await buys("ana", 100);
  const early = await reserves("ana", 100);
  expect(await wallet("ana")).toMatchObject({ spendable: 0, held: 100 });
  jumps({ minutes: 30 });
  expect(await wallet("ana")).toMatchObject({ spendable: 100, held: 0 });
  expect(await reservation("ana", early)).toBe("timed_out");
  expect(await captures("ana", early)).toMatchObject({ status: 409 });

  isNow("2026-04-01T21:50:00Z");
  const late = await reserves("ana", 60);
  isNow("2026-04-01T22:19:00Z");
  expect(await wallet("ana")).toMatchObject({ total: 60, held: 60 });
  isNow("2026-04-01T22:21:00Z");
  expect(await wallet("ana")).toMatchObject({ total: 0, spendable: 0, held: 0 });
  expect(await reservation("ana", late)).toBe("timed_out");
});

test.each([
  ["Europe/Rome", "2026-07-31", "2026-07-31T22:00:00.000Z"],
  ["America/Los_Angeles", "2026-07-31", "2026-08-01T07:00:00.000Z"],
  ["Pacific/Auckland", "2026-07-31", "2026-07-31T12:00:00.000Z"],
  ["Asia/Kathmandu", "2026-07-31", "2026-07-31T18:15:00.000Z"],
  // The day of 23 hours and the day of 25, and one whose midnight does not exist.
  ["Europe/Rome", "2026-03-29", "2026-03-29T22:00:00.000Z"],
  ["Europe/Rome", "2026-10-25", "2026-10-25T23:00:00.000Z"],
  ["America/Santiago", "2026-09-05", "2026-09-06T04:00:00.000Z"],
])(
  "case 34: in %s points valid until %s are good to the end of that day, and the date shown is the one enforced",
  async (zone, date, end) => {
    const { buys, spends, isNow, expiring, spendable } = await town.shop({
      zone,
      points: { expiry: { kind: "fixed_date", date } },
    });
    await buys("ana", 100);
    expect(await expiring("ana")).toEqual({ [end]: 100 });
    isNow(new Date(Date.parse(end) - 60_000).toISOString());
    expect(await spends("ana", 10)).toMatchObject({ status: 201 });
    isNow(end);
    expect(await spendable("ana")).toBe(0);
    expect(await spends("ana", 10)).toMatchObject({ status: 422 });
  },
);

test.each([
  ["a month after 31 January", "2026-01-31", { kind: "after_months", months: 1 }, "2026-02-28T23:00:00.000Z"],
  ["a month after 31 January 2028", "2028-01-31", { kind: "after_months", months: 1 }, "2028-02-29T23:00:00.000Z"],
  ["a year after 29 February", "2028-02-29", { kind: "after_months", months: 12 }, "2029-02-28T23:00:00.000Z"],
  ["the end of the next month", "2026-01-31", { kind: "end_of_month", months: 1 }, "2026-02-28T23:00:00.000Z"],
  ["the end of next year", "2028-02-29", { kind: "end_of_year", years: 1 }, "2029-12-31T23:00:00.000Z"],
  ["30 days after 31 January", "2026-01-31", { kind: "after_days", days: 30 }, "2026-03-02T23:00:00.000Z"],
])("case 35: %s", async (_what, day, expiry, end) => {
  const { buys, expiring } = await town.shop({ opens: `${day}T09:00:00Z`, points: { expiry } });
  await buys("ana", 100);
  expect(await expiring("ana")).toEqual({ [end]: 100 });
});

test("case 36: no job has run for days, and what can be spent is right all the same", async () => {
  const { buys, spends, jumps, isNow, wallet, statement } = await town.shop({ points: afterDays(30) });
  await buys("ana", 100);
  isNow("2026-03-22T09:00:00Z");
  await buys("ana", 50);
  isNow("2026-04-04T09:00:00Z");
  expect(await wallet("ana")).toMatchObject({ total: 50, spendable: 50 });
  expect(await statement("ana")).toEqual(["+100 issued", "+50 issued"]);
  expect(await spends("ana", 51)).toMatchObject({ status: 422 });
  // The spend books what the date had decided, once.
  await spends("ana", 10);
  await spends("ana", 10);
  expect(await statement("ana")).toEqual(["+100 issued", "+50 issued", "-100 expired", "-10 spent", "-10 spent"]);
  jumps({ days: 365 });
  expect(await wallet("ana")).toMatchObject({ total: 0, spendable: 0 });
});

test("case 36: the job books what the date decided, and running it twice, or late, books it once", async () => {
  const { buys, reserves, jumps, isNow, wallet, statement, reservation } = await town.shop({ points: afterDays(30) });
  await buys("ana", 100);
  isNow("2026-03-22T09:00:00Z");
  await buys("ana", 50);
  const hold = await reserves("ana", 20);
  isNow("2026-04-04T09:00:00Z");
  const unseen = await wallet("ana");
  await Promise.all([town.sweeps(), town.sweeps()]);
  await town.sweeps();
  expect(await wallet("ana")).toEqual(unseen);
  expect(await statement("ana")).toEqual(["+100 issued", "+50 issued", "-100 expired"]);
  expect(await reservation("ana", hold)).toBe("timed_out");
  jumps({ days: 365 });
  await town.sweeps();
  await town.sweeps();
  expect(await statement("ana")).toEqual(["+100 issued", "+50 issued", "-100 expired", "-50 expired"]);
  expect(await wallet("ana")).toMatchObject({ total: 0 });
});

test("case 36: a job that runs between a purchase and its spend changes nothing for the member", async () => {
  const { buys, spends, isNow, wallet } = await town.shop({
    points: { activation: { kind: "after_days", days: 2 }, expiry: { kind: "after_days", days: 30 } },
  });
  await buys("ana", 100);
  for (const day of ["03T22:59", "03T23:00", "20T09:00"]) {
    isNow(`2026-03-${day}:00Z`);
    const unseen = await wallet("ana");
    await town.sweeps();
    expect(await wallet("ana")).toEqual(unseen);
  }
  expect(await spends("ana", 100)).toMatchObject({ status: 201 });
});

test("case 36: points become usable at the start of their day without a job", async () => {
  const { buys, isNow, wallet, spends } = await town.shop({ points: { activation: { kind: "after_days", days: 2 } } });
  await buys("ana", 100);
  isNow("2026-03-03T22:59:00Z");
  expect(await wallet("ana")).toMatchObject({ spendable: 0, pending: 100 });
  isNow("2026-03-03T23:00:00Z");
  expect(await wallet("ana")).toMatchObject({ spendable: 100, pending: 0 });
  expect(await spends("ana", 100)).toMatchObject({ status: 201 });
});

const silent = (...counts: string[]) => ({ expiry: { kind: "inactivity", days: 30, counts } });

test("case 37: the acts that count keep points alive, others do not, and a return never does", async () => {
  const { buys, visits, shares, spends, returns, isNow, balance, expiring } = await town.shop({
    points: silent("purchase", "share", "spend"),
  });
  await buys("ana", 100, { receipt: "r-1" });
  await buys("ana", [{ product: "cup", pieces: 2, euros: 20 }], { receipt: "r-2" });
  expect(await expiring("ana")).toEqual({ "2026-04-01T22:00:00.000Z": 120 });
  isNow("2026-03-10T09:00:00Z");
  await visits("ana");
  await returns("ana", "r-2", { cup: 1 });
  expect(await expiring("ana")).toEqual({ "2026-04-01T22:00:00.000Z": 110 });
  await shares("ana");
  expect(await expiring("ana")).toEqual({ "2026-04-09T22:00:00.000Z": 110 });
  isNow("2026-03-20T09:00:00Z");
  await spends("ana", 10);
  expect(await expiring("ana")).toEqual({ "2026-04-19T22:00:00.000Z": 100 });
  isNow("2026-04-19T21:59:00Z");
  expect(await balance("ana")).toBe(100);
  isNow("2026-04-19T22:00:00Z");
  expect(await balance("ana")).toBe(0);
});

test("case 37: the only purchase comes late: what it says is not older than the silence", async () => {
  const { buys, isNow, balance, statement } = await town.shop({ points: silent("purchase") });
  await buys("ana", 100);
  isNow("2026-04-05T09:00:00Z");
  expect(await balance("ana")).toBe(0);
  // The till had been offline: Ana was there before her points were over.
  await buys("ana", 30, { at: "2026-03-28T10:00:00Z" });
  expect(await balance("ana")).toBe(130);
  isNow("2026-04-27T22:00:00Z");
  expect(await balance("ana")).toBe(0);
  await buys("ana", 5);
  expect(await balance("ana")).toBe(5);
  expect(await statement("ana")).toEqual(["+100 issued", "+30 issued", "-100 expired", "-30 expired", "+5 issued"]);
});

test("case 37: points that were booked as lost come back by an entry that names the loss", async () => {
  const { buys, spends, isNow, balance, entries } = await town.shop({ points: silent("purchase") });
  await buys("ana", 100);
  isNow("2026-04-05T09:00:00Z");
  expect(await spends("ana", 1)).toMatchObject({ status: 422 });
  const [, lost] = await entries("ana");
  expect(lost).toMatchObject({ points: -100, account: "expired", occurredAt: "2026-04-01T22:00:00.000Z" });
  await buys("ana", 30, { at: "2026-03-28T10:00:00Z" });
  expect((await entries("ana"))[2]).toMatchObject({ points: 100, cause: "reinstatement", reversesId: lost.id });
  expect(await balance("ana")).toBe(130);
});

test("case 37: a purchase of after the silence does not bring anything back", async () => {
  const { buys, isNow, balance } = await town.shop({ points: silent("purchase") });
  await buys("ana", 100);
  isNow("2026-04-05T09:00:00Z");
  await buys("ana", 30, { at: "2026-04-02T10:00:00Z" });
  expect(await balance("ana")).toBe(30);
});

test("case 37: points that come after the silence has ended are not lost by it", async () => {
  const { buys, adjusts, visits, isNow, balance, expiring } = await town.shop({
    points: silent("purchase"),
    rules: [pointsPerEuro(), bonus(5, { when: [isA("visit")] })],
  });
  await buys("ana", 100);
  isNow("2026-04-10T09:00:00Z");
  // An apology, and a visit that the programme rewards but does not count as a sign of life.
  await adjusts("ana", 20);
  await visits("ana");
  expect(await balance("ana")).toBe(25);
  expect(await expiring("ana")).toEqual({});
  isNow("2026-04-20T09:00:00Z");
  await buys("ana", 10);
  expect(await balance("ana")).toBe(35);
  expect(await expiring("ana")).toEqual({ "2026-05-20T22:00:00.000Z": 35 });
});

test("case 38: what a warning would say is what expires, also after a spend in between", async () => {
  const { buys, spends, isNow, expiring, statement, balance } = await town.shop({ points: afterDays(30) });
  await buys("ana", 100);
  isNow("2026-03-20T09:00:00Z");
  await buys("ana", 50);
  const end = "2026-04-01T22:00:00.000Z";
  expect((await expiring("ana"))[end]).toBe(100);
  await spends("ana", 30);
  expect((await expiring("ana"))[end]).toBe(70);
  isNow(end);
  await spends("ana", 1);
  expect(await statement("ana")).toContain("-70 expired");
  expect(await balance("ana")).toBe(49);
  // The message itself: when there is messaging.
});

test("case 39: a shorter life holds for new points; what was earned keeps its date", async () => {
  const { buys, changesPoints, isNow, expiring } = await town.shop({ points: afterDays(365) });
  await buys("ana", 100);
  await changesPoints({ expiry: { kind: "after_days", days: 30 } });
  await buys("ana", 50);
  expect(await expiring("ana")).toEqual({ "2026-04-01T22:00:00.000Z": 50, "2027-03-02T23:00:00.000Z": 100 });
  isNow("2026-04-01T22:00:00Z");
  expect(await expiring("ana")).toEqual({ "2027-03-02T23:00:00.000Z": 100 });
});

test("case 39: a longer life holds for new points, and for earlier ones only where the programme says so", async () => {
  const { buys, changesPoints, expiring, isNow, spendable } = await town.shop({ points: afterDays(30) });
  await buys("ana", 100);
  isNow("2026-03-10T09:00:00Z");
  await buys("ana", 40);
  await changesPoints({ expiry: { kind: "after_days", days: 60 } });
  expect(await expiring("ana")).toEqual({ "2026-04-01T22:00:00.000Z": 100, "2026-04-09T22:00:00.000Z": 40 });

  await changesPoints({ expiry: { kind: "after_days", days: 90 }, earlierPoints: "extend" });
  expect(await expiring("ana")).toEqual({ "2026-05-31T22:00:00.000Z": 100, "2026-06-08T22:00:00.000Z": 40 });
  isNow("2026-05-31T21:59:00Z");
  expect(await spendable("ana")).toBe(140);
  isNow("2026-05-31T22:00:00Z");
  expect(await spendable("ana")).toBe(40);
});

test("case 39: a shorter life never cuts earlier points, even where they are to be extended", async () => {
  const { buys, changesPoints, expiring } = await town.shop({ points: afterDays(365) });
  await buys("ana", 100);
  await changesPoints({ expiry: { kind: "after_days", days: 30 }, earlierPoints: "extend" });
  expect(await expiring("ana")).toEqual({ "2027-03-02T23:00:00.000Z": 100 });
});

test("case 39: expiry by silence is switched on: the first points go one whole period later", async () => {
  const { buys, changesPoints, expiring, balance, isNow } = await town.shop({ rules: [pointsPerEuro()] });
  await buys("ana", 100);
  isNow("2026-09-01T09:00:00Z");
  await changesPoints({ expiry: { kind: "inactivity", days: 30, counts: ["purchase"] } });
  expect(await expiring("ana")).toEqual({ "2026-10-01T22:00:00.000Z": 100 });
  isNow("2026-10-01T21:59:00Z");
  expect(await balance("ana")).toBe(100);
  isNow("2026-10-01T22:00:00Z");
  expect(await balance("ana")).toBe(0);
});
