// Every event that code tells of stands in the catalogue of what leaves, and everything in the catalogue is told by
// some code and proven by some test.
import { fileURLToPath } from "node:url";
import { publishedEvents } from "@fedele/sdk/schemas/event.ts";
import { expect, test } from "vitest";
import { codeOf, isTest, readFiles, ts, walk } from "../tidy/house.ts";

const files = readFiles(fileURLToPath(new URL("../..", import.meta.url)));
const code = codeOf({ files, modules: [], tableOwners: new Map() });
const catalogue = Object.keys(publishedEvents).toSorted();

/** Every text that reads like the name of an event: told, heard or verified, it is one that somebody tells of. */
function namedIn(ast: ts.SourceFile): string[] {
  const found: string[] = [];
  walk(ast, (node) => {
    if (ts.isStringLiteral(node) && named.test(node.text)) found.push(node.text);
    // `adjustment.${status}`: any of them.
    const start = ts.isTemplateExpression(node) ? node.head.text : "";
    if (/^[a-z_]+\.$/.test(start)) found.push(...catalogue.filter((type) => type.startsWith(start)));
  });
  return found;
}

const named = /^[a-z_]+\.[a-z_]*(ed|sent|spent|kept|given|given_back|taken)$/;

const told = code
  .filter(({ path }) => path.startsWith("server/modules/") && !isTest(path))
  .flatMap(({ ast }) => namedIn(ast));

test("every event that code tells of stands in the catalogue, and every one there is told of", () => {
  expect([...new Set(told)].toSorted()).toEqual(catalogue);
});

test("an event is named noun.verbed", () => {
  expect(catalogue.filter((type) => !named.test(type))).toEqual([]);
});

test.each(catalogue)("%s is proven by a test", (type) => {
  const proofs = [...files].filter(([path, text]) => isTest(path) && text.includes(type));
  expect(proofs.map(([path]) => path).filter((path) => !path.endsWith("publishedEvents.test.ts"))).not.toEqual([]);
});

test("whatever else an event's field is called, no type carries words of a person", () => {
  // One of a closed list of words is nobody's own.
  const fields = Object.values(publishedEvents).flatMap(({ fields: all }) =>
    Object.entries(all).flatMap(([name, schema]) => ("enum" in schema ? [] : [name])),
  );
  expect(fields.filter((field) => /name|mail|phone|address|birth|note|text|reason$/i.test(field))).toEqual([]);
});
