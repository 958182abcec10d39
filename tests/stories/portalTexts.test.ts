// What a portal shows to everybody: its own name, a logo, the terms, the privacy notice; and that a version, once it
// was shown, says the same for ever.
import { expect, test } from "vitest";
import { signedIn } from "../support/members.ts";
import { onePixel } from "../support/portalSamples.ts";
import { callWith } from "../support/server.ts";
import { openTown } from "./support/town.ts";

const town = openTown();

const settings = {
  mayJoin: true,
  birthday: "never",
  color: "#0b7285",
  terms: { version: "terms-1", texts: { en: "The terms.", it: "Il regolamento." } },
  privacy: { version: "privacy-1", texts: { en: "How we keep you.", it: "Come ti custodiamo." } },
  consents: [{ topic: "email", version: "email-1", texts: { en: "Write to me." } }],
};

test("whoever comes reads the portal's name, the terms and the privacy notice in their own language", async () => {
  const shop = await town.shop();
  await shop.asks("PUT", "/v1/portal-settings", { ...settings, name: "Club Bottega" });
  const read = callWith(town.server().url, undefined);
  const path = `/v1/portal/${shop.tenant.slug}`;
  const { body } = await read("GET", path, undefined, { "accept-language": "it" });
  expect(body).toMatchObject({
    name: "Club Bottega",
    logo: null,
    terms: { version: "terms-1", text: "Il regolamento." },
    privacy: { version: "privacy-1", text: "Come ti custodiamo." },
  });
  const { body: manifest } = await read("GET", `${path}/manifest.webmanifest`);
  expect(JSON.stringify(manifest)).toContain("Club Bottega");
});

test("other words need another version; a language that was missing may come to it", async () => {
  const shop = await town.shop();
  const puts = (change: object) => shop.asks("PUT", "/v1/portal-settings", { ...settings, ...change });
  expect((await puts({})).status).toBe(200);
  const other = await puts({ privacy: { version: "privacy-1", texts: { en: "We sell you." } } });
  expect(other).toMatchObject({ status: 409, body: { code: "conflict", field: "privacy.version" } });
  const consent = [{ topic: "email", version: "email-1", texts: { en: "Write to me daily." } }];
  expect((await puts({ consents: consent })).body).toMatchObject({ code: "conflict", field: "consents.0.version" });
  // What was refused changed nothing.
  expect((await shop.asks("GET", "/v1/portal-settings")).body).toMatchObject(settings);
  expect((await puts({ terms: { version: "terms-1", texts: { en: "The terms.", de: "Die Regeln." } } })).status).toBe(
    200,
  );
  town.server().clock.advance(60_000);
  expect((await puts({ privacy: { version: "privacy-2", texts: { en: "We keep you better." } } })).status).toBe(200);

  const { body } = await shop.asks("GET", "/v1/portal-texts?limit=1");
  expect(body.items).toMatchObject([{ subject: "privacy", version: "privacy-2" }]);
  const { body: rest } = await shop.asks("GET", `/v1/portal-texts?limit=100&cursor=${body.nextCursor}`);
  expect(rest.items.map(({ subject, version }: { subject: string; version: string }) => [subject, version])).toEqual([
    ["terms", "terms-1"],
    ["privacy", "privacy-1"],
    ["email", "email-1"],
  ]);
  expect(rest.items[0].texts).toEqual({ en: "The terms.", it: "Il regolamento.", de: "Die Regeln." });
});

test("what a consent names as its version is found with the words of that day", async () => {
  const server = town.server();
  const shop = await town.shop();
  await shop.asks("PUT", "/v1/portal-settings", settings);
  const id = await shop.enrols("ana", { identities: [{ kind: "email", value: "ana@example.com" }] });
  const { call: me } = await signedIn(server, id, shop);
  const agreed = { topic: "email", state: "granted", version: "email-1" };
  expect((await me("POST", "/v1/me/consents", agreed)).status).toBe(200);
  const changed = [{ topic: "email", version: "email-2", texts: { en: "Write to me, and call me." } }];
  await shop.asks("PUT", "/v1/portal-settings", { ...settings, consents: changed });
  const [consent] = (await shop.asks("GET", `/v1/members/${id}/consents/history`)).body.items;
  const { items } = (await shop.asks("GET", "/v1/portal-texts")).body;
  const words = items.find(
    ({ subject, version }: { subject: string; version: string }) =>
      subject === consent.topic && version === consent.textVersion,
  );
  expect(words.texts).toEqual({ en: "Write to me." });
});

test("two who change the texts at once cannot give one version two meanings", async () => {
  const shop = await town.shop();
  const puts = (en: string) =>
    shop.asks("PUT", "/v1/portal-settings", { ...settings, terms: { version: "t", texts: { en } } });
  const replies = await Promise.all(["One.", "Two.", "Three.", "Four."].map(puts));
  expect(replies.map(({ status }) => status).toSorted()).toEqual([200, 409, 409, 409]);
});

test("a logo is a small picture, shown to everybody, and anything else is refused", async () => {
  const server = town.server();
  const shop = await town.shop();
  const read = callWith(server.url, undefined);
  const path = `/v1/portal/${shop.tenant.slug}`;
  expect((await read("GET", `${path}/logo`)).status).toBe(404);
  const puts = (type: string, picture: string) => shop.asks("PUT", "/v1/portal-settings/logo", { type, picture });
  expect((await puts("image/png", Buffer.from("<svg onload=alert(1)>").toString("base64"))).status).toBe(400);
  expect((await puts("image/svg+xml", onePixel)).status).toBe(400);
  expect((await puts("image/jpeg", onePixel)).status).toBe(400);
  const large = Buffer.concat([Buffer.from(onePixel, "base64"), Buffer.alloc(65_536)]).toString("base64");
  expect((await puts("image/png", large)).status).toBe(400);
  expect((await puts("image/png", onePixel)).status).toBe(204);
  const { logo } = (await read("GET", path)).body;
  const shown = await read("GET", logo);
  expect([shown.status, shown.headers.get("content-type"), shown.headers.get("x-content-type-options")]).toEqual([
    200,
    "image/png",
    "nosniff",
  ]);
  const [entry] = (await shop.asks("GET", "/v1/audit-entries")).body.items;
  expect(JSON.stringify(entry)).not.toContain(onePixel.slice(0, 20));
  expect((await shop.asks("DELETE", "/v1/portal-settings/logo")).status).toBe(204);
  expect((await read("GET", path)).body.logo).toBeNull();
});
