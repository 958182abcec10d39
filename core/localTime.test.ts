import { expect, test } from "vitest";
import { momentIn } from "./localTime.ts";

const wall = (text: string): number => Date.parse(`${text}Z`);
const shown = (zone: string, text: string): string => new Date(momentIn(zone, wall(text))).toISOString();

test.each([
  ["a winter day in London", "Europe/London", "2010-12-01T08:26:00", "2010-12-01T08:26:00.000Z"],
  ["a summer day in London", "Europe/London", "2011-07-01T08:26:01", "2011-07-01T07:26:01.000Z"],
  ["an hour that Rome skipped", "Europe/Rome", "2026-03-29T02:30:00", "2026-03-29T01:30:00.000Z"],
  ["an hour that Rome had twice", "Europe/Rome", "2026-10-25T02:30:00", "2026-10-25T00:30:00.000Z"],
  ["a zone with a quarter of an hour", "Asia/Kathmandu", "2026-01-01T00:00:00", "2025-12-31T18:15:00.000Z"],
  ["a time before 1970", "Europe/Rome", "1969-07-20T22:17:40", "1969-07-20T20:17:40.000Z"],
])("%s", (_name, zone, written, moment) => {
  expect(shown(zone, written)).toBe(moment);
  expect(shown(zone, written)).toBe(moment);
});
