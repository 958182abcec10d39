// What is to be done for a member, by when and by whom. Due is a day on the tenant's calendar; what it says is sealed.
import { dateIn } from "@fedele/core/time.ts";
import type { NewTask, TaskClosing } from "@fedele/sdk/schemas/note.ts";
import type { Ctx } from "../../platform/database/transaction.ts";
import { bucketWithin } from "../../platform/ids.ts";
import { Refusal } from "../../platform/refusal.ts";
import type { MemberKey, Sealer } from "../../platform/sealing.ts";
import type { Tenant } from "../../platform/tenant.ts";
import { lockedOpenMember, memberWithKey, openedWith } from "./keyring.ts";
import type { SealedTask, TaskPlace } from "./store/tasks.ts";
import * as store from "./store/tasks.ts";

export type { TaskPlace } from "./store/tasks.ts";

/** So that nobody's list is drowned by one member. */
export const OPEN_TASKS_MAX = 100;

export type Task = Omit<SealedTask, "text"> & { readonly text: string | null; readonly isOverdue: boolean };

type Home = Readonly<{ sealer: Sealer; tenant: Tenant }>;
type Place = Readonly<{ memberId: string; id: string }>;

export async function addTask(ctx: Ctx, { sealer, tenant }: Home, place: Place, asked: NewTask): Promise<Task> {
  const { key } = await lockedOpenMember(ctx, sealer, place.memberId);
  if ((await store.countOpenTasks(ctx, place.memberId)) >= OPEN_TASKS_MAX) {
    throw new Refusal("conflict", `For a member at most ${OPEN_TASKS_MAX} tasks are open; close some first.`);
  }
  const { text, dueOn, assignee = null } = asked;
  const task: SealedTask = {
    ...place,
    text: key.seal(labelOf(place.id), text),
    status: "open",
    dueOn,
    assignee,
    createdBy: ctx.actor,
    createdAt: ctx.now,
    closedBy: null,
    closedAt: null,
  };
  await store.insertTask(ctx, task);
  return opened(ctx, task, { key, tenant });
}

/** Twice with the same outcome closes it once. */
export async function closeTask(
  ctx: Ctx,
  { sealer, tenant }: Home,
  { memberId, id }: Place,
  { outcome }: TaskClosing,
): Promise<Task> {
  const { key } = await memberWithKey(ctx, sealer, memberId);
  const task = await store.lockTask(ctx, memberId, id);
  if (task === null) throw new Refusal("not_found", "There is no such task.");
  if (task.status === outcome) return opened(ctx, task, { key, tenant });
  if (task.status !== "open") throw new Refusal("conflict", `This task is ${task.status} already.`);
  const closed: SealedTask = { ...task, status: outcome, closedBy: ctx.actor, closedAt: ctx.now };
  await store.closeTask(ctx, closed);
  return opened(ctx, closed, { key, tenant });
}

export async function getTask(ctx: Ctx, { sealer, tenant }: Home, { memberId, id }: Place): Promise<Task> {
  const { key } = await memberWithKey(ctx, sealer, memberId);
  const task = await store.lockTask(ctx, memberId, id);
  if (task === null) throw new Refusal("not_found", "There is no such task.");
  return opened(ctx, task, { key, tenant });
}

/** Of one member, the latest first. */
export async function listTasks(
  ctx: Ctx,
  { sealer, tenant }: Home,
  memberId: string,
  page: { before: string | null; limit: number },
): Promise<Task[]> {
  const [{ key }, tasks] = await Promise.all([
    memberWithKey(ctx, sealer, memberId),
    store.listTasks(ctx, memberId, page),
  ]);
  return tasks.map((task) => opened(ctx, task, { key, tenant }));
}

/** Of all members, what is open, the first to be done first. */
export async function listOpenTasks(
  ctx: Ctx,
  { sealer, tenant }: Home,
  page: { assignee: string | null; after: TaskPlace | null; limit: number },
): Promise<Task[]> {
  const { id, bucketSpan } = tenant;
  const buckets = Array.from({ length: bucketSpan }, (_, step) => bucketWithin(id, bucketSpan, step));
  const [keys, tasks] = await Promise.all([sealer.keysOf(ctx), store.listOpenTasks(ctx, { ...page, buckets })]);
  return tasks.map(({ wrappedKey, ...task }) => {
    const key = wrappedKey === undefined ? undefined : keys.memberKey(task.memberId, wrappedKey);
    return opened(ctx, task, { key, tenant });
  });
}

function opened(
  ctx: Ctx,
  task: SealedTask,
  { key, tenant }: { readonly key: MemberKey | undefined; readonly tenant: Tenant },
): Task {
  const isOverdue = task.status === "open" && task.dueOn < dateIn(tenant.timezone, ctx.now);
  return { ...task, text: openedWith(key, labelOf(task.id), task.text), isOverdue };
}

function labelOf(id: string): string {
  return `task ${id}`;
}
