import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, expect, test } from "vitest";
import { placesOf, readTable } from "./tables.ts";

const folder = mkdtempSync(join(tmpdir(), "fedele-tables-"));
afterAll(() => rmSync(folder, { recursive: true }));

let files = 0;
function fileOf(content: string | Buffer): string {
  files += 1;
  const file = join(folder, `${files}.csv`);
  writeFileSync(file, content);
  return file;
}

type Read = { header: readonly string[]; rows: [number, readonly string[]][] };

async function read(content: string | Buffer, delimiter: string | null = null): Promise<Read> {
  let told: Read = { header: [], rows: [] };
  const begin = (header: readonly string[]) => {
    told = { header, rows: [] };
    return (cells: readonly string[], row: number) => {
      told.rows.push([row, cells]);
    };
  };
  await readTable({ file: fileOf(content), delimiter, begin });
  return told;
}

const plain = "a,b\n1,2\n3,4\n";
const expected = {
  header: ["a", "b"],
  rows: [
    [2, ["1", "2"]],
    [3, ["3", "4"]],
  ],
};

test.each([
  ["plain", plain],
  ["without an end to its last line", plain.trimEnd()],
  ["with CRLF", plain.replaceAll("\n", "\r\n")],
  ["with a byte order mark", `\uFEFF${plain}`],
  ["with semicolons", plain.replaceAll(",", ";")],
  ["with tabs", plain.replaceAll(",", "\t")],
  ["with quotes everywhere", plain.replaceAll(/(\w)/g, '"$1"')],
  ["compressed, whatever it is called", gzipSync(plain)],
  ["compressed in two parts", Buffer.concat([gzipSync("a,b\n1,2\n"), gzipSync("3,4\n")])],
])("a table is read %s", async (_name, content) => {
  expect(await read(content)).toEqual(expected);
});

test("quoted delimiters, quotes and line ends belong to the cell, and rows keep their numbers", async () => {
  const { rows } = await read('name,n\n"Bag, ""red""\nlarge",1\n\n6" plate,2\n');
  expect(rows).toEqual([
    [2, ['Bag, "red"\nlarge', "1"]],
    [4, ['6" plate', "2"]],
  ]);
});

test("what is not UTF-8 is read as Latin-1 from its beginning", async () => {
  const lines = `produit,n\n${"x,1\n".repeat(100_000)}caf\u00e9,2\n`;
  const { rows } = await read(Buffer.from(lines, "latin1"));
  expect(rows.length).toBe(100_001);
  expect(rows.at(-1)?.[1]).toEqual(["café", "2"]);
  expect((await read(Buffer.from(lines, "utf8"))).rows.at(-1)?.[1]).toEqual(["café", "2"]);
});

test.each([
  ["an empty file", "", "is empty"],
  ["UTF-16", Buffer.from("\uFEFFa,b\n1,2\n", "utf16le"), "UTF-16"],
  ["a quote that is never closed", 'a,b\n"1,2\n3,4\n', "is not a table"],
  ["half of a compressed file", gzipSync(plain.repeat(1000)).subarray(0, 40), "cut short"],
])("%s is refused in words", async (_name, content, words) => {
  await expect(read(content)).rejects.toThrow(words);
});

test("a file that is not there is refused in words", async () => {
  const begin = () => () => undefined;
  await expect(readTable({ file: "/nowhere.csv", delimiter: null, begin })).rejects.toThrow("There is no file");
  await expect(readTable({ file: folder, delimiter: null, begin })).rejects.toThrow("is not a file");
});

test("columns are found by their titles, whatever their case; all that are missing are named", () => {
  expect(placesOf(["Receipt ", "PRODUCT", "x"], ["product", "receipt"])).toEqual([1, 0]);
  expect(() => placesOf(["a", "b"], ["a", "c", "d"])).toThrow('has no column "c", "d". Its first line has "a", "b".');
  expect(() => placesOf(["a", "b", "A"], ["a"])).toThrow("more than once");
});
