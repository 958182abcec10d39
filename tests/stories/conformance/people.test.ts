// Who takes part and how far: cases 56 and 59 of the ledger's, and fault 31 of the names that members have.
import { expect, test } from "vitest";
import type { Outcome } from "../support/desk.ts";
import type { Shop } from "../support/shop.ts";
import { openTown } from "../support/town.ts";

const town = openTown();

type Ready = { mug: Outcome; hold: Outcome; sale: Outcome };

/** Ana has bought, reserved and taken something; Bob has points to pass on. */
async function everythingReady(shop: Shop): Promise<Ready> {
  await shop.offers("mug");
  const sale = await shop.buys("ana", 1000);
  await shop.buys("bob", 100);
  return { sale, mug: await shop.takes("ana", "mug"), hold: await shop.reserves("ana", 50) };
}

const verbs: Record<string, (shop: Shop, ready: Ready) => Promise<Outcome>> = {
  earns: (shop) => shop.buys("ana", 10),
  spends: (shop) => shop.spends("ana", 10),
  reserves: (shop) => shop.reserves("ana", 10),
  captures: (shop, { hold }) => shop.captures("ana", hold),
  transfers: (shop) => shop.transfers("ana", "bob", 10),
  "takes a reward": (shop) => shop.takes("ana", "mug"),
  "uses a reward": (shop, { mug }) => shop.uses("ana", mug),
  releases: (shop, { hold }) => shop.releases("ana", hold),
  "is adjusted": (shop) => shop.adjusts("ana", 5),
  returns: (shop, { sale }) => shop.returns("ana", sale.receipt, 10),
};

const takesOut = ["spends", "reserves", "transfers", "takes a reward"];
const forbidden: Record<string, readonly string[]> = {
  no_login: [],
  earn_only: takesOut,
  nothing: [...takesOut, "earns", "captures", "uses a reward"],
};

const table = Object.keys(forbidden).flatMap((step) => Object.keys(verbs).map((verb) => [step, verb] as const));

test.each(table)("case 59: of a member who is blocked by %s: %s", async (step, verb) => {
  const shop = await town.shop();
  const ready = await everythingReady(shop);
  await shop.blocks("ana", step);
  const before = await shop.wallet("ana");
  const tried = await verbs[verb]?.(shop, ready);
  if (forbidden[step]?.includes(verb)) {
    expect(tried).toMatchObject({ status: 403, code: "forbidden" });
    expect(await shop.wallet("ana")).toEqual(before);
  } else {
    expect(tried?.status, tried?.said).toBeLessThan(300);
  }
});

test.each([
  ["no_login", 110, 90],
  ["earn_only", 110, 90],
  ["nothing", 100, 100],
])("case 59: points of a friend for who is blocked by %s arrive or travel back", async (step, mine, friends) => {
  const shop = await town.shop();
  await shop.buys("ana", 100);
  await shop.buys("bob", 100);
  await shop.blocks("ana", step);
  await shop.transfers("bob", "ana", 10);
  await town.delivers();
  await town.delivers();
  expect([await shop.balance("ana"), await shop.balance("bob")]).toEqual([mine, friends]);
});

test("case 59: what is pending stays pending through a block, and is there when it is lifted", async () => {
  const shop = await town.shop({ points: { activation: { kind: "after_days", days: 14 } } });
  await shop.buys("ana", 100);
  await shop.blocks("ana", "nothing");
  expect(await shop.wallet("ana")).toMatchObject({ pending: 100, spendable: 0 });
  await town.sweeps();
  expect(await shop.wallet("ana")).toMatchObject({ pending: 100, spendable: 0 });
  await shop.unblocks("ana");
  expect(await shop.spends("ana", 10)).toMatchObject({ status: 422 });
  shop.jumps({ days: 15 });
  expect(await shop.spends("ana", 100)).toMatchObject({ status: 201 });
});

test("case 59: a block becomes another step, is lifted twice, and its history tells why", async () => {
  const shop = await town.shop();
  await shop.buys("ana", 100);
  expect(await shop.about("ana", "GET", "block")).toMatchObject({ status: 404 });
  const first = await shop.blocks("ana", "earn_only", "Ten refunds in an hour.");
  expect(first).toMatchObject({ status: 200, body: { step: "earn_only", reason: "Ten refunds in an hour." } });
  expect((await shop.blocks("ana", "earn_only", "Ten refunds in an hour.")).id).toBe(first.id);
  await shop.blocks("ana", "nothing");
  expect(await shop.member("ana")).toMatchObject({ status: "blocked" });
  expect((await shop.unblocks("ana")).status).toBe(204);
  expect((await shop.unblocks("ana")).status).toBe(204);
  expect(await shop.member("ana")).toMatchObject({ status: "active" });
  expect(await shop.spends("ana", 100)).toMatchObject({ status: 201 });
  expect(await shop.blocksOf("ana")).toEqual(["(earn_only)", "(nothing)"]);
});

