import { describe, expect, test } from "vitest";
import { placeInTime } from "./offlineSales.ts";

const NOON = Date.parse("2026-03-02T12:00:00Z");
const at = (clock: string, day = "2026-03-02") => Date.parse(`${day}T${clock}:00Z`);
const sale = (counter: number, clock: string, day?: string) => ({ counter, deviceAt: at(clock, day) });
const sending = { deviceNow: NOON, serverNow: NOON, last: null };

function told(placed: ReturnType<typeof placeInTime>): string[] {
  return placed.map(({ at: ms, verdict }) =>
    verdict === "believed" ? new Date(ms).toISOString().slice(5, 16).replace("T", " ") : verdict,
  );
}

describe("sales of a till that was offline happened", () => {
  test.each([
    ["when its clock says", [sale(1, "09:00"), sale(2, "10:00")], {}, ["03-02 09:00", "03-02 10:00"]],
    [
      "two hours earlier than its clock says, which is two hours fast",
      [sale(1, "11:00"), sale(2, "12:00")],
      { deviceNow: at("14:00") },
      ["03-02 09:00", "03-02 10:00"],
    ],
    [
      "now, as the battery was empty and the clock starts in 1970",
      [sale(1, "01:00", "1970-01-01"), sale(2, "02:00", "1970-01-01")],
      { deviceNow: at("03:00", "1970-01-01") },
      ["03-02 10:00", "03-02 11:00"],
    ],
    [
      "no later than the next one, where the clock was set back in between",
      [sale(1, "11:00"), sale(2, "10:00"), sale(3, "11:30")],
      {},
      ["03-02 10:00", "03-02 10:00", "03-02 11:30"],
    ],
    [
      "between their neighbours, where the clock was wild in between",
      [sale(1, "09:00"), sale(2, "00:00", "1970-01-01"), sale(3, "09:00", "2031-01-01"), sale(4, "10:00")],
      {},
      ["03-02 09:00", "03-02 09:00", "03-02 10:00", "03-02 10:00"],
    ],
    [
      "after the last one that was known, where they have no time of their own",
      [sale(8, "00:00", "1970-01-01")],
      { last: { counter: 7, at: at("08:00") } },
      ["03-02 08:00"],
    ],
    [
      "before a later one that was known already",
      [sale(6, "11:00")],
      { last: { counter: 7, at: at("08:00") } },
      ["03-02 08:00"],
    ],
    ["never in the future", [sale(1, "12:04")], {}, ["03-02 12:00"]],
    ["too late to be believed", [sale(1, "11:59", "2026-02-27")], {}, ["too_late"]],
    ["at the edge of what is believed", [sale(1, "12:00", "2026-02-27")], {}, ["02-27 12:00"]],
    ["too far ahead to be believed", [sale(1, "12:06")], {}, ["ahead"]],
    [
      "too late, however young the next one is",
      [sale(1, "00:00", "1970-01-01"), sale(2, "10:00")],
      {},
      ["too_late", "03-02 10:00"],
    ],
    [
      "too late, where the last one that was known is too old itself",
      [sale(8, "11:00", "2026-02-27")],
      { last: { counter: 7, at: at("10:00", "2026-02-20") } },
      ["too_late"],
    ],
    ["in whatever order they are sent", [sale(2, "10:00"), sale(1, "09:00")], {}, ["03-02 10:00", "03-02 09:00"]],
  ])("%s", (_, sales, differs, expected) => {
    expect(told(placeInTime(sales, { ...sending, ...differs }))).toEqual(expected);
  });
});
