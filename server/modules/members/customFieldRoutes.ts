// Fields of the tenant's own, and what members have in them.
import {
  CustomFieldList,
  CustomFieldPath,
  CustomField as CustomFieldReply,
  CustomValueChange,
  CustomValues,
  NewCustomField,
} from "@fedele/sdk/schemas/customField.ts";
import { MemberPath } from "@fedele/sdk/schemas/member.ts";
import { inTransaction } from "../../platform/database/transaction.ts";
import { who } from "../../platform/http/callers.ts";
import { claimOf } from "../../platform/http/claims.ts";
import { operation } from "../../platform/http/operation.ts";
import { type App, status } from "../../platform/http.ts";
import { claimKey } from "../../platform/idempotency.ts";
import { fromTypeId, newId } from "../../platform/ids.ts";
import type { Parts } from "../../platform/parts.ts";
import {
  addField,
  type CustomField,
  changeValues,
  getField,
  listFields,
  removeField,
  valuesOf,
} from "./customFields.ts";

const tag = "members";

type Needed = Pick<Parts, "db" | "sealer">;

export function customFieldRoutes(app: App, { db, sealer }: Needed): void {
  app.post(
    "/v1/member-fields",
    operation({
      id: "addMemberField",
      tag,
      summary: "Give members a field of your own",
      scope: "tenant:write",
      idempotent: true,
      body: NewCustomField,
      ok: CustomFieldReply,
      created: CustomFieldReply,
    }),
    async (request, reply) =>
      inTransaction(db, who(request), async (ctx) => {
        const claimed = await claimKey(ctx, claimOf(request, await sealer.keysOf(ctx), newId(ctx.now, 0)));
        if (claimed.state === "replay") return toFieldReply(await getField(ctx, request.body.code));
        reply.code(status.created);
        return toFieldReply(await addField(ctx, request.body));
      }),
  );

  app.get(
    "/v1/member-fields",
    operation({
      id: "listMemberFields",
      tag,
      summary: "The fields of your own that members have",
      scope: "tenant:read",
      ok: CustomFieldList,
    }),
    async (request) =>
      inTransaction(db, who(request), async (ctx) => ({ items: (await listFields(ctx)).map(toFieldReply) })),
  );

  app.delete(
    "/v1/member-fields/:code",
    operation({
      id: "removeMemberField",
      tag,
      summary: "Take a field from all members; what they had in it is shown no more",
      scope: "tenant:write",
      params: CustomFieldPath,
      noContent: true,
    }),
    async (request, reply) => {
      await inTransaction(db, who(request), (ctx) => removeField(ctx, request.params.code));
      return reply.code(status.noContent).send();
    },
  );
}

export function customValueRoutes(app: App, { db, sealer }: Needed): void {
  app.get(
    "/v1/members/:memberId/fields",
    operation({
      id: "getMemberValues",
      tag,
      summary: "What a member has in the fields of your own",
      scope: "members:read",
      params: MemberPath,
      ok: CustomValues,
    }),
    async (request) => {
      const memberId = fromTypeId("mem", request.params.memberId);
      return inTransaction(db, who(request), async (ctx) => ({ items: await valuesOf(ctx, sealer, memberId) }));
    },
  );

  app.patch(
    "/v1/members/:memberId/fields",
    operation({
      id: "changeMemberValues",
      tag,
      summary: "Change what a member has in the fields of your own",
      scope: "members:write",
      params: MemberPath,
      body: CustomValueChange,
      ok: CustomValues,
      refuses: ["conflict"],
    }),
    async (request) => {
      const memberId = fromTypeId("mem", request.params.memberId);
      return inTransaction(db, who(request), async (ctx) => ({
        items: await changeValues(ctx, sealer, memberId, request.body),
      }));
    },
  );
}

function toFieldReply({ code, name, type, choices, createdAt }: CustomField): CustomFieldReply {
  return { code, name, type, choices: [...choices], createdAt: new Date(createdAt).toISOString() };
}
