// Members come in from a file: looked at first, taken over once, and what is left out is said.
import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { CHUNKS_AT_START } from "../../server/modules/programme/memberImportRoutes.ts";
import {
  ROWS_PER_CHUNK,
  runImports,
  sweepImports,
} from "../../server/modules/programme/memberImports/memberImports.ts";
import { listTenants } from "../../server/modules/tenants/tenants.ts";
import { inTransaction } from "../../server/platform/database/transaction.ts";
import type { Shop } from "./support/shop.ts";
import { openTown } from "./support/town.ts";

const town = openTown();

const counted = { enrolled: 0, known: 0, possibleDuplicates: 0, mistakes: 0 };

/** Whatever of the file is still in the database. */
async function rowsKept({ tenant }: Shop): Promise<number> {
  const who = { tenantId: tenant.id, now: 0, actor: "cli" };
  const [row] = await inTransaction(town.server().db, who, (ctx) =>
    ctx.query<{ kept: number }>(
      `/* scatter: a test */ select count(*) filter (where c.rows is not null or i.header is not null) as kept
       from member_import_chunks c join member_imports i on i.tenant_id = c.tenant_id and i.id = c.import_id
       where c.tenant_id = $1`,
      [tenant.id],
    ),
  );
  return row?.kept ?? -1;
}

test("a file is looked at before anybody is enrolled, and its columns are guessed", async () => {
  const shop = await town.shop();
  const upload = await shop.uploads(["Name;E-Mail;Points;Shoe size", "Ana Rossi;ana@example.com;1.250;38"]);
  expect(upload).toMatchObject({
    status: 201,
    body: {
      state: "uploaded",
      titles: ["Name", "E-Mail", "Points", "Shoe size"],
      mapping: { columns: ["name", "email", "points", null] },
      rows: 1,
      preview: { ...counted, mistakes: 1, first: [{ row: 2, words: "The row's points are not a whole number." }] },
      sample: [["Ana Rossi", "ana@example.com", "1.250", "38"]],
    },
  });
  const mapping = { columns: ["name", "email", "points", null], decimalMark: "," };
  expect(await shop.maps(upload, mapping)).toMatchObject({
    status: 200,
    body: { preview: { ...counted, enrolled: 1, first: [] } },
  });
  expect(await shop.howMany()).toMatchObject({ members: 0 });
  expect(await shop.runs(upload)).toMatchObject({
    status: 200,
    body: { state: "done", done: 1, titles: [], sample: [], counts: { ...counted, enrolled: 1, opened: 1 } },
  });
  const [ana] = (await shop.looksUp({ search: "ana@example.com" })).body.items;
  expect(ana).toMatchObject({ name: "Ana Rossi", balances: [{ total: 1_250 }] });
  expect(await rowsKept(shop)).toBe(0);
});

test("everything comes along: birth date, old card, joining, consents with their text, own fields", async () => {
  const shop = await town.shop();
  await shop.asks("POST", "/v1/member-fields", { code: "height", name: "Height", type: "number" });
  const upload = await shop.uploads([
    "first,last,card,born,joined,mail,sms,height,mail address",
    '"Ana",Novák,CARD2001,29.02.1984,01.03.2020,yes,no,"1,75",ana@example.com',
  ]);
  const columns = ["firstName", "lastName", "card", "birthDate", "joined", "consent:email", "consent:sms"];
  const mapping = { columns: [...columns, "field:height", "email"], dateFormat: "dd.MM.yyyy", decimalMark: "," };
  expect(await shop.maps(upload, mapping)).toMatchObject({ status: 400, code: "invalid" });
  expect(await shop.maps(upload, { ...mapping, consentText: "card-2020" })).toMatchObject({ status: 200 });
  expect((await shop.runs(upload)).body.counts).toMatchObject({ ...counted, enrolled: 1 });
  const [ana] = (await shop.looksUp({ search: "CARD2001" })).body.items;
  expect(ana).toMatchObject({ name: "Ana Novák", birthDate: "1984-02-29", enrolledAt: "2020-02-29T23:00:00.000Z" });
  const said = (await shop.asks("GET", `/v1/members/${ana.id}/consents/history`)).body.items;
  expect(said).toMatchObject([
    { topic: "sms", state: "withdrawn", source: "import" },
    { topic: "email", state: "granted", source: "import", textVersion: "card-2020" },
  ]);
  const values = (await shop.asks("GET", `/v1/members/${ana.id}/fields`)).body;
  expect(JSON.stringify(values)).toContain("1.75");
});

