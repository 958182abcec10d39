// key create, key list, key revoke.
import { type Scope, scopes } from "@fedele/sdk/schemas/apiKey.ts";
import { defineCommand } from "citty";
import { createApiKey, listApiKeys, newKeyId, revokeApiKey, type StoredApiKey } from "../modules/tenants/apiKeys.ts";
import type { Deed } from "../platform/audit.ts";
import { systemClock } from "../platform/clock.ts";
import { type Ctx, inTransaction } from "../platform/database/transaction.ts";
import { fromTypeId, toTypeId } from "../platform/ids.ts";
import { Refusal } from "../platform/refusal.ts";
import { command, json, tenantSlug } from "./commands.ts";
import { auditedOperator, operatorOf, tenantNamed, withParts } from "./session.ts";
import { print, printJson } from "./terminal.ts";

const NAME_CHARS_MAX = 100;
const KEYS_PER_PAGE = 100;

const create = command({
  meta: { name: "create", description: "Make an API key. It is shown once." },
  args: {
    tenant: tenantSlug,
    name: { type: "string", description: "What it is for, so that it can be recognised later.", required: true },
    scopes: { type: "string", description: `What it may do, with commas. Default: everything. ${scopes.join(", ")}.` },
    json,
  },
  run: async ({ args }) => {
    const granted = args.scopes === undefined ? [...scopes] : scopesOf(args.scopes);
    if (args.name.length > NAME_CHARS_MAX) {
      throw new Refusal("invalid", `A key's name has at most ${NAME_CHARS_MAX} characters.`);
    }
    const id = newKeyId(systemClock.now());
    const asked = { name: args.name, scopes: granted };
    const deed = { operation: "createApiKey", resource: toTypeId("key", id), memberId: null, said: asked };
    const { secret } = await inTenant(args.tenant, (ctx) => createApiKey(ctx, { ...asked, id }), deed);
    if (args.json) printJson({ id: toTypeId("key", id), key: secret, name: args.name, scopes: granted });
    else print(secret);
  },
});

const list = command({
  meta: { name: "list", description: "Show a tenant's keys, without what they are called with." },
  args: { tenant: tenantSlug, json },
  run: async ({ args }) => {
    const keys = (await inTenant(args.tenant, allKeys)).map(told);
    if (args.json) return printJson({ keys });
    if (keys.length === 0) return print("There is no key yet.");
    for (const { id, name, scopes, revokedAt } of keys) {
      print(`${id}  ${name}  ${revokedAt === undefined ? scopes.join(",") : `revoked ${revokedAt}`}`);
    }
  },
});

const revoke = command({
  meta: { name: "revoke", description: "End a key for ever." },
  args: {
    id: { type: "positional", description: "The key's id, key_…", required: true },
    tenant: tenantSlug,
    json,
  },
  run: async ({ args }) => {
    const deed = { operation: "revokeApiKey", resource: args.id, memberId: null, said: null };
    await inTenant(args.tenant, (ctx) => revokeApiKey(ctx, fromTypeId("key", args.id)), deed);
    if (args.json) printJson({ id: args.id, revoked: true });
    else print(`The key ${args.id} is revoked. A serving process forgets it within seconds.`);
  },
});

/** `deed`: what it leaves in the audit log. */
function inTenant<T>(slug: string, work: (ctx: Ctx) => Promise<T>, deed?: Deed): Promise<T> {
  return withParts(async (parts) => {
    const tenant = await tenantNamed(parts, slug);
    const who = deed === undefined ? operatorOf(parts, tenant) : auditedOperator(parts, tenant, () => deed);
    return inTransaction(parts.db, who, work);
  });
}

async function allKeys(ctx: Ctx): Promise<StoredApiKey[]> {
  const keys: StoredApiKey[] = [];
  for (;;) {
    const page = await listApiKeys(ctx, { limit: KEYS_PER_PAGE, fetch: KEYS_PER_PAGE, after: keys.at(-1)?.id });
    keys.push(...page);
    if (page.length < KEYS_PER_PAGE) return keys;
  }
}

function scopesOf(text: string): Scope[] {
  return text.split(",").map((word) => {
    const scope = scopes.find((one) => one === word.trim());
    if (scope !== undefined) return scope;
    throw new Refusal("invalid", `There is no scope "${word.trim()}". There are: ${scopes.join(", ")}.`);
  });
}

function told({ id, name, scopes: granted, createdAt, revokedAt }: StoredApiKey) {
  return {
    id: toTypeId("key", id),
    name,
    scopes: granted,
    createdAt: new Date(createdAt).toISOString(),
    revokedAt: revokedAt === undefined ? undefined : new Date(revokedAt).toISOString(),
  };
}

export const keyCommand = defineCommand({
  meta: { name: "key", description: "Make, list and revoke API keys." },
  subCommands: { create, list, revoke },
});
