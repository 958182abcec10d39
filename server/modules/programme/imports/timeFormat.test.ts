import { expect, test } from "vitest";
import { readTimeFormat } from "./timeFormat.ts";

test.each([
  ["iso", "2026-03-02", "2026-03-01T23:00:00.000Z"],
  ["iso", "2026-03-02 10:15", "2026-03-02T09:15:00.000Z"],
  ["iso", "2026-07-02T10:15:30.250", "2026-07-02T08:15:30.000Z"],
  ["iso", "2026-03-02T10:15:00Z", "2026-03-02T10:15:00.000Z"],
  ["iso", "2026-03-02T10:15:00-05:30", "2026-03-02T15:45:00.000Z"],
  ["dd/MM/yyyy HH:mm", "2/3/2026 9:05", "2026-03-02T08:05:00.000Z"],
  ["MM/dd/yyyy HH:mm", "03/02/2026 09:05", "2026-03-02T08:05:00.000Z"],
  ["dd.MM.yyyy", "02.03.2026", "2026-03-01T23:00:00.000Z"],
  ["yyyyMMdd", "20260302", "2026-03-01T23:00:00.000Z"],
  ["iso", "2026-03-29 02:30:00", "2026-03-29T01:30:00.000Z"],
])("%s reads %s", (format, text, moment) => {
  const read = readTimeFormat(format)(text, "Europe/Rome");
  expect(read === null ? null : new Date(read).toISOString()).toBe(moment);
});

test.each([
  ["iso", "2026-02-30"],
  ["iso", "2026-13-01"],
  ["iso", "2026-03-02 24:00"],
  ["iso", "02/03/2026"],
  ["iso", ""],
  ["dd/MM/yyyy", "30/02/2026"],
  ["dd/MM/yyyy", "2026-03-02"],
  ["dd.MM.yyyy", "02x03x2026"],
])("%s does not read %s", (format, text) => {
  expect(readTimeFormat(format)(text, "Europe/Rome")).toBeNull();
});

test.each(["yy-MM-dd", "HH:mm", "dd/MM/yyyy hh:mm", "yyyy-MM-dd-dd"])("%s is no format", (format) => {
  expect(() => readTimeFormat(format)).toThrow("time format");
});