test("case 59: the status of a member is the same block by another door", async () => {
  const shop = await town.shop();
  await shop.changesMember("ana", { status: "earn_only" });
  expect(await shop.blocksOf("ana")).toEqual(["earn_only"]);
  await shop.changesMember("ana", { status: "blocked" });
  await shop.changesMember("ana", { status: "active" });
  expect(await shop.blocksOf("ana")).toEqual(["(earn_only)", "(nothing)"]);
});

test("case 59: the reason is nowhere to be read, and the others hear of the step alone", async () => {
  const shop = await town.shop();
  const reason = "Suspected of selling vouchers";
  await shop.blocks("ana", "nothing", reason);
  await shop.unblocks("ana");
  const { db } = town.server();
  const { rows } = await db.maintenance.query(
    "select (select json_agg(b) from member_blocks b) as blocks, (select json_agg(o) from outbox o) as told",
  );
  const written = JSON.stringify(rows);
  expect(written).not.toContain(reason);
  expect(written).not.toContain(Buffer.from(reason).toString("hex"));
});

test("case 59: who has left cannot be blocked", async () => {
  const shop = await town.shop();
  await shop.changesMember("ana", { status: "closed" });
  expect(await shop.blocks("ana", "nothing")).toMatchObject({ status: 409 });
  expect(await shop.unblocks("ana")).toMatchObject({ status: 409 });
});

/** On the morning of 2 March 2026 Kim is fifteen, and of age on 3 June 2028. */
const kim = { birthDate: "2010-06-03", country: "DE" };

const notForChildren = [...takesOut];
test.each(Object.keys(verbs))("case 56: a child %s, or must wait", async (verb) => {
  const shop = await town.shop();
  const ready = await everythingReady(shop);
  await shop.changesMember("ana", kim);
  const before = await shop.wallet("ana");
  const tried = await verbs[verb]?.(shop, ready);
  if (notForChildren.includes(verb)) {
    expect(tried).toMatchObject({ status: 403, code: "forbidden" });
    expect(await shop.wallet("ana")).toEqual(before);
  } else {
    expect(tried?.status, tried?.said).toBeLessThan(300);
  }
});

test("case 56: a child is of age by the date, on the calendar of the shop, and no job has to say so", async () => {
  const shop = await town.shop({ zone: "America/New_York" });
  await shop.enrols("kim", kim);
  expect((await shop.buys("kim", 100)).earned).toBe(100);
  expect(await shop.member("kim")).toMatchObject({ isChild: true, birthDate: kim.birthDate });
  shop.isNow("2028-06-03T03:59:59Z");
  expect(await shop.spends("kim", 100)).toMatchObject({ status: 403, code: "forbidden" });
  shop.isNow("2028-06-03T04:00:00Z");
  expect(await shop.member("kim")).toMatchObject({ isChild: false });
  expect(await shop.spends("kim", 100)).toMatchObject({ status: 201 });
});

test("case 56: points of a friend are a child's as well", async () => {
  const shop = await town.shop();
  await shop.enrols("kim", kim);
  await shop.buys("bob", 100);
  await shop.transfers("bob", "kim", 40);
  await town.delivers();
  expect(await shop.balance("kim")).toBe(40);
});

test("case 56: the country's limit counts, else the usual one; who is changed later is judged anew", async () => {
  const shop = await town.shop();
  await shop.setsAges({ usual: 16, AT: 14 });
  await shop.enrols("kim", kim);
  await shop.enrols("lea", { ...kim, country: "AT" });
  expect((await shop.member("kim")).isChild).toBe(true);
  expect((await shop.member("lea")).isChild).toBe(false);
  await shop.changesMember("kim", { country: "AT" });
  expect((await shop.member("kim")).isChild).toBe(false);
  const limits = { usual: 16, countries: [{ country: "AT", years: 14 }] };
  expect((await shop.asks("GET", "/v1/age-limits")).body).toEqual(limits);
  expect(await shop.setsAges({ usual: 26 })).toMatchObject({ status: 400 });
  expect(await shop.setsAges({ ZZ: 14 })).toMatchObject({ status: 400 });
});

test("case 56: a child without a birth date is one until somebody says otherwise", async () => {
  const shop = await town.shop();
  await shop.enrols("kim", { isChild: true });
  await shop.buys("kim", 100);
  shop.jumps({ days: 20 * 365 });
  expect(await shop.spends("kim", 10)).toMatchObject({ status: 403 });
  await shop.changesMember("kim", { name: "Kim" });
  expect((await shop.member("kim")).isChild).toBe(true);
  await shop.changesMember("kim", { isChild: false });
  await shop.buys("kim", 100);
  expect(await shop.spends("kim", 10)).toMatchObject({ status: 201 });
});

test("case 56: nobody grows up by a word against the birth date, nor by taking it away", async () => {
  const shop = await town.shop();
  await shop.enrols("kim", kim);
  expect(await shop.changesMember("kim", { name: "K" })).toMatchObject({ status: 200 });
  await expect(shop.changesMember("kim", { isChild: false })).rejects.toThrow("The birth date says otherwise");
  await shop.changesMember("kim", { birthDate: null });
  expect((await shop.member("kim")).isChild).toBe(true);
});

