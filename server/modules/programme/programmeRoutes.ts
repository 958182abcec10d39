// How the programme works: policies, tiers, campaigns and rules.

import { PointsType, PointsTypeChange, PointsTypePath } from "@fedele/sdk/schemas/ledger.ts";
import { MemberPath } from "@fedele/sdk/schemas/member.ts";
import {
  ManualTier,
  MemberTier,
  NewTierList,
  PoliciesChange,
  Policies as PoliciesReply,
  Programme as ProgrammeReply,
  TierList as TierListReply,
} from "@fedele/sdk/schemas/programme.ts";
import { inTransaction } from "../../platform/database/transaction.ts";
import { who } from "../../platform/http/callers.ts";
import { operation } from "../../platform/http/operation.ts";
import type { App } from "../../platform/http.ts";
import type { Parts } from "../../platform/parts.ts";
import { invalid } from "../../platform/places.ts";
import { changePointsType, pointsTypesOf } from "../ledger/pointsTypes.ts";
import { memberOf, toPointsType } from "../ledger/routes.ts";
import { toClosure } from "./closureRoutes.ts";
import { faultInCaps, type Policies } from "./policies.ts";
import { programmeOf } from "./programmes.ts";
import { toMemberTier } from "./ruleReplies.ts";
import { findProgramme, raiseRevision, savePolicies } from "./store/programmes.ts";
import { changeTiers, memberStanding, setManualTier } from "./tiers.ts";

const tag = "programme";

type Ground = Pick<Parts, "db" | "sealer">;

export function programmeRoutes(app: App, { db }: Ground): void {
  app.get(
    "/v1/programme",
    operation({
      id: "getProgramme",
      tag,
      summary: "How the programme works",
      scope: "programme:read",
      ok: ProgrammeReply,
    }),
    async (request) =>
      inTransaction(db, who(request), async (ctx) => {
        const { policies, currentTiers, closure } = await programmeOf(ctx);
        const tiers = { ...currentTiers, tiers: [...currentTiers.tiers] };
        const told = { policies: toPolicies(policies), tiers };
        return closure === null ? told : { ...told, closure: toClosure(closure) };
      }),
  );

  app.patch(
    "/v1/programme/policies",
    operation({
      id: "changePolicies",
      tag,
      summary: "Change what the programme does where fair people differ",
      scope: "programme:write",
      body: PoliciesChange,
      ok: PoliciesReply,
    }),
    async (request) =>
      inTransaction(db, who(request), async (ctx) => {
        const { policies } = await findProgramme(ctx);
        const changed = { ...policies, ...request.body };
        const fault = faultInCaps(changed.caps, await pointsTypesOf(ctx));
        if (fault !== null) throw invalid("caps", fault);
        await savePolicies(ctx, changed);
        return toPolicies(changed);
      }),
  );

  app.put(
    "/v1/programme/tiers",
    operation({
      id: "changeTiers",
      tag,
      summary: "Replace the tiers",
      description: "Whoever is in the middle of a period finishes it under the tiers that it began with.",
      scope: "programme:write",
      body: NewTierList,
      ok: TierListReply,
    }),
    async (request) =>
      inTransaction(db, who(request), async (ctx) => {
        const list = await changeTiers(ctx, request.body);
        return { ...list, tiers: [...list.tiers] };
      }),
  );
}

function toPolicies({ caps, velocity, ...policies }: Policies): PoliciesReply {
  return {
    ...policies,
    velocity: toVelocity(velocity),
    caps: caps.map(({ days, ...cap }) => ({ ...cap, ...(days === undefined ? {} : { days }) })),
  };
}

function toVelocity(velocity: Policies["velocity"]): PoliciesReply["velocity"] {
  if (velocity.kind === "off") return velocity;
  const { kind, minutes, receiptsPerTill, receipts, points } = velocity;
  return {
    ...{ kind, minutes },
    ...(receiptsPerTill === undefined ? {} : { receiptsPerTill }),
    ...(receipts === undefined ? {} : { receipts }),
    ...(points === undefined ? {} : { points }),
  };
}

export function pointsTermsRoutes(app: App, { db }: Ground): void {
  app.patch(
    "/v1/points-types/:code",
    operation({
      id: "changePointsType",
      tag,
      summary: "Change the terms of a currency",
      description: "For points earned from now on; where expiry by silence begins, silence is counted from now on.",
      scope: "programme:write",
      params: PointsTypePath,
      body: PointsTypeChange,
      ok: PointsType,
    }),
    async (request) => {
      const { earlierPoints = "keep", ...change } = request.body;
      const { timezone } = request.caller.tenant;
      return inTransaction(db, who(request), async (ctx) => {
        const { code } = request.params;
        const changed = await changePointsType(ctx, code, { ...change, earlierPoints }, timezone);
        await raiseRevision(ctx);
        return toPointsType(changed);
      });
    },
  );
}

export function standingRoutes(app: App, { db }: Ground): void {
  app.get(
    "/v1/members/:memberId/tier",
    operation({
      id: "getMemberTier",
      tag,
      summary: "How far a member has come",
      scope: "members:read",
      params: MemberPath,
      ok: MemberTier,
    }),
    async (request) => {
      const member = memberOf(request.params.memberId);
      const { tenant } = request.caller;
      return inTransaction(db, who(request), async (ctx) => toMemberTier(await memberStanding(ctx, member, tenant)));
    },
  );

  app.put(
    "/v1/members/:memberId/tier",
    operation({
      id: "setManualTier",
      tag,
      summary: "Give a member a tier by hand, for a while",
      scope: "adjustments:write",
      params: MemberPath,
      body: ManualTier,
      ok: MemberTier,
    }),
    async (request) => {
      const member = memberOf(request.params.memberId);
      const { tenant } = request.caller;
      const manual = { tier: request.body.tier, until: Date.parse(request.body.until) };
      return inTransaction(db, who(request), async (ctx) =>
        toMemberTier(await setManualTier(ctx, member, { manual, tenant })),
      );
    },
  );

  app.delete(
    "/v1/members/:memberId/tier",
    operation({
      id: "endManualTier",
      tag,
      summary: "Take a tier away that was given by hand",
      scope: "adjustments:write",
      params: MemberPath,
      ok: MemberTier,
    }),
    async (request) => {
      const member = memberOf(request.params.memberId);
      const { tenant } = request.caller;
      return inTransaction(db, who(request), async (ctx) =>
        toMemberTier(await setManualTier(ctx, member, { manual: null, tenant })),
      );
    },
  );
}
