// mail list, mail show: what Fedele wrote, read at the machine. The first sign-in needs it where no mail server is set.
import { defineCommand } from "citty";
import { inTransaction } from "../platform/database/transaction.ts";
import { fromTypeId, toTypeId } from "../platform/ids.ts";
import { findMessage, listMessages, type StoredMessage } from "../platform/mail/messages.ts";
import { Refusal } from "../platform/refusal.ts";
import { command, json, tenantSlug } from "./commands.ts";
import { operatorOf, tenantNamed, withParts } from "./session.ts";
import { print, printJson } from "./terminal.ts";

/** The latest letters; older ones are shown by the API, page by page. */
const LETTERS_SHOWN = 50;

const list = command({
  meta: { name: "list", description: "Show the latest letters of a tenant, the newest first." },
  args: { tenant: tenantSlug, json },
  run: async ({ args }) => {
    const letters = await withParts(async (parts) => {
      const who = operatorOf(parts, await tenantNamed(parts, args.tenant));
      return inTransaction(parts.db, who, async (ctx) => {
        const keys = await parts.sealer.keysOf(ctx);
        const messages = await listMessages(ctx, { limit: LETTERS_SHOWN, fetch: LETTERS_SHOWN, after: undefined });
        return messages.map((message) => ({ ...told(message), to: parts.mail.read(keys, message)?.to.address }));
      });
    });
    if (args.json) return printJson({ letters });
    if (letters.length === 0) return print("Nothing was written yet.");
    for (const { id, createdAt, status, kind, to } of letters) {
      print(`${id}  ${createdAt}  ${status}  ${kind}  ${to ?? "(emptied)"}`);
    }
  },
});

const show = command({
  meta: { name: "show", description: "Show what a letter says." },
  args: {
    id: { type: "positional", description: "The letter's id, eml_…", required: true },
    tenant: tenantSlug,
    json,
  },
  run: async ({ args }) => {
    const letter = await withParts(async (parts) => {
      const who = operatorOf(parts, await tenantNamed(parts, args.tenant));
      return inTransaction(parts.db, who, async (ctx) => {
        const message = await findMessage(ctx, fromTypeId("eml", args.id));
        if (message === undefined) throw new Refusal("not_found", `There is no letter ${args.id}.`);
        return { ...told(message), ...parts.mail.read(await parts.sealer.keysOf(ctx), message) };
      });
    });
    if (args.json) return printJson(letter);
    if (letter.to === undefined) return print("This letter was emptied.");
    print(`To: ${letter.to.name} <${letter.to.address}>\nSubject: ${letter.subject}\n\n${letter.text}`);
  },
});

function told({ id, kind, status, createdAt }: StoredMessage) {
  return { id: toTypeId("eml", id), kind, status, createdAt: new Date(createdAt).toISOString() };
}

export const mailCommand = defineCommand({
  meta: { name: "mail", description: "Read what Fedele wrote to people." },
  subCommands: { list, show },
});
