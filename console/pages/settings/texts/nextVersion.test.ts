import { expect, test } from "vitest";
import { nextVersion } from "./nextVersion.ts";

test.each([
  [undefined, "terms-2026-03-02"],
  ["terms-2026-02-01", "terms-2026-03-02"],
  ["terms-2026-03-02", "terms-2026-03-02.2"],
  ["terms-2026-03-02.9", "terms-2026-03-02.10"],
  ["old", "terms-2026-03-02"],
])("after %s comes %s", (taken, next) => {
  expect(nextVersion("terms", "2026-03-02", taken)).toBe(next);
});
