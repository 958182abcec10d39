import { createHash } from "node:crypto";
import { canonicalText } from "@fedele/core/canonicalText.ts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startServer, type TestServer } from "../../tests/support/server.ts";
import { inTransaction } from "./database/transaction.ts";
import { type Claim, claimKey, claimKeys, KEY_KEPT_DAYS, sweepKeys } from "./idempotency.ts";
import { newId } from "./ids.ts";

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

const who = () => ({ tenantId: server.tenant.id, now: server.clock.now(), actor: "test" });

function claim(key: string, body = "body"): Claim {
  const bodyHmac = createHash("sha256").update(body).digest();
  return { bucketSpan: 16, operation: "test", key, bodyHmac, resourceId: newId(server.clock.now(), 3) };
}

test("the first is fresh, the same again is a replay, another body is a conflict", async () => {
  const first = claim("a");
  expect(await inTransaction(server.db, who(), (ctx) => claimKey(ctx, first))).toEqual({ state: "fresh" });
  expect(await inTransaction(server.db, who(), (ctx) => claimKey(ctx, claim("a")))).toEqual({
    state: "replay",
    resourceId: first.resourceId,
  });
  await expect(inTransaction(server.db, who(), (ctx) => claimKey(ctx, claim("a", "other")))).rejects.toMatchObject({
    code: "conflict",
  });
});

test("a batch is judged one by one, the same key twice in it included", async () => {
  await inTransaction(server.db, who(), (ctx) => claimKey(ctx, claim("old")));
  const list = [claim("new"), claim("old"), claim("old", "other"), claim("twice"), claim("twice"), claim("twice", "x")];
  const states = await inTransaction(server.db, who(), (ctx) => claimKeys(ctx, list));
  expect(states.map(({ state }) => state)).toEqual(["fresh", "replay", "conflict", "fresh", "replay", "conflict"]);
});

test("what is rolled back leaves no key behind", async () => {
  const refused = inTransaction(server.db, who(), async (ctx) => {
    await claimKey(ctx, claim("refused"));
    throw new Error("refused");
  });
  await expect(refused).rejects.toThrow("refused");
  const again = await inTransaction(server.db, who(), (ctx) => claimKey(ctx, claim("refused", "another body")));
  expect(again.state).toBe("fresh");
});

test("of many at once one is fresh", async () => {
  const states = await Promise.all(
    Array.from({ length: 12 }, () => inTransaction(server.db, who(), (ctx) => claimKey(ctx, claim("race")))),
  );
  expect(states.filter(({ state }) => state === "fresh")).toHaveLength(1);
});

test("a key is kept for thirty days, and no longer", async () => {
  await inTransaction(server.db, who(), (ctx) => claimKey(ctx, claim("kept")));
  const days = KEY_KEPT_DAYS * 86_400_000;
  expect(await sweepKeys(server.db, server.clock.now() + days)).toBe(0);
  expect(await sweepKeys(server.db, server.clock.now() + days + 1)).toBeGreaterThan(0);
  expect((await inTransaction(server.db, who(), (ctx) => claimKey(ctx, claim("kept", "other")))).state).toBe("fresh");
});

test("the order of fields does not make another request, their values do", () => {
  expect(canonicalText({ a: 1, b: [{ d: null, c: "x" }] })).toBe(canonicalText({ b: [{ c: "x", d: null }], a: 1 }));
  expect(canonicalText({ a: 1 })).not.toBe(canonicalText({ a: "1" }));
  expect(canonicalText({ a: [1, 2] })).not.toBe(canonicalText({ a: [2, 1] }));
  expect(canonicalText({ a: undefined })).toBe(canonicalText({}));
});
