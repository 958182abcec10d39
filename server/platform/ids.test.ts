import fc from "fast-check";
import { TypeID } from "typeid-js";
import { expect, test } from "vitest";
import { BUCKETS, bucketOf, bucketWithin, fromTypeId, newId, toTypeId } from "./ids.ts";

const NOW = Date.parse("2026-03-02T09:00:00Z");

test("an id is a UUIDv7 of its moment that carries its bucket", () => {
  for (const bucket of [0, 1, 5_000, BUCKETS - 1]) {
    const id = newId(NOW, bucket);
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16)).toBe(NOW);
    expect(bucketOf(id)).toBe(bucket);
  }
});

test("ids of one moment sort as they were made, whatever else is made in between", () => {
  const ids: string[] = [];
  for (let made = 0; made < 10_000; made += 1) {
    ids.push(newId(NOW, 7));
    newId(NOW + (made % 3), 9);
  }
  const turns = ids.filter((id, index) => index > 0 && id < (ids[index - 1] ?? ""));
  // The counter of 26 bits may go round once in 67 million ids.
  expect(turns.length).toBeLessThanOrEqual(1);
  expect(new Set(ids).size).toBe(ids.length);
});

test("an id goes out and comes back as it was; another kind of id is not found", () => {
  const id = newId(NOW, 42);
  expect(fromTypeId("mem", toTypeId("mem", id))).toBe(id);
  expect(() => fromTypeId("act", toTypeId("mem", id))).toThrow("There is nothing with the id");
  expect(() => fromTypeId("mem", "mem_nonsense")).toThrow("There is nothing with the id");
});

test("any id is written and read as TypeID's own library does it", () => {
  fc.assert(
    fc.property(fc.bigInt({ min: 0n, max: 2n ** 128n - 1n }), (bits) => {
      const digits = bits.toString(16).padStart(32, "0");
      const id = digits.replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
      const written = toTypeId("mem", id);
      expect(written).toBe(TypeID.fromUUID("mem", id).toString());
      expect(fromTypeId("mem", written)).toBe(id);
    }),
  );
});

test.each([
  "mem_81h2xcejqtf2nbrexx3vqjhp41",
  "mem_01h2xcejqtf2nbrexx3vqjhp4",
  "mem_01h2xcejqtf2nbrexx3vqjhp412",
  "mem_01H2XCEJQTF2NBREXX3VQJHP41",
  "mem_01h2xcejqtf2nbrexx3vqjhp4i",
  "mem_01h2xcejqtf2nbrexx3vqjhp4é",
  "mem01h2xcejqtf2nbrexx3vqjhp41",
  "01h2xcejqtf2nbrexx3vqjhp41",
  "",
])('"%s" is nobody\'s id', (text) => {
  expect(() => fromTypeId("mem", text)).toThrow("There is nothing with the id");
});

test("everybody looks for a unique value in the same bucket, within the tenant's span", () => {
  const tenant = newId(NOW, 0);
  const buckets = new Set(Array.from({ length: 1_000 }, (_, step) => bucketWithin(tenant, 16, step)));
  expect(buckets.size).toBe(16);
  expect(bucketWithin(tenant, 1, 12_345)).toBe(bucketWithin(tenant, 1, 0));
});
