// What colleagues wrote down about the member, and what is still to be done for them.
import { answered, done } from "@fedele/sdk/browser.ts";
import type { Member } from "@fedele/sdk/schemas/member.ts";
import type { Note, Task } from "@fedele/sdk/schemas/note.ts";
import { Badge, Button, Card, Group, Stack, Text, Textarea, TextInput, Title } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useMutation } from "@tanstack/react-query";
import { api } from "../../api.ts";
import { useSpeech } from "../../language.ts";
import { RefusalAlert } from "../../parts/states.tsx";
import { useSubmit } from "../../parts/submitting.ts";
import { useSession } from "../../session.ts";
import classes from "./member.module.css";
import { memberChanged, useNotes, useStaffName, useTasks } from "./memberQueries.ts";
import { MoreButton } from "./more.tsx";

export function NotesAndTasks({ member }: { member: Member }) {
  const { scopes } = useSession();
  const isWritable = scopes.has("members:write") && member.erased !== true && member.mergedInto === undefined;
  return (
    <Stack gap="lg">
      <Tasks memberId={member.id} isWritable={isWritable} />
      <Notes memberId={member.id} isWritable={isWritable} />
    </Stack>
  );
}

type Written = { readonly memberId: string; readonly isWritable: boolean };

function Tasks({ memberId, isWritable }: Written) {
  const { say } = useSpeech();
  const { data, error } = useTasks(memberId);
  return (
    <Stack gap="xs">
      <Title order={2} size="h4">
        {say("tasks.title")}
      </Title>
      {isWritable ? <TaskForm memberId={memberId} /> : null}
      <RefusalAlert error={error} />
      {data?.items.length === 0 ? (
        <Text size="sm" c="dimmed">
          {say("tasks.none")}
        </Text>
      ) : null}
      {data?.items.map((task) => (
        <TaskCard key={task.id} task={task} isWritable={isWritable} />
      ))}
    </Stack>
  );
}

function TaskForm({ memberId }: { memberId: string }) {
  const { say } = useSpeech();
  const { staff } = useSession();
  const form = useForm({ initialValues: { text: "", dueOn: "" } });
  const { submit, isSending, refusal } = useSubmit(form, {
    send: ({ text, dueOn }) =>
      answered(
        api.POST("/v1/members/{memberId}/tasks", {
          params: { path: { memberId } },
          body: { text: text.trim(), dueOn, assignee: staff.id },
        }),
      ),
    afterwards: async () => {
      form.reset();
      await memberChanged();
    },
  });
  return (
    <form onSubmit={submit} noValidate>
      <Group align="flex-end" gap="xs">
        <TextInput label={say("tasks.text")} flex={1} miw={200} {...form.getInputProps("text")} />
        <TextInput label={say("tasks.dueOn")} type="date" {...form.getInputProps("dueOn")} />
        <Button
          type="submit"
          variant="default"
          loading={isSending}
          disabled={form.values.text.trim() === "" || form.values.dueOn === ""}
        >
          {say("tasks.add")}
        </Button>
      </Group>
      <RefusalAlert error={refusal} />
    </form>
  );
}

function TaskCard({ task, isWritable }: { task: Task; isWritable: boolean }) {
  const { say, day } = useSpeech();
  const staffName = useStaffName();
  const path = { memberId: task.memberId, taskId: task.id };
  const { mutate, isPending, error } = useMutation({
    mutationFn: (outcome: "done" | "cancelled") =>
      answered(api.PUT("/v1/members/{memberId}/tasks/{taskId}/closing", { params: { path }, body: { outcome } })),
    onSuccess: memberChanged,
  });
  const parts = [say("tasks.due", { day: day(task.dueOn) }), task.assignee === null ? "" : staffName(task.assignee)];
  return (
    <Card withBorder padding="sm">
      <Group justify="space-between" gap="xs">
        <Text fw={500} className={classes.text}>
          {task.text ?? say("member.erased")}
        </Text>
        <Badge variant="light" color={task.isOverdue ? "red" : "gray"}>
          {say(task.isOverdue ? "tasks.overdue" : `taskStatus.${task.status}`)}
        </Badge>
      </Group>
      <Text size="sm" c="dimmed">
        {parts.filter((part) => part !== "").join(" · ")}
      </Text>
      <RefusalAlert error={error} />
      {task.status === "open" && isWritable ? (
        <Group gap="xs" mt="xs">
          <Button size="compact-sm" variant="light" loading={isPending} onClick={() => mutate("done")}>
            {say("tasks.close")}
          </Button>
          <Button size="compact-sm" variant="subtle" color="gray" onClick={() => mutate("cancelled")}>
            {say("tasks.cancel")}
          </Button>
        </Group>
      ) : null}
    </Card>
  );
}

function Notes({ memberId, isWritable }: Written) {
  const { say } = useSpeech();
  const query = useNotes(memberId);
  const notes = query.data?.pages.flatMap((page) => page.items);
  return (
    <Stack gap="xs">
      <Title order={2} size="h4">
        {say("notes.title")}
      </Title>
      {isWritable ? <NoteForm memberId={memberId} /> : null}
      <RefusalAlert error={query.error} />
      {notes?.length === 0 ? (
        <Text size="sm" c="dimmed">
          {say("notes.none")}
        </Text>
      ) : null}
      {notes?.map((note) => (
        <NoteCard key={note.id} note={note} memberId={memberId} isWritable={isWritable} />
      ))}
      <MoreButton query={query} />
    </Stack>
  );
}

function NoteForm({ memberId }: { memberId: string }) {
  const { say } = useSpeech();
  const form = useForm({ initialValues: { text: "" } });
  const { submit, isSending, refusal } = useSubmit(form, {
    send: (body) => answered(api.POST("/v1/members/{memberId}/notes", { params: { path: { memberId } }, body })),
    afterwards: async () => {
      form.reset();
      await memberChanged();
    },
  });
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="xs">
        <Textarea label={say("notes.text")} autosize minRows={2} {...form.getInputProps("text")} />
        <RefusalAlert error={refusal} />
        <Group>
          <Button type="submit" variant="default" loading={isSending} disabled={form.values.text.trim() === ""}>
            {say("notes.add")}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function NoteCard({ note, memberId, isWritable }: { note: Note } & Written) {
  const { say, moment } = useSpeech();
  const { tenant } = useSession();
  const staffName = useStaffName();
  const { mutate, isPending, error } = useMutation({
    mutationFn: () =>
      done(api.DELETE("/v1/members/{memberId}/notes/{noteId}", { params: { path: { memberId, noteId: note.id } } })),
    onSuccess: memberChanged,
  });
  return (
    <Card withBorder padding="sm">
      <Text className={classes.text}>{note.text ?? say("member.erased")}</Text>
      <Group justify="space-between" gap="xs">
        <Text size="sm" c="dimmed">
          {`${staffName(note.writtenBy)} · ${moment(note.writtenAt, tenant.timezone)}`}
        </Text>
        {isWritable ? (
          <Button size="compact-sm" variant="subtle" color="red" loading={isPending} onClick={() => mutate()}>
            {say("notes.remove")}
          </Button>
        ) : null}
      </Group>
      <RefusalAlert error={error} />
    </Card>
  );
}
