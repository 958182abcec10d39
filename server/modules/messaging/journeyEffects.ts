// What a step asks for, booked in the transaction that leads the member on: so it happens once, or not at all.
import type { JourneyEffect } from "@fedele/core/journeys.ts";
import { dateIn, plusDays } from "@fedele/core/time.ts";
import { newId, uuidOf } from "../../platform/ids.ts";
import type { LaneCtx } from "../../platform/lanes.ts";
import { emit } from "../../platform/outbox.ts";
import { Refusal } from "../../platform/refusal.ts";
import type { Sealer } from "../../platform/sealing.ts";
import type { Tenant } from "../../platform/tenant.ts";
import { moveWithin } from "../ledger/movements.ts";
import type { MemberRecord } from "../members/facts.ts";
import { addTask } from "../members/tasks.ts";
import { requestDelivery } from "./deliveries.ts";
import type { InstanceRow } from "./store/journeyInstances.ts";
import { findTemplatesByCode } from "./templates.ts";

export type EffectGround = Readonly<{ sealer: Sealer }>;

type Booking = Readonly<{ record: MemberRecord; instance: InstanceRow; stepId: string; effect: JourneyEffect }>;
type Place = Readonly<{ ctx: LaneCtx; tenant: Tenant; ground: EffectGround }>;

/** False where it was refused: the member goes on all the same, and the step says so. */
export async function bookEffect(place: Place, booking: Booking): Promise<boolean> {
  try {
    await book(place, booking);
    return true;
  } catch (error) {
    if (error instanceof Refusal && error.code !== "unavailable") return false;
    throw error;
  }
}

async function book({ ctx, tenant, ground }: Place, { record, instance, stepId, effect }: Booking): Promise<void> {
  const { bucket, memberId } = record;
  const id = newId(ctx.now, bucket);
  switch (effect.kind) {
    case "points": {
      const request = { ...effect, kind: "adjustment", reason: `journey ${stepId}` } as const;
      await moveWithin(ctx, { bucket, memberId, id, actor: ctx.actor, zone: tenant.timezone, request });
      return;
    }
    case "task": {
      const dueOn = plusDays(dateIn(tenant.timezone, ctx.now), effect.dueDays);
      await addTask(ctx, { sealer: ground.sealer, tenant }, { memberId, id }, { text: effect.title, dueOn });
      return;
    }
    case "tell": {
      const { journeyId, object } = instance;
      const data = { journeyId, call: effect.name, ...(object === "" ? {} : { object }) };
      await emit(ctx, [{ id, type: "journey.announced", bucket, memberId, at: ctx.now, data }]);
      return;
    }
    case "send": {
      const [template] = await findTemplatesByCode(ctx, [effect.template]);
      if (template === undefined) throw new Refusal("conflict", "There is no such template.");
      // One message a step of each leading, whoever else writes with the same template.
      const cause = { kind: "journey", id: uuidOf(`${instance.id} ${stepId}`) } as const;
      const data = instance.object === "" ? undefined : { object: instance.object };
      await requestDelivery(ctx, ground.sealer, { id, memberId, templateId: template.id, cause, data });
      return;
    }
  }
}
