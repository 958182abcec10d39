// Tasks: for one member, and what is open for all of them.
import { isDate } from "@fedele/core/calendar.ts";
import { MemberPath } from "@fedele/sdk/schemas/member.ts";
import {
  NewTask,
  NotePageQuery,
  TaskClosing,
  TaskPage,
  TaskPageQuery,
  TaskPath,
  Task as TaskReply,
} from "@fedele/sdk/schemas/note.ts";
import { inTransaction } from "../../platform/database/transaction.ts";
import { who } from "../../platform/http/callers.ts";
import { claimOf } from "../../platform/http/claims.ts";
import { operation } from "../../platform/http/operation.ts";
import { oneId, pageOf, pageStart } from "../../platform/http/pages.ts";
import { type App, status } from "../../platform/http.ts";
import { claimKey } from "../../platform/idempotency.ts";
import { bucketOf, fromTypeId, newId, toTypeId } from "../../platform/ids.ts";
import type { Parts } from "../../platform/parts.ts";
import { addTask, closeTask, getTask, listOpenTasks, listTasks, type Task, type TaskPlace } from "./tasks.ts";

const tag = "members";

type Needed = Pick<Parts, "db" | "sealer">;

export function taskRoutes(app: App, parts: Needed): void {
  taskWriting(app, parts);
  taskReading(app, parts);
}

function taskWriting(app: App, { db, sealer }: Needed): void {
  app.post(
    "/v1/members/:memberId/tasks",
    operation({
      id: "addTask",
      tag,
      summary: "Write down something to do for a member",
      scope: "members:write",
      idempotent: true,
      params: MemberPath,
      body: NewTask,
      ok: TaskReply,
      created: TaskReply,
    }),
    async (request, reply) => {
      const memberId = fromTypeId("mem", request.params.memberId);
      const home = { sealer, tenant: request.caller.tenant };
      return inTransaction(db, who(request), async (ctx) => {
        const id = newId(ctx.now, bucketOf(memberId));
        const claimed = await claimKey(ctx, claimOf(request, await sealer.keysOf(ctx), id));
        if (claimed.state === "replay") {
          return toTaskReply(await getTask(ctx, home, { memberId, id: claimed.resourceId }));
        }
        reply.code(status.created);
        return toTaskReply(await addTask(ctx, home, { memberId, id }, request.body));
      });
    },
  );

  app.put(
    "/v1/members/:memberId/tasks/:taskId/closing",
    operation({
      id: "closeTask",
      tag,
      summary: "Say that a task is done, or will not be",
      scope: "members:write",
      params: TaskPath,
      body: TaskClosing,
      ok: TaskReply,
      refuses: ["conflict"],
    }),
    async (request) => {
      const place = {
        memberId: fromTypeId("mem", request.params.memberId),
        id: fromTypeId("tsk", request.params.taskId),
      };
      const home = { sealer, tenant: request.caller.tenant };
      return inTransaction(db, who(request), async (ctx) =>
        toTaskReply(await closeTask(ctx, home, place, request.body)),
      );
    },
  );
}

function taskReading(app: App, { db, sealer }: Needed): void {
  app.get(
    "/v1/members/:memberId/tasks",
    operation({
      id: "listTasks",
      tag,
      summary: "All tasks for a member, latest first",
      scope: "members:read",
      params: MemberPath,
      query: NotePageQuery,
      ok: TaskPage,
    }),
    async (request) => {
      const memberId = fromTypeId("mem", request.params.memberId);
      const home = { sealer, tenant: request.caller.tenant };
      const page = pageStart(request.query, oneId);
      return inTransaction(db, who(request), async (ctx) => {
        const tasks = await listTasks(ctx, home, memberId, { before: page.after ?? null, limit: page.fetch });
        return pageOf(tasks, page.limit, { item: toTaskReply, key: ({ id }) => [id] });
      });
    },
  );

  app.get(
    "/v1/tasks",
    operation({
      id: "listOpenTasks",
      tag,
      summary: "What is to be done for all members, the first due first",
      scope: "members:read",
      query: TaskPageQuery,
      ok: TaskPage,
    }),
    async (request) => {
      const { assignee = null } = request.query;
      const home = { sealer, tenant: request.caller.tenant };
      const page = pageStart(request.query, dayAndId);
      return inTransaction(db, who(request), async (ctx) => {
        const tasks = await listOpenTasks(ctx, home, { assignee, after: page.after ?? null, limit: page.fetch });
        return pageOf(tasks, page.limit, { item: toTaskReply, key: ({ dueOn, id }) => [dueOn, id] });
      });
    },
  );
}

/** A cursor that holds a day and an id. */
function dayAndId(values: unknown): TaskPlace | undefined {
  const [dueOn, ...rest] = Array.isArray(values) ? values : [];
  const id = oneId(rest);
  return typeof dueOn === "string" && isDate(dueOn) && id !== undefined ? { dueOn, id } : undefined;
}

export function toTaskReply({ id, memberId, createdAt, closedAt, ...task }: Task): TaskReply {
  return {
    id: toTypeId("tsk", id),
    memberId: toTypeId("mem", memberId),
    text: task.text,
    status: task.status,
    dueOn: task.dueOn,
    isOverdue: task.isOverdue,
    assignee: task.assignee,
    createdBy: task.createdBy,
    createdAt: new Date(createdAt).toISOString(),
    closedBy: task.closedBy,
    closedAt: closedAt === null ? null : new Date(closedAt).toISOString(),
  };
}
