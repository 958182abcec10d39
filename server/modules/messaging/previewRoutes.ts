// A message looked at as somebody, and sent to oneself.
import { NewPreview, Preview, TemplatePath, TestSend } from "@fedele/sdk/schemas/messageTemplate.ts";
import { inTransaction } from "../../platform/database/transaction.ts";
import { who } from "../../platform/http/callers.ts";
import { claimOf } from "../../platform/http/claims.ts";
import { operation } from "../../platform/http/operation.ts";
import type { App } from "../../platform/http.ts";
import { claimKey } from "../../platform/idempotency.ts";
import { bucketOf, fromTypeId, newId, toTypeId } from "../../platform/ids.ts";
import type { Carrier } from "../../platform/mail/smtpPool.ts";
import type { Parts } from "../../platform/parts.ts";
import { Refusal } from "../../platform/refusal.ts";
import { contactOf, getStaff } from "../tenants/staff.ts";
import { previewTemplate } from "./previews.ts";

const tag = "messages";

type Needed = Pick<Parts, "db" | "sealer" | "publicUrl" | "mail"> & { readonly carrier: Carrier | undefined };

export function previewRoutes(app: App, parts: Needed): void {
  const { db, sealer, publicUrl } = parts;
  app.post(
    "/v1/message-templates/:templateId/preview",
    operation({
      id: "previewTemplate",
      tag,
      summary: "See a message as one reader would get it",
      description: "With the template's words, or with others that are not kept. Nothing is sent.",
      scope: "messaging:read",
      params: TemplatePath,
      body: NewPreview,
      ok: Preview,
    }),
    async (request) => {
      const id = fromTypeId("tpl", request.params.templateId);
      const home = { sealer, publicUrl, tenant: request.caller.tenant };
      if (request.body.memberId !== undefined && !request.caller.scopes.has("members:read")) {
        throw new Refusal("forbidden", "To see what a member would read you need the scope members:read.");
      }
      return inTransaction(db, who(request), (ctx) => previewTemplate(ctx, home, id, request.body));
    },
  );
  testSendRoute(app, parts);
}

/** A key has no mailbox. */
const nobody = { name: "API key", email: "nobody@example.com" };

function testSendRoute(app: App, { db, sealer, publicUrl, mail, carrier }: Needed): void {
  app.post(
    "/v1/message-templates/:templateId/test",
    operation({
      id: "sendTest",
      tag,
      summary: "Send a message to yourself",
      description:
        "To the address that you sign in with. For a key, in a demo, and without a mail server it lies in the outbox.",
      scope: "messaging:write",
      idempotent: true,
      params: TemplatePath,
      body: NewPreview,
      ok: TestSend,
      refuses: ["unavailable"],
    }),
    async (request) => {
      const { tenant, staff } = request.caller;
      const templateId = fromTypeId("tpl", request.params.templateId);
      const home = { sealer, publicUrl, tenant };
      const letterId = newId(request.now, bucketOf(tenant.id));
      const isKept = carrier === undefined || tenant.isDemo || staff === undefined;
      const parcel = await inTransaction(db, who(request), async (ctx) => {
        const keys = await sealer.keysOf(ctx);
        const claimed = await claimKey(ctx, claimOf(request, keys, letterId));
        const { name, email } = staff === undefined ? nobody : contactOf(keys, await getStaff(ctx, staff.id));
        const shown = await previewTemplate(ctx, home, templateId, request.body);
        const letter = { from: tenant.name, to: { name, address: email }, ...shown, unsubscribeUrl: undefined };
        if (isKept && claimed.state === "fresh") await mail.keep(ctx, "message", letter);
        return claimed.state === "fresh" ? letter : undefined;
      });
      if (parcel === undefined || isKept) return { to: isKept ? null : (parcel?.to.address ?? null) };
      const stamp = { id: toTypeId("eml", letterId), createdAt: request.now };
      const carrying = await carrier.send(parcel, stamp);
      if (carrying?.outcome === "sent") return { to: parcel.to.address };
      throw new Refusal("unavailable", `The mail server did not take it (${carrying?.why ?? "busy"}); try again.`);
    },
  );
}
