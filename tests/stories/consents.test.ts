// What members agree to, and how a shop shows it years later.
import { expect, test } from "vitest";
import { openTown } from "./support/town.ts";

const town = openTown();

test("a member agrees to a newsletter, takes it back by a link, and agrees again", async () => {
  const { agrees, takesBack, agreedTo, saidOf } = await town.shop();
  expect(await agreedTo("ana")).toEqual([]);
  expect(await agrees("ana", "email", { textVersion: "newsletter-3" })).toMatchObject({
    status: 201,
    body: { topic: "email", state: "granted", source: "form", textVersion: "newsletter-3", hasAddress: false },
  });
  await agrees("ana", "sms");
  expect(await agreedTo("ana")).toEqual(["email", "sms"]);
  await takesBack("ana", "email");
  expect(await agreedTo("ana")).toEqual(["sms"]);
  await agrees("ana", "email");
  expect(await agreedTo("ana")).toEqual(["email", "sms"]);
  expect(await saidOf("ana")).toEqual(["email granted", "sms granted", "email withdrawn", "email granted"]);
});

test("who asked, who confirmed and when is kept with the consent; nobody confirms before being asked", async () => {
  const { agrees, readsOf } = await town.shop();
  const doubleOptIn = { askedAt: "2026-03-01T10:00:00Z", confirmedAt: "2026-03-01T10:04:00Z" };
  expect(await agrees("ana", "email", { doubleOptIn })).toMatchObject({
    status: 201,
    body: { at: "2026-03-01T10:04:00.000Z", askedAt: "2026-03-01T10:00:00.000Z" },
  });
  const swapped = { askedAt: doubleOptIn.confirmedAt, confirmedAt: doubleOptIn.askedAt };
  expect(await agrees("ana", "email", { doubleOptIn: swapped })).toMatchObject({ status: 400, code: "invalid" });
  expect(await agrees("ana", "email", { at: "2026-03-03T10:00:00Z" })).toMatchObject({ status: 400 });
  expect(await agrees("ana", "email", { textVersion: undefined })).toMatchObject({ status: 400 });
  const { items } = await readsOf("ana", "consents/history");
  expect(items).toHaveLength(1);
});

test("a paper form that is typed in after a withdrawal brings nothing back", async () => {
  const { agrees, takesBack, agreedTo } = await town.shop();
  await takesBack("ana", "post");
  await agrees("ana", "post", { at: "2026-02-20T09:00:00Z", source: "letter" });
  expect(await agreedTo("ana")).toEqual([]);
});

test("a word that was sent twice is written down once", async () => {
  const { asks, idOf, saidOf } = await town.shop();
  const path = `/v1/members/${await idOf("ana")}/consents`;
  const said = { topic: "sms", state: "granted", source: "till", textVersion: "till-1" };
  const key = { "idempotency-key": "c-1" };
  const first = await asks("POST", path, said, key);
  expect((await asks("POST", path, said, key)).body).toEqual(first.body);
  expect(await asks("POST", path, { ...said, topic: "email" }, key)).toMatchObject({ status: 409 });
  expect(await saidOf("ana")).toEqual(["sms granted"]);
});

test("56: a child agrees to nothing, and what was agreed to before it was known does not count", async () => {
  const { agrees, takesBack, agreedTo, changesMember, isNow } = await town.shop();
  await agrees("kim", "email");
  await changesMember("kim", { birthDate: "2010-06-03" });
  expect(await agreedTo("kim")).toEqual([]);
  expect(await agrees("kim", "sms")).toMatchObject({ status: 403, code: "forbidden" });
  expect(await takesBack("kim", "email")).toMatchObject({ status: 201 });
  isNow("2028-06-03T12:00:00Z");
  expect(await agrees("kim", "sms")).toMatchObject({ status: 201 });
  expect(await agreedTo("kim")).toEqual(["sms"]);
});

test("to take back is possible for whoever is blocked or has left; to agree is not, for who has left", async () => {
  const { agrees, takesBack, agreedTo, blocks, changesMember } = await town.shop();
  await agrees("ana", "email");
  await agrees("ana", "sms");
  await blocks("ana", "nothing");
  expect(await takesBack("ana", "email")).toMatchObject({ status: 201 });
  await changesMember("ana", { status: "closed" });
  expect(await takesBack("ana", "sms")).toMatchObject({ status: 201 });
  expect(await agrees("ana", "email")).toMatchObject({ status: 409 });
  expect(await agreedTo("ana")).toEqual([]);
});

test("of an address only a keyed hash is kept, the same for the same address however it is written", async () => {
  const { agrees } = await town.shop();
  await agrees("ana", "email", { address: "2001:db8::1" });
  await agrees("ana", "sms", { address: "2001:0DB8:0:0::1" });
  await agrees("ana", "push", { address: "192.0.2.7" });
  expect(await agrees("ana", "post", { address: "not an address" })).toMatchObject({ status: 400 });
  const { rows } = await town.server().db.maintenance.query(
    `select encode(address_hash, 'hex') as hash, row_to_json(consents)::text as whole from consents
     where address_hash is not null order by id`,
  );
  expect(rows.map(({ hash }) => hash.length)).toEqual([64, 64, 64]);
  expect(rows[0].hash).toBe(rows[1].hash);
  expect(rows[0].hash).not.toBe(rows[2].hash);
  expect(JSON.stringify(rows)).not.toMatch(/192\.0\.2\.7|2001:/);
});

test.each(["fedele_app", "fedele_maintenance"])(
  "%s may add a consent at most, never change or remove one",
  async (role) => {
    const { rows } = await town.server().db.app.query(
      `select has_table_privilege($1, 'consents', 'delete') or has_table_privilege($1, 'consents', 'truncate')
       or has_column_privilege($1, 'consents', 'state', 'update')
       or has_column_privilege($1, 'consents', 'at', 'update')
       or has_column_privilege($1, 'consents', 'text_version', 'update') as may`,
      [role],
    );
    expect(rows).toEqual([{ may: false }]);
  },
);