test("fault 66: BOM, CRLF, semicolons, quotes, Latin-1, gzip and formulas are read; bad rows are named", async () => {
  const shop = await town.shop();
  const lines = [
    "Name;E-Mail;Telefon",
    '"Weiß;\nJörg";joerg@example.com;',
    "=HYPERLINK(1);x@example.com;",
    "Bad;nobody;",
  ];
  const more = [";;", "Twice;joerg@example.com;", "Nul\u0000l;z@example.com;", "Ana;a@example.com;06 1234 5678"];
  const text = [...lines, ...more].join("\r\n");
  for (const file of [Buffer.from(`\uFEFF${text}`), Buffer.from(text, "latin1"), gzipSync(text)]) {
    const upload = await shop.uploads(file);
    expect(upload.body).toMatchObject({ rows: 7, mapping: { columns: ["name", "email", "phone"] } });
    await shop.forgetsFile(upload);
  }
  const upload = await shop.uploads(Buffer.from(text, "latin1"));
  expect((await shop.runs(upload)).body).toMatchObject({ state: "done", counts: { enrolled: 2, mistakes: 5 } });
  expect(Object.keys(await shop.leftOut(upload))).toEqual(["2", "4", "5", "7", "8"]);
  expect(JSON.stringify(await shop.leftOut(upload))).not.toMatch(/joerg|nobody|Bad|5678/);
  expect(await shop.lists({ search: "hyperlink" })).toEqual(["=HYPERLINK(1)"]);
});

test("fault 66: the same file twice changes nothing, and points are opened once", async () => {
  const shop = await town.shop();
  const file = ["number,name,points", "C-1,Ana,100", "C-2,Bob,50"];
  const upload = await shop.uploads(file, "u-1");
  expect(await shop.uploads(file, "u-1")).toMatchObject({ status: 200, id: upload.id });
  await shop.runs(upload);
  expect(await shop.runs(upload)).toMatchObject({ status: 200, body: { counts: { enrolled: 2, opened: 2 } } });
  const again = await shop.uploads(file);
  expect(again.body.preview).toMatchObject({ ...counted, known: 2 });
  expect((await shop.runs(again)).body.counts).toEqual({ ...counted, known: 2, opened: 0 });
  const changed = await shop.uploads(["number,name,points", "C-1,Ana,900"]);
  expect((await shop.runs(changed)).body.counts).toMatchObject({ known: 1, opened: 0, mistakes: 1 });
  const balances = (await shop.looksUp({ sort: "-points" })).body.items.map(
    (item: { balances: { total: number }[] }) => item.balances[0]?.total,
  );
  expect(balances).toEqual([100, 50]);
});

test("who proved an address is known; who only claimed it is left for somebody to look at", async () => {
  const shop = await town.shop();
  await shop.enrols("ana", { identities: [{ kind: "email", value: "ana@example.com", verified: true }] });
  await shop.enrols("bob", { identities: [{ kind: "email", value: "bob@example.com" }] });
  const file = [
    "name,email,number",
    "Ana,ANA@example.com,C-1",
    "Bob,bob@example.com,C-2",
    "Both,ana@example.com,C-3",
    "New,new@example.com,C-4",
  ];
  const upload = await shop.uploads(file);
  expect(upload.body.preview).toMatchObject({ enrolled: 1, known: 1, possibleDuplicates: 1, mistakes: 1 });
  expect((await shop.runs(upload)).body.counts).toMatchObject({ enrolled: 1, known: 1, possibleDuplicates: 1 });
  expect(Object.keys(await shop.leftOut(upload))).toEqual(["3", "4"]);
  const again = await shop.uploads(["name,email,number", "Bob,bob@example.com,C-2"]);
  await shop.maps(again, { columns: ["name", "email", "number"], possibleDuplicates: "enrol" });
  expect((await shop.runs(again)).body.counts).toMatchObject({ enrolled: 1, possibleDuplicates: 1, mistakes: 0 });
});

