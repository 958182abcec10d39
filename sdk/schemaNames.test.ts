// Every schema has a name of its own: in the OpenAPI document the second of two would take the first one's place.
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

test("no two schemas have the same name", async () => {
  const folder = join(import.meta.dirname, "schemas");
  const modules = await Promise.all(readdirSync(folder).map((file) => import(join(folder, file))));
  const named = new Set(modules.flatMap((module) => Object.values<object>(module)).filter(hasName));
  const names = [...named].map(({ $id }) => $id);
  expect(names.length).toBeGreaterThan(100);
  expect(names.filter((name, place) => names.indexOf(name) !== place)).toEqual([]);
});

function hasName(value: unknown): value is { $id: string } {
  return typeof value === "object" && value !== null && "$id" in value && typeof value.$id === "string";
}
