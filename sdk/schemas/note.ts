import { type Static, Type } from "typebox";
import { Page, pageQuery } from "./page.ts";
import { Code, Day, Id, Instant, OneOf, OrNull, Prose } from "./scalars.ts";

export const NOTE_CHARS_MAX = 4_000;
export const TASK_CHARS_MAX = 1_000;

export const NewNote = Type.Object(
  { text: Prose("What to remember of the member. Kept sealed with their key.", NOTE_CHARS_MAX) },
  { $id: "NewNote", additionalProperties: false, description: "Something to remember of a member." },
);
export type NewNote = Static<typeof NewNote>;

export const Note = Type.Object(
  {
    id: Id("not", "The note's id."),
    text: OrNull(Type.String({ description: "What it says; null once the member was erased." })),
    writtenBy: Type.String({ description: "Who wrote it: an API key or another actor." }),
    writtenAt: Instant("When it was written."),
  },
  { $id: "Note", additionalProperties: false, description: "Something to remember of a member." },
);
export type Note = Static<typeof Note>;
export const NotePage = Page("NotePage", Note);

const assignee = Code("Who shall do it: the id of a member of staff, as the tenant has it.", 100);

export const NewTask = Type.Object(
  {
    text: Prose("What to do. Kept sealed with the member's key.", TASK_CHARS_MAX),
    dueOn: Day("By the end of which day, on the tenant's calendar."),
    assignee: Type.Optional(assignee),
  },
  { $id: "NewTask", additionalProperties: false, description: "Something to do for a member." },
);
export type NewTask = Static<typeof NewTask>;

const outcomes = ["done", "cancelled"] as const;

export const TaskClosing = Type.Object(
  { outcome: OneOf(outcomes, { description: "What has become of it." }) },
  { $id: "TaskClosing", additionalProperties: false, description: "The end of a task." },
);
export type TaskClosing = Static<typeof TaskClosing>;

export const Task = Type.Object(
  {
    id: Id("tsk", "The task's id."),
    memberId: Id("mem", "For whom it is to be done."),
    text: OrNull(Type.String({ description: "What to do; null once the member was erased." })),
    status: OneOf(["open", ...outcomes] as const, { description: "Whether it is still to be done." }),
    dueOn: Day("By the end of which day."),
    isOverdue: Type.Boolean({ description: "Whether that day is over and the task is still open." }),
    assignee: OrNull(Type.String({ description: "Who shall do it; null: nobody in particular." })),
    createdBy: Type.String({ description: "Who wrote it down." }),
    createdAt: Instant("When it was written down."),
    closedBy: OrNull(Type.String({ description: "Who closed it; null while it is open." })),
    closedAt: OrNull(Instant("When it was closed; null while it is open.")),
  },
  { $id: "Task", additionalProperties: false, description: "Something to do for a member." },
);
export type Task = Static<typeof Task>;
export const TaskPage = Page("TaskPage", Task);

export const NotePageQuery = Type.Object(pageQuery, { additionalProperties: false });
export const TaskPageQuery = Type.Object(
  { ...pageQuery, assignee: Type.Optional(assignee) },
  { additionalProperties: false },
);
export const NotePath = Type.Object(
  { memberId: Type.String({ maxLength: 64 }), noteId: Type.String({ maxLength: 64 }) },
  { additionalProperties: false },
);
export const TaskPath = Type.Object(
  { memberId: Type.String({ maxLength: 64 }), taskId: Type.String({ maxLength: 64 }) },
  { additionalProperties: false },
);