test("case 56: nothing of a grown-up's birth year is kept in plain", async () => {
  const shop = await town.shop();
  const id = await shop.enrols("eve", { birthDate: "1984-02-29" });
  expect(id).not.toBe("");
  const { rows } = await town
    .server()
    .db.maintenance.query("select * from member_facts where birth_month = 2 and birth_day = 29");
  expect(rows.map(({ adult_from }) => adult_from)).toEqual([null]);
  expect(JSON.stringify(rows)).not.toContain("1984");
});

test("case 56: a grown-up member looks after a child; nobody after themselves, and a child after nobody", async () => {
  const shop = await town.shop();
  await shop.enrols("kim", kim);
  await shop.enrols("lou", kim);
  expect(await shop.looksAfter("ana", "kim")).toMatchObject({ status: 200 });
  const { body } = await shop.looksAfter("ana", "kim");
  expect(body.items.map(({ memberId }: { memberId: string }) => memberId)).toEqual([await shop.idOf("ana")]);
  expect(await shop.looksAfter("kim", "kim")).toMatchObject({ status: 400 });
  expect(await shop.looksAfter("lou", "kim")).toMatchObject({ status: 409 });
  await shop.enrols("firm", { kind: "corporate" });
  expect(await shop.looksAfter("firm", "kim")).toMatchObject({ status: 409 });
  for (const name of ["bob", "cy", "di"]) expect((await shop.looksAfter(name, "kim")).status).toBe(200);
  expect(await shop.looksAfter("eve", "kim")).toMatchObject({ status: 409 });
  expect(await shop.leavesAlone("ana", "kim")).toMatchObject({ status: 204 });
  expect(await shop.leavesAlone("ana", "kim")).toMatchObject({ status: 404 });
  expect(await shop.looksAfter("eve", "kim")).toMatchObject({ status: 200 });
});

/** The same thing, as people write it; the shop is in Italy. */
const written: Record<string, readonly [kind: string, ways: readonly string[]]> = {
  "a mailbox in any case": ["email", ["Ana.Rossi@Example.com", "ANA.ROSSI@EXAMPLE.COM", " ana.rossi@example.com "]],
  "a mailbox whose domain has an umlaut": ["email", ["ana@b\u00fccher.example", "ana@xn--bcher-kva.example"]],
  "a mailbox with an accent, composed or not": ["email", ["jos\u00e9@example.com", "jose\u0301@example.com"]],
  "a line dialled at home or from abroad": ["phone", ["06 1234 5678", "+39 06 12345678", "0039 06 12345678"]],
  "a line in Arabic digits": [
    "phone",
    ["+390612345678", "\u0660\u0666 \u0661\u0662\u0663\u0664 \u0665\u0666\u0667\u0668"],
  ],
  "a card's number, composed or not": ["number", ["Caf\u00e9 7", "Cafe\u0301 7", " Caf\u00e9 7 "]],
};

test.each(Object.entries(written))(
  "27, 28: %s is one identity: nobody else can have it, and it finds its member",
  async (_words, [kind, ways]) => {
    const { call } = await town.server().newTenant({ country: "IT" });
    const enrols = (value: string) => call("POST", "/v1/members", { identities: [{ kind, value }] });
    const [first = "", ...others] = ways;
    const { body: ana } = await enrols(first);
    for (const way of others) expect([way, (await enrols(way)).status]).toEqual([way, 409]);
    for (const way of ways) {
      const found = await call("GET", `/v1/members?${kind}=${encodeURIComponent(way)}`);
      expect([way, found.body.items.map(({ id }: { id: string }) => id)]).toEqual([way, [ana.id]]);
    }
  },
);

test.each([
  ["email", "a@b"],
  ["email", '"a b"@example.com'],
  ["email", `${"x".repeat(308)}@example.com`],
  ["email", "ana@example.com."],
  ["email", "ana\u200b@example.com"],
  ["email", "\u202eana@example.com"],
  ["email", "ana@example.com\r\nBcc: bob@example.com"],
  ["phone", "899 123456"],
  ["phone", "+39 06 12345678 ext 5"],
  ["phone", "call me"],
  ["qr", "x\u0000"],
])("27, 28: %s %j finds nobody and is nobody's", async (kind, value) => {
  const { call } = await town.server().newTenant({ country: "IT" });
  expect(await call("POST", "/v1/members", { identities: [{ kind, value }] })).toMatchObject({
    status: 400,
    body: { code: "invalid" },
  });
});

test("28: without a country of the shop a phone number is written with its own", async () => {
  const { call } = await town.server().newTenant();
  const enrols = (value: string) => call("POST", "/v1/members", { identities: [{ kind: "phone", value }] });
  expect(await enrols("06 1234 5678")).toMatchObject({ status: 400, body: { detail: expect.stringContaining("+39") } });
  expect((await enrols("+39 06 12345678")).status).toBe(201);
});
