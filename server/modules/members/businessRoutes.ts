// Businesses and the people who act for them.
import {
  BusinessChange,
  Business as BusinessReply,
  ContactList,
  ContactPath,
  Contact as ContactReply,
  NewContact,
} from "@fedele/sdk/schemas/business.ts";
import { MemberPath } from "@fedele/sdk/schemas/member.ts";
import { inTransaction } from "../../platform/database/transaction.ts";
import { who } from "../../platform/http/callers.ts";
import { claimOf } from "../../platform/http/claims.ts";
import { operation } from "../../platform/http/operation.ts";
import { type App, status } from "../../platform/http.ts";
import { claimKey } from "../../platform/idempotency.ts";
import { bucketOf, fromTypeId, newId, toTypeId } from "../../platform/ids.ts";
import type { Parts } from "../../platform/parts.ts";
import { type Business, changeBusiness, getBusiness } from "./businesses.ts";
import { addContact, type Contact, getContact, listContacts, removeContact } from "./contacts.ts";

const tag = "members";

type Needed = Pick<Parts, "db" | "sealer">;

export function businessRoutes(app: App, { db, sealer }: Needed): void {
  app.get(
    "/v1/members/:memberId/business",
    operation({
      id: "getBusiness",
      tag,
      summary: "What is known of a member that is a business",
      scope: "members:read",
      params: MemberPath,
      ok: BusinessReply,
      refuses: ["conflict"],
    }),
    async (request) => {
      const id = fromTypeId("mem", request.params.memberId);
      const home = { sealer, tenant: request.caller.tenant };
      return inTransaction(db, who(request), async (ctx) => toBusinessReply(await getBusiness(ctx, home, id)));
    },
  );

  app.patch(
    "/v1/members/:memberId/business",
    operation({
      id: "changeBusiness",
      tag,
      summary: "Change what is known of a business, and under which other it stands",
      scope: "members:write",
      params: MemberPath,
      body: BusinessChange,
      ok: BusinessReply,
      refuses: ["conflict"],
    }),
    async (request) => {
      const id = fromTypeId("mem", request.params.memberId);
      const home = { sealer, tenant: request.caller.tenant };
      const { parentId, ...rest } = request.body;
      const parent = typeof parentId === "string" ? fromTypeId("mem", parentId) : parentId;
      const change = { ...rest, ...(parent === undefined ? {} : { parentId: parent }) };
      return inTransaction(db, who(request), async (ctx) => {
        await changeBusiness(ctx, home, id, change);
        return toBusinessReply(await getBusiness(ctx, home, id));
      });
    },
  );
}

export function contactRoutes(app: App, parts: Needed): void {
  contactAddition(app, parts);
  contactList(app, parts);
}

function contactAddition(app: App, { db, sealer }: Needed): void {
  app.post(
    "/v1/members/:memberId/contacts",
    operation({
      id: "addContact",
      tag,
      summary: "Let somebody act for a business",
      description: "Their e-mail and phone find the business; one that belongs to a member already is a conflict.",
      scope: "members:write",
      idempotent: true,
      params: MemberPath,
      body: NewContact,
      ok: ContactReply,
      created: ContactReply,
    }),
    async (request, reply) => {
      const businessId = fromTypeId("mem", request.params.memberId);
      const home = { sealer, tenant: request.caller.tenant };
      return inTransaction(db, who(request), async (ctx) => {
        const id = newId(ctx.now, bucketOf(businessId));
        const claimed = await claimKey(ctx, claimOf(request, await sealer.keysOf(ctx), id));
        if (claimed.state === "replay") {
          return toContactReply(await getContact(ctx, sealer, { businessId, id: claimed.resourceId }));
        }
        reply.code(status.created);
        return toContactReply(await addContact(ctx, home, { businessId, id }, request.body));
      });
    },
  );
}

function contactList(app: App, { db, sealer }: Needed): void {
  app.get(
    "/v1/members/:memberId/contacts",
    operation({
      id: "listContacts",
      tag,
      summary: "Who acts for a business",
      scope: "members:read",
      params: MemberPath,
      ok: ContactList,
      refuses: ["conflict"],
    }),
    async (request) => {
      const businessId = fromTypeId("mem", request.params.memberId);
      return inTransaction(db, who(request), async (ctx) => ({
        items: (await listContacts(ctx, sealer, businessId)).map(toContactReply),
      }));
    },
  );

  app.delete(
    "/v1/members/:memberId/contacts/:contactId",
    operation({
      id: "removeContact",
      tag,
      summary: "Somebody acts for a business no more",
      scope: "members:write",
      params: ContactPath,
      noContent: true,
      refuses: ["conflict"],
    }),
    async (request, reply) => {
      const place = {
        businessId: fromTypeId("mem", request.params.memberId),
        id: fromTypeId("con", request.params.contactId),
      };
      const forget = await inTransaction(db, who(request), (ctx) => removeContact(ctx, sealer, place));
      forget();
      return reply.code(status.noContent).send();
    },
  );
}

export function toBusinessReply({ memberId, parentId, above, subsidiaries, ...business }: Business): BusinessReply {
  const mem = (id: string): string => toTypeId("mem", id);
  return {
    memberId: mem(memberId),
    parentId: parentId === null ? null : mem(parentId),
    accountManager: business.accountManager,
    legalName: business.legalName,
    vatNumber: business.vatNumber,
    registration: business.registration,
    above: above.map(mem),
    subsidiaries: subsidiaries.map(mem),
  };
}

export function toContactReply({ id, personId, addedAt, name, email, phone, ...contact }: Contact): ContactReply {
  return {
    id: toTypeId("con", id),
    name,
    email,
    phone,
    role: contact.role,
    memberId: personId === null ? null : toTypeId("mem", personId),
    mayEarn: contact.mayEarn,
    maySpend: contact.maySpend,
    addedAt: new Date(addedAt).toISOString(),
  };
}
