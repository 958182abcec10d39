import { expect, test } from "vitest";
import { CUSTOM_TEXT_CHARS_MAX, type CustomFieldType, type CustomValue, faultOfValue } from "./customFields.ts";

const fieldOf = (type: CustomFieldType) => ({ code: "f", type, choices: ["S", "M", "L"] });

test.each<[CustomFieldType, CustomValue]>([
  ["text", "Dr. Zhivago"],
  ["text", "{{7*7}} <script>alert(1)</script> =HYPERLINK()"],
  ["text", "👩‍👩‍👧 שלום"],
  ["text", "x".repeat(CUSTOM_TEXT_CHARS_MAX)],
  ["number", 42],
  ["number", -0.5],
  ["number", 1e13],
  ["boolean", false],
  ["date", "2024-02-29"],
  ["choice", "M"],
])("a field of the type %s holds %j", (type, value) => {
  expect(faultOfValue(fieldOf(type), value)).toBeNull();
});

test.each<[CustomFieldType, CustomValue]>([
  ["text", ""],
  ["text", " text"],
  ["text", "two\nlines"],
  ["text", "null\u0000"],
  ["text", "x".repeat(CUSTOM_TEXT_CHARS_MAX + 1)],
  ["text", 7],
  ["text", true],
  ["number", "42"],
  ["number", Number.NaN],
  ["number", Number.POSITIVE_INFINITY],
  ["number", 1e14],
  ["boolean", "true"],
  ["boolean", 1],
  ["date", "2026-02-29"],
  ["date", "2026-3-1"],
  ["date", "2026-03-01T00:00:00Z"],
  ["date", 20260301],
  ["choice", "m"],
  ["choice", "XL"],
  ["choice", ""],
])("a field of the type %s does not hold %j", (type, value) => {
  expect(faultOfValue(fieldOf(type), value)).toMatch(/^must be /);
});
