// dead-letters list, dead-letters retry: what a listener gave up on, and another try once its cause is mended.
import { defineCommand } from "citty";
import { inTransaction } from "../platform/database/transaction.ts";
import { toTypeId } from "../platform/ids.ts";
import { listDeadLetters, retryDeadLetters } from "../platform/relay.ts";
import { command, json, tenantSlug } from "./commands.ts";
import { operatorOf, tenantNamed, withParts } from "./session.ts";
import { print, printJson } from "./terminal.ts";

/** How many are shown, or tried again, at once; the command may be repeated. */
const LETTERS_MAX = 500;

const list = command({
  meta: {
    name: "list",
    description: "Show a tenant's events that were given up, the oldest first, with their errors.",
  },
  args: { tenant: tenantSlug, json },
  run: async ({ args }) => {
    const letters = await withParts(async (parts) => {
      const who = operatorOf(parts, await tenantNamed(parts, args.tenant));
      return inTransaction(parts.db, who, (ctx) => listDeadLetters(ctx, LETTERS_MAX));
    });
    const told = letters.map(({ listener, event, attempts, error, since }) => ({
      event: toTypeId("evt", event.id),
      type: event.type,
      member: toTypeId("mem", event.memberId),
      listener,
      attempts,
      since: new Date(since).toISOString(),
      error,
    }));
    if (args.json) return printJson({ deadLetters: told });
    if (told.length === 0) return print("Nothing was given up.");
    for (const { event, type, member, listener, since, error } of told) {
      print(`${event}  ${type}  ${member}  ${listener}  since ${since}: ${error}`);
    }
  },
});

const retry = command({
  meta: { name: "retry", description: "Let a tenant's events that were given up be tried again; a server does it." },
  args: { tenant: tenantSlug, json },
  run: async ({ args }) => {
    const retried = await withParts(async (parts) => {
      const who = operatorOf(parts, await tenantNamed(parts, args.tenant));
      // The wall clock: the relay's own tries know nothing of a tenant's time.
      return inTransaction(parts.db, who, (ctx) => retryDeadLetters(ctx, LETTERS_MAX, parts.clock.now()));
    });
    if (args.json) return printJson({ retried });
    print(retried === 0 ? "Nothing was given up." : `${retried} will be tried again within seconds.`);
  },
});

export const deadLettersCommand = defineCommand({
  meta: { name: "dead-letters", description: "Show what listeners gave up on, and let it be tried again." },
  subCommands: { list, retry },
});
