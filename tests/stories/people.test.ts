// What a shop keeps about its members: fields of its own, notes, and what is to be done.
import { expect, test } from "vitest";
import { openTown } from "./support/town.ts";

const town = openTown();

/** What no name and no note may do to whoever shows it. */
const wild = [
  "{{7*7}}",
  "<script>alert(1)</script>",
  '=HYPERLINK("http://example.com")',
  "👩‍👩‍👧‍👦 Ana",
  "Robert'); drop table members;--",
  "שלום",
];

test.each(wild)("31: a member may be called %s, and is called nothing else", async (name) => {
  const shop = await town.shop();
  await shop.enrols("ana", { name });
  expect((await shop.member("ana")).name).toBe(name);
  await shop.notes("ana", name);
  expect(await shop.notesOf("ana")).toEqual([name]);
});

test.each(["x".repeat(201), "x".repeat(10_000), "two\nlines", "\u0000", "half \ud800", " "])(
  "31: nobody is called %j",
  async (name) => {
    const { asks } = await town.shop();
    expect(await asks("POST", "/v1/members", { name })).toMatchObject({ status: 400, body: { code: "invalid" } });
  },
);

test.each([
  ["POST", { name: "Ana", tier: "gold" }],
  ["POST", { name: "Ana", status: "active" }],
  ["PATCH", { points: 1_000_000 }],
  ["PATCH", { tier: "gold" }],
  ["PATCH", { tenantId: "ten_01kb1vn7xqf8krv1q7ey6p4c0m" }],
  ["PATCH", { isErased: true }],
  ["PATCH", { adultFrom: "2020-01-01" }],
])("16: by %s nobody gives themselves %j", async (method, asked) => {
  const shop = await town.shop();
  const path = method === "POST" ? "/v1/members" : `/v1/members/${await shop.idOf("ana")}`;
  expect(await shop.asks(method, path, asked)).toMatchObject({ status: 400, body: { code: "invalid" } });
});

test.each(["members", "tasks", "segments"])(
  "17: a list of %s has its limit, and no order but its own",
  async (what) => {
    const { asks } = await town.shop();
    for (const query of ["limit=1000000000", "limit=101", "limit=0", "limit=1e2", "sort=password", "cursor=abc"]) {
      expect([query, (await asks("GET", `/v1/${what}?${query}`)).status]).toEqual([query, 400]);
    }
    expect((await asks("GET", `/v1/${what}?limit=100`)).status).toBe(200);
  },
);

test("a shop has fields of its own; what is in them is checked, and one wrong value changes nothing", async () => {
  const shop = await town.shop();
  expect(await shop.addsField("shoe_size", "number")).toMatchObject({ status: 201 });
  await shop.addsField("fit", "choice", ["slim", "wide"]);
  await shop.addsField("since", "date");
  await shop.addsField("vip", "boolean");
  await shop.addsField("nickname", "text");
  const all = { shoe_size: 42.5, fit: "wide", since: "2019-05-01", vip: true, nickname: "Annie" };
  expect(await shop.fills("ana", all)).toMatchObject({ status: 200 });
  expect(await shop.fieldsOf("ana")).toEqual(all);
  expect(await shop.fills("ana", { nickname: "A", fit: "loose" })).toMatchObject({
    status: 400,
    said: '"fit" must be one of slim, wide.',
  });
  expect(await shop.fills("ana", { hat: 7 })).toMatchObject({ status: 400, said: 'Members have no field "hat".' });
  expect(await shop.fieldsOf("ana")).toEqual(all);
  await shop.fills("ana", { shoe_size: null, vip: false });
  expect(await shop.fieldsOf("ana")).toEqual({ fit: "wide", since: "2019-05-01", vip: false, nickname: "Annie" });
  expect(await shop.fieldsOf("bob")).toEqual({});
});

test("a field is named once, and what it held is not the value of another that is called the same later", async () => {
  const shop = await town.shop();
  await shop.addsField("fit", "text");
  expect(await shop.addsField("fit", "text")).toMatchObject({ status: 409 });
  expect(await shop.addsField("Fit!", "text")).toMatchObject({ status: 400 });
  expect(await shop.addsField("colour", "choice")).toMatchObject({ status: 400 });
  expect(await shop.addsField("colour", "text", ["red"])).toMatchObject({ status: 400 });
  await shop.fills("ana", { fit: "wide" });
  expect(await shop.removesField("fit")).toMatchObject({ status: 204 });
  expect(await shop.removesField("fit")).toMatchObject({ status: 404 });
  expect(await shop.fieldsOf("ana")).toEqual({});
  await shop.addsField("fit", "number");
  expect(await shop.fieldsOf("ana")).toEqual({});
});

