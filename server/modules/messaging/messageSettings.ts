// How a tenant writes: at which hours it does not, and how much advertising a member gets at most.
import { WEEKLY_MAX_DEFAULT } from "@fedele/core/messageGates.ts";
import type { MessageSettings } from "@fedele/sdk/schemas/messagePreference.ts";
import type { Ctx } from "../../platform/database/transaction.ts";
import { findSettings, saveSettings } from "./store/topics.ts";

const usual: MessageSettings = { quietFrom: "21:00", quietUntil: "08:00", weeklyMax: WEEKLY_MAX_DEFAULT };

export async function messageSettingsOf(ctx: Ctx): Promise<MessageSettings> {
  return (await findSettings(ctx)) ?? usual;
}

export async function changeMessageSettings(ctx: Ctx, settings: MessageSettings): Promise<MessageSettings> {
  await saveSettings(ctx, settings);
  return settings;
}
