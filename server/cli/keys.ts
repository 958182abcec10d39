// key create, key list, key revoke.
import { type Scope, scopes } from "@fedele/sdk/schemas/apiKey.ts";
import { defineCommand } from "citty";
import { createApiKey, listApiKeys, revokeApiKey, type StoredApiKey } from "../modules/tenants/apiKeys.ts";
import { type Ctx, inTransaction } from "../platform/database/transaction.ts";
import { fromTypeId, toTypeId } from "../platform/ids.ts";
import { Refusal } from "../platform/refusal.ts";
import { command, json, tenantSlug } from "./commands.ts";
import { operatorOf, tenantNamed, withParts } from "./session.ts";
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
    const { id, secret } = await inTenant(args.tenant, (ctx) =>
      createApiKey(ctx, { name: args.name, scopes: granted }),
    );
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
    await inTenant(args.tenant, (ctx) => revokeApiKey(ctx, fromTypeId("key", args.id)));
    if (args.json) printJson({ id: args.id, revoked: true });
    else print(`The key ${args.id} is revoked. A serving process forgets it within seconds.`);
  },
});

function inTenant<T>(slug: string, work: (ctx: Ctx) => Promise<T>): Promise<T> {
  return withParts(async (parts) => inTransaction(parts.db, operatorOf(parts, await tenantNamed(parts, slug)), work));
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