test("a shop has at most fifty fields of its own", async () => {
  const shop = await town.shop();
  for (let count = 1; count <= 50; count += 1) expect((await shop.addsField(`f${count}`, "text")).status).toBe(201);
  expect(await shop.addsField("f51", "text")).toMatchObject({ status: 409 });
});

test("what is written of a member is sealed: notes, tasks and fields are in no table to be read", async () => {
  const shop = await town.shop();
  const secret = "Feeds Mrs Wilberforce's cat";
  await shop.addsField("habit", "text");
  await shop.fills("ana", { habit: secret });
  await shop.notes("ana", secret);
  await shop.plans("ana", secret, "2026-03-09");
  const { rows } = await town.server().db.maintenance.query(
    `select (select json_agg(n) from member_notes n) as notes, (select json_agg(t) from member_tasks t) as tasks,
       (select json_agg(v) from member_values v) as values, (select json_agg(o) from outbox o) as told`,
  );
  const written = JSON.stringify(rows);
  expect(written.length).toBeGreaterThan(500);
  expect(written).not.toContain("Wilberforce");
  expect(written).not.toContain(Buffer.from(secret).toString("hex"));
});

test("notes have several lines, come the latest first, and can be removed", async () => {
  const shop = await town.shop();
  await shop.notes("ana", "Prefers the phone.\nNever before ten.");
  const second = await shop.notes("ana", "Moved to Turin.");
  expect(await shop.notesOf("ana")).toEqual(["Moved to Turin.", "Prefers the phone.\nNever before ten."]);
  expect(await shop.notes("ana", " \n ")).toMatchObject({ status: 400 });
  expect(await shop.notes("ana", "x".repeat(4_001))).toMatchObject({ status: 400 });
  expect(await shop.about("ana", "DELETE", `notes/${second.id}`)).toMatchObject({ status: 204 });
  expect(await shop.about("ana", "DELETE", `notes/${second.id}`)).toMatchObject({ status: 404 });
  expect(await shop.about("bob", "DELETE", `notes/${second.id}`)).toMatchObject({ status: 404 });
  expect(await shop.notesOf("ana")).toHaveLength(1);
});

test("what is to be done comes by its day, over all members, in pages, and is late when the day is over", async () => {
  const shop = await town.shop({ zone: "America/New_York" });
  await shop.plans("ana", "call Ana", "2026-03-09");
  await shop.plans("bob", "write to Bob", "2026-03-04", { assignee: "stf_lea" });
  await shop.plans("cy", "visit Cy", "2026-03-05");
  expect(await shop.toDo()).toEqual(["write to Bob", "visit Cy", "call Ana"]);
  expect(await shop.toDo("&assignee=stf_lea")).toEqual(["write to Bob"]);
  shop.isNow("2026-03-05T04:59:59Z");
  expect(await shop.toDo()).toEqual(["write to Bob", "visit Cy", "call Ana"]);
  shop.isNow("2026-03-05T05:00:00Z");
  expect(await shop.toDo()).toEqual(["write to Bob!", "visit Cy", "call Ana"]);

  const pages: string[] = [];
  let cursor = "";
  do {
    const { body } = await shop.asks("GET", `/v1/tasks?limit=1${cursor}`);
    pages.push(...body.items.map(({ text }: { text: string }) => text));
    cursor = body.nextCursor === undefined ? "" : `&cursor=${body.nextCursor}`;
  } while (cursor !== "");
  expect(pages).toEqual(["write to Bob", "visit Cy", "call Ana"]);
});

test("a task is closed once; who says the same again hears the same", async () => {
  const shop = await town.shop();
  const call = await shop.plans("ana", "call Ana", "2026-03-09");
  expect(call).toMatchObject({ status: 201, body: { status: "open", dueOn: "2026-03-09", assignee: null } });
  expect(await shop.finishes("bob", call)).toMatchObject({ status: 404 });
  const done = await shop.finishes("ana", call);
  expect(done.body).toMatchObject({ status: "done", closedBy: expect.stringMatching(/^key_/) });
  expect((await shop.finishes("ana", call)).body).toEqual(done.body);
  expect(await shop.finishes("ana", call, "cancelled")).toMatchObject({ status: 409 });
  expect(await shop.toDo()).toEqual([]);
  expect(await shop.plans("ana", "call", "2026-02-30")).toMatchObject({ status: 400 });
  const forged = Buffer.from(JSON.stringify(["2026-02-30", "01890000-0000-7000-8000-00000000000a"]));
  expect((await shop.asks("GET", `/v1/tasks?cursor=${forged.toString("base64url")}`)).status).toBe(400);
});