test("a large file goes on by itself from where it was, and is the same whoever steps in between", async () => {
  const shop = await town.shop();
  const rows = ROWS_PER_CHUNK * (CHUNKS_AT_START + 2);
  const file = ["number,points", ...Array.from({ length: rows }, (_, index) => `N-${index},1`)];
  const upload = await shop.uploads(file);
  const started = await shop.runs(upload);
  expect(started.body).toMatchObject({ state: "running", rows, done: ROWS_PER_CHUNK * CHUNKS_AT_START });
  const { parts } = town.server();
  const tenants = await listTenants(parts.db);
  await Promise.all([runImports(parts, tenants), shop.runs(upload), runImports(parts, tenants)]);
  expect((await shop.looksAt(upload)).body).toMatchObject({
    state: "done",
    done: rows,
    counts: { ...counted, enrolled: rows, opened: rows },
  });
  expect(await rowsKept(shop)).toBe(0);
  expect(await shop.howMany()).toEqual({ members: rows, isExact: true });
});

test("whoever is erased ends the imports that wait, and so does a day in which nobody starts them", async () => {
  const shop = await town.shop();
  await shop.enrols("ana");
  const upload = await shop.uploads(["number", "C-1"]);
  expect(await rowsKept(shop)).toBe(1);
  await shop.erases("ana");
  expect((await shop.looksAt(upload)).body).toMatchObject({ state: "discarded", titles: [], sample: [] });
  expect(await rowsKept(shop)).toBe(0);
  expect(await shop.runs(upload)).toMatchObject({ status: 409 });

  const late = await shop.uploads(["number", "C-1"]);
  shop.jumps({ days: 1, minutes: 1 });
  const { parts } = town.server();
  await sweepImports(parts, await listTenants(parts.db));
  expect((await shop.looksAt(late)).body).toMatchObject({ state: "discarded" });
  expect(await rowsKept(shop)).toBe(0);
});

test("what cannot be read or mapped is refused in words", async () => {
  const shop = await town.shop();
  expect(await shop.uploads([""])).toMatchObject({ status: 400 });
  expect(await shop.uploads(["name,email"])).toMatchObject({ status: 400 });
  expect(await shop.uploads(Buffer.from([0xff, 0xfe, 65, 0]))).toMatchObject({ status: 400 });
  const sheet = await shop.uploads(Buffer.from("PK\u0003\u0004 and so on"));
  expect([sheet.status, sheet.said]).toEqual([400, expect.stringContaining("save it as CSV")]);
  expect(await shop.uploads(gzipSync(Buffer.alloc(250 * 1024 * 1024, "a\n")))).toMatchObject({ status: 413 });
  const upload = await shop.uploads(["Email,email", "a@example.com,b@example.com"]);
  expect(upload.body.mapping.columns).toEqual(["email", null]);
  for (const columns of [["email"], ["email", "email"], ["email", "field:nothing"], ["email", "password"]]) {
    expect(await shop.maps(upload, { columns })).toMatchObject({ status: 400, code: "invalid" });
  }
  expect(await shop.maps(upload, { columns: ["email", null], dateFormat: "hh" })).toMatchObject({ status: 400 });
});

test("points come in with the scope of points by hand alone, and another shop sees nothing of it", async () => {
  const shop = await town.shop();
  const other = await town.shop();
  const upload = await shop.uploads(["number,points", "C-1,5"]);
  const { call } = await town.server().newKey(shop.tenant, ["members:write"]);
  expect(await call("POST", `/v1/member-imports/${upload.id}/run`)).toMatchObject({ status: 403 });
  expect(await other.looksAt(upload)).toMatchObject({ status: 404 });
  expect(await other.runs(upload)).toMatchObject({ status: 404 });
});
