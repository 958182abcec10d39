import { randomBytes } from "node:crypto";
import { fc, test as property } from "@fast-check/vitest";
import { expect, test } from "vitest";
import type { Ctx } from "./database/transaction.ts";
import { createSealer, type TenantKeys } from "./sealing.ts";

const rootKey = randomBytes(32);

async function keysOf(tenantId: string, wrapped: Buffer, root = rootKey): Promise<TenantKeys> {
  const sealer = createSealer(root, async () => wrapped);
  const ctx: Ctx = { tenantId, now: 0, actor: "test", query: async () => [], later: () => {}, told: () => {} };
  return sealer.keysOf(ctx);
}

const newTenantKey = (tenantId: string) => createSealer(rootKey, async () => Buffer.alloc(0)).newTenantKey(tenantId);

property.prop([fc.string({ unit: "binary" })])(
  "what is sealed is opened again, and never the same twice",
  async (text) => {
    const keys = await keysOf("one", newTenantKey("one"));
    const { key, wrapped } = keys.newMemberKey("ana");
    const sealed = key.seal("name", text);
    expect(keys.memberKey("ana", wrapped).open("name", sealed)).toBe(Buffer.from(text).toString());
    expect(key.seal("name", text).equals(sealed)).toBe(false);
  },
);

test("a value opens only in its own place, for its own member and tenant, under its own root key", async () => {
  const wrappedTenant = newTenantKey("one");
  const keys = await keysOf("one", wrappedTenant);
  const { key, wrapped } = keys.newMemberKey("ana");
  const sealed = key.seal("name", "Ana");
  expect(() => key.open("birthDate", sealed)).toThrow();
  expect(() => keys.memberKey("bob", wrapped)).toThrow();
  await expect(keysOf("two", wrappedTenant)).rejects.toThrow();
  await expect(keysOf("one", wrappedTenant, randomBytes(32))).rejects.toThrow();
});

test("a changed byte or an unknown version does not open", async () => {
  const keys = await keysOf("one", newTenantKey("one"));
  const { key } = keys.newMemberKey("ana");
  const sealed = key.seal("name", "Ana");
  for (let index = 0; index < sealed.length; index++) {
    const changed = Buffer.from(sealed);
    changed[index] = (changed[index] ?? 0) ^ 1;
    expect(() => key.open("name", changed)).toThrow();
  }
  expect(() => key.open("name", sealed.subarray(0, 20))).toThrow("format");
});

test("the blind index is the same within a tenant and purpose, and different beyond", async () => {
  const wrapped = newTenantKey("one");
  const keys = await keysOf("one", wrapped);
  const other = await keysOf("two", newTenantKey("two"));
  const index = keys.blindIndex("identity", "email ana@example.com");
  expect(index).toHaveLength(32);
  expect((await keysOf("one", wrapped)).blindIndex("identity", "email ana@example.com").equals(index)).toBe(true);
  expect(keys.blindIndex("request", "email ana@example.com").equals(index)).toBe(false);
  expect(other.blindIndex("identity", "email ana@example.com").equals(index)).toBe(false);
});

test("the stored form stays readable: version, nonce, tag, ciphertext", async () => {
  const keys = await keysOf("one", newTenantKey("one"));
  const sealed = keys.newMemberKey("ana").key.seal("name", "Ana");
  expect(sealed[0]).toBe(1);
  expect(sealed).toHaveLength(1 + 12 + 16 + 3);
});
