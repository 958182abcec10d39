// When members are of age, and who looks after them until then.
import { AgeLimits as AgeLimitsReply, GuardianList, GuardianPath } from "@fedele/sdk/schemas/age.ts";
import { MemberPath } from "@fedele/sdk/schemas/member.ts";
import { type Ctx, inTransaction } from "../../platform/database/transaction.ts";
import { who } from "../../platform/http/callers.ts";
import { operation } from "../../platform/http/operation.ts";
import { type App, status } from "../../platform/http.ts";
import { fromTypeId, toTypeId } from "../../platform/ids.ts";
import type { Parts } from "../../platform/parts.ts";
import { changeAgeLimits, findAgeLimits } from "./ages.ts";
import { addGuardian, type Guardian, listGuardians, removeGuardian } from "./guardians.ts";

const tag = "members";

type Needed = Pick<Parts, "db">;

export function ageLimitRoutes(app: App, { db }: Needed): void {
  app.get(
    "/v1/age-limits",
    operation({
      id: "getAgeLimits",
      tag,
      summary: "With how many years members are of age",
      scope: "tenant:read",
      ok: AgeLimitsReply,
    }),
    async (request) => inTransaction(db, who(request), limitsReply),
  );

  app.put(
    "/v1/age-limits",
    operation({
      id: "changeAgeLimits",
      tag,
      summary: "Say with how many years members are of age",
      scope: "tenant:write",
      body: AgeLimitsReply,
      ok: AgeLimitsReply,
    }),
    async (request) =>
      inTransaction(db, who(request), async (ctx) => {
        await changeAgeLimits(ctx, request.body);
        return limitsReply(ctx);
      }),
  );
}

export function guardianRoutes(app: App, { db }: Needed): void {
  app.put(
    "/v1/members/:memberId/guardians/:guardianId",
    operation({
      id: "addGuardian",
      tag,
      summary: "Let a member look after another",
      scope: "members:write",
      params: GuardianPath,
      ok: GuardianList,
      refuses: ["conflict"],
    }),
    async (request) => {
      const { memberId, guardianId } = pathOf(request.params);
      return inTransaction(db, who(request), async (ctx) => {
        await addGuardian(ctx, memberId, guardianId);
        return guardiansReply(ctx, memberId);
      });
    },
  );

  app.get(
    "/v1/members/:memberId/guardians",
    operation({
      id: "listGuardians",
      tag,
      summary: "Who looks after a member",
      scope: "members:read",
      params: MemberPath,
      ok: GuardianList,
    }),
    async (request) => {
      const memberId = fromTypeId("mem", request.params.memberId);
      return inTransaction(db, who(request), (ctx) => guardiansReply(ctx, memberId));
    },
  );

  app.delete(
    "/v1/members/:memberId/guardians/:guardianId",
    operation({
      id: "removeGuardian",
      tag,
      summary: "A member looks after another no more",
      scope: "members:write",
      params: GuardianPath,
      noContent: true,
    }),
    async (request, reply) => {
      const { memberId, guardianId } = pathOf(request.params);
      await inTransaction(db, who(request), (ctx) => removeGuardian(ctx, memberId, guardianId));
      return reply.code(status.noContent).send();
    },
  );
}

async function limitsReply(ctx: Ctx): Promise<AgeLimitsReply> {
  const { usual, countries } = await findAgeLimits(ctx);
  return { usual, countries: [...countries].map(([country, years]) => ({ country, years })) };
}

function pathOf({ memberId, guardianId }: { memberId: string; guardianId: string }) {
  return { memberId: fromTypeId("mem", memberId), guardianId: fromTypeId("mem", guardianId) };
}

async function guardiansReply(ctx: Ctx, memberId: string): Promise<GuardianList> {
  return { items: (await listGuardians(ctx, memberId)).map(toGuardianReply) };
}

export function toGuardianReply({ guardianId, addedAt }: Guardian): GuardianList["items"][number] {
  return { memberId: toTypeId("mem", guardianId), addedAt: new Date(addedAt).toISOString() };
}
