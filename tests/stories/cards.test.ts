// Cards of paper and plastic, and the people of a business who may use its points.
import { describe, expect, test } from "vitest";
import { isEan13 } from "../../core/barcodes.ts";
import { cardOf } from "./support/memberCards.ts";
import { opensTill } from "./support/tills.ts";
import { openTown } from "./support/town.ts";

const town = openTown();

describe("a card of plastic", () => {
  test("that an older programme gave out finds its member, however it is typed", async () => {
    const { enrols, asks, balance } = await town.shop();
    await enrols("ana", { identities: [{ kind: "card", value: "80 00-1234 5678 x" }] });
    const sale = {
      source: "till",
      document: "1",
      kind: "purchase",
      amountMinor: 700,
      member: { card: "8000123456 78X" },
    };
    expect((await asks("POST", "/v1/activities", sale)).status).toBe(201);
    expect(await balance("ana")).toBe(7);
    expect((await asks("GET", "/v1/members?card=800012345678x")).body.items).toHaveLength(1);
    const taken = { name: "Bea", identities: [{ kind: "card", value: "800012345678X" }] };
    expect(await asks("POST", "/v1/members", taken)).toMatchObject({ status: 409 });
  });

  test("that is printed here has a number of its own with a barcode, and lets nobody use points", async () => {
    const shop = await town.shop();
    await shop.buys("ana", 50);
    const path = `/v1/members/${await shop.idOf("ana")}/card-numbers`;
    const once = { "idempotency-key": "card-1" };
    const made = await shop.asks("POST", path, undefined, once);
    const { identity, barcode } = made.body;
    expect(made.status).toBe(201);
    expect(isEan13(identity.value)).toBe(true);
    expect(barcode).toMatch(/^<svg .*<\/svg>$/);
    expect(await shop.asks("POST", path, undefined, once)).toMatchObject({ status: 200, body: made.body });
    expect((await shop.asks("POST", path)).body.identity.value).not.toBe(identity.value);
    const till = await opensTill(town.server(), shop, "corner");
    const found = await till.call("POST", "/v1/member-lookups", { card: identity.value });
    expect(found.body).toMatchObject({ memberId: made.body.memberId, needsProof: true });
    const spend = { pointsType: "points", points: 5 };
    const spends = await till.call("POST", `/v1/members/${made.body.memberId}/spends`, spend);
    expect(spends).toMatchObject({ status: 403 });
    expect(await till.call("POST", "/v1/spending-proofs", { qr: identity.value })).toMatchObject({ status: 400 });
  });
});

describe("the points of a business are used at a till", () => {
  async function bakery() {
    const shop = await town.shop();
    const { body } = await shop.asks("POST", "/v1/members", { kind: "corporate", name: "Bakery" });
    const path = `/v1/members/${body.id}`;
    const person = async (name: string, { maySpend }: { maySpend: boolean }) => {
      const memberId = await shop.idOf(name);
      const asked = { name, email: `${name}@bakery.example`, memberId, maySpend };
      return (await shop.asks("POST", `${path}/contacts`, asked)).body.id;
    };
    const till = await opensTill(town.server(), shop, "corner");
    return { ...shop, businessId: body.id, path, person, till: till.call };
  }

  test("by the device of somebody who may, and of nobody else", async () => {
    const shop = await bakery();
    await shop.person("pia", { maySpend: true });
    await shop.person("ugo", { maySpend: false });
    await shop.asks("POST", `${shop.path}/adjustments`, { pointsType: "points", points: 50, reason: "Welcome." });
    const shows = async (name: string) => {
      const card = await cardOf(town.server(), shop, name);
      return shop.till("POST", "/v1/spending-proofs", { qr: await card.shows(), businessId: shop.businessId });
    };
    expect(await shows("ugo")).toMatchObject({ status: 403, body: { field: "contactId" } });
    expect(await shows("carl")).toMatchObject({ status: 403 });
    const spend = () => shop.till("POST", `${shop.path}/spends`, { pointsType: "points", points: 5 });
    expect(await spend()).toMatchObject({ status: 403 });
    expect(await shows("pia")).toMatchObject({ status: 201, body: { memberId: shop.businessId } });
    expect((await spend()).status).toBe(201);
  });

  test("by a code that goes to somebody who may, who is named where there are several", async () => {
    const shop = await bakery();
    const ugo = await shop.person("ugo", { maySpend: false });
    const sends = (query = "") => shop.till("POST", `${shop.path}/spending-codes${query}`);
    expect(await sends()).toMatchObject({ status: 403 });
    const pia = await shop.person("pia", { maySpend: true });
    expect((await sends()).status).toBe(201);
    const { body } = await shop.asks("GET", "/v1/outbox-messages?limit=1");
    expect(body.items[0].letter.address).toBe("pia@bakery.example");
    shop.jumps({ minutes: 2 });
    await shop.person("lea", { maySpend: true });
    expect(await sends()).toMatchObject({ status: 400, body: { field: "contactId" } });
    expect(await sends(`?contactId=${ugo}`)).toMatchObject({ status: 403 });
    expect((await sends(`?contactId=${pia}`)).status).toBe(201);
  });
});
