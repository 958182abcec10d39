// A purchase that brought no points: the member says so, and it becomes a task of staff.
import { formatShortMoney } from "@fedele/core/money.ts";
import type { Language } from "@fedele/core/sentences.ts";
import { dateIn, plusDays } from "@fedele/core/time.ts";
import type { NewMissingPurchase } from "@fedele/sdk/schemas/me.ts";
import type { Ctx } from "../../platform/database/transaction.ts";
import { invalid } from "../../platform/places.ts";
import { Refusal } from "../../platform/refusal.ts";
import type { Sealer } from "../../platform/sealing.ts";
import type { Tenant } from "../../platform/tenant.ts";
import { houseLanguage } from "./portals.ts";
import { addTask, listTasks, type Task } from "./tasks.ts";

/** How many a member may have waiting. */
export const MISSING_MAX = 5;
/** Of a member's tasks so many are looked through for their own. */
const LOOKED_THROUGH_MAX = 100;
/** Within so many days somebody sees to it. */
const ANSWER_DAYS = 7;

const titles: Readonly<Record<Language, string>> = {
  en: "The member misses the points of a purchase",
  it: "Il cliente non ha ricevuto i punti di un acquisto",
  ro: "Clientul nu a primit punctele pentru o cumpărătură",
  de: "Dem Mitglied fehlen die Punkte eines Einkaufs",
  cs: "Členovi chybí body za nákup",
};

type Home = Readonly<{ sealer: Sealer; tenant: Tenant }>;

export async function reportMissing(
  ctx: Ctx,
  home: Home,
  place: Readonly<{ memberId: string; id: string }>,
  said: NewMissingPurchase,
): Promise<Task> {
  const today = dateIn(home.tenant.timezone, ctx.now);
  if (said.on > today) throw invalid("on", "This day is yet to come.");
  const open = (await listMissing(ctx, home, place.memberId)).filter(({ status }) => status === "open");
  if (open.length >= MISSING_MAX) {
    throw new Refusal("conflict", `${MISSING_MAX} of your purchases are being looked into; wait for an answer.`);
  }
  return addTask(ctx, home, place, { text: textOf(home.tenant, said), dueOn: plusDays(today, ANSWER_DAYS) });
}

/** What the member himself reported, the latest first. */
export async function listMissing(ctx: Ctx, home: Home, memberId: string): Promise<Task[]> {
  const tasks = await listTasks(ctx, home, memberId, { before: null, limit: LOOKED_THROUGH_MAX });
  return tasks.filter(({ createdBy }) => createdBy === ctx.actor);
}

function textOf(tenant: Tenant, { on, place, amountMinor, receipt, text }: NewMissingPurchase): string {
  const language = houseLanguage(tenant);
  const amount = amountMinor === undefined ? undefined : formatShortMoney(amountMinor, tenant.currency, language);
  const details = [on, place, amount, receipt === undefined ? undefined : `№ ${receipt}`];
  const lines = [`${titles[language]}.`, details.filter((detail) => detail !== undefined).join(" · "), text];
  return lines.filter((line) => line !== undefined).join("\n");
}
