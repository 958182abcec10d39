// tenant create, tenant list.
import { presetNamed, presets } from "@fedele/core/presets.ts";
import { defineCommand } from "citty";
import { installPreset } from "../modules/programme/presets.ts";
import { createTenant, listTenants } from "../modules/tenants/tenants.ts";
import { inTransaction } from "../platform/database/transaction.ts";
import { toTypeId } from "../platform/ids.ts";
import { Refusal } from "../platform/refusal.ts";
import type { Tenant } from "../platform/tenant.ts";
import { command, json } from "./commands.ts";
import { auditedOperator, withParts } from "./session.ts";
import { print, printJson } from "./terminal.ts";

const presetCodes = presets.map(({ code }) => code).join(", ");

const create = command({
  meta: { name: "create", description: "Make a tenant, with a programme to begin with where a preset is named." },
  args: {
    name: { type: "string", description: "What people call it.", required: true },
    slug: {
      type: "string",
      description: "Its name in addresses and commands: small letters, digits, hyphens.",
      required: true,
    },
    currency: { type: "string", description: "ISO 4217, like EUR.", required: true },
    timezone: { type: "string", description: "IANA, like Europe/Rome.", required: true },
    language: { type: "string", description: "Default: en." },
    country: { type: "string", description: "ISO 3166, like IT: whose local phone numbers are meant." },
    "bucket-span": { type: "string", description: "Over how many buckets its members are spread. Default: 16." },
    demo: { type: "boolean", description: 'A demo: its clock can be moved, see the command "jump".' },
    preset: { type: "string", description: `The programme to begin with: ${presetCodes}.` },
    json,
  },
  run: async ({ args }) => {
    const preset = args.preset === undefined ? undefined : presetNamed(args.preset);
    if (args.preset !== undefined && preset === undefined) {
      throw new Refusal("invalid", `There is no preset "${args.preset}". There are: ${presetCodes}.`);
    }
    await withParts(async (parts) => {
      const { name, slug, currency, timezone, language, country } = args;
      const tenant = await createTenant(parts, {
        name,
        slug,
        currency,
        timezone,
        isDemo: args.demo === true,
        ...(language === undefined ? {} : { language }),
        ...(country === undefined ? {} : { country }),
        ...(args["bucket-span"] === undefined ? {} : { bucketSpan: Number(args["bucket-span"]) }),
      });
      const said = { slug, name, currency, timezone, ...(args.preset === undefined ? {} : { preset: args.preset }) };
      const deed = { operation: "createTenant", resource: toTypeId("ten", tenant.id), memberId: null, said };
      await inTransaction(
        parts.db,
        auditedOperator(parts, tenant, () => deed),
        async (ctx) => (preset === undefined ? undefined : installPreset(ctx, preset)),
      );
      if (args.json) printJson(told(tenant));
      else
        print(`The tenant "${tenant.slug}" was made. For its programs: key create --tenant ${tenant.slug} --name shop`);
    });
  },
});

const list = command({
  meta: { name: "list", description: "Show all tenants." },
  args: { json },
  run: ({ args }) =>
    withParts(async ({ db }) => {
      const tenants = await listTenants(db);
      if (args.json) return printJson({ tenants: tenants.map(told) });
      if (tenants.length === 0) return print("There is no tenant yet.");
      for (const { slug, name, currency, timezone } of tenants) print(`${slug}  ${name}  ${currency}  ${timezone}`);
    }),
});

function told({ id, slug, name, currency, timezone, language, country, bucketSpan }: Tenant) {
  return { id: toTypeId("ten", id), slug, name, currency, timezone, language, country, bucketSpan };
}

export const tenantCommand = defineCommand({
  meta: { name: "tenant", description: "Make and list tenants." },
  subCommands: { create, list },
});
