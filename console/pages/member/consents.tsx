// What the member agreed to, topic by topic, with the evidence; and what they say now.
import { type ConsentTopic, consentTopics } from "@fedele/core/consents.ts";
import { answered } from "@fedele/sdk/browser.ts";
import type { Consent, ConsentStandings } from "@fedele/sdk/schemas/consent.ts";
import {
  Badge,
  Box,
  Button,
  Group,
  Modal,
  SegmentedControl,
  Select,
  Skeleton,
  Stack,
  Text,
  TextInput,
} from "@mantine/core";
import { useForm } from "@mantine/form";
import { useDisclosure } from "@mantine/hooks";
import { api } from "../../api.ts";
import { useSpeech } from "../../language.ts";
import { FactCard } from "../../parts/factCard.tsx";
import { RefusalAlert } from "../../parts/states.tsx";
import { useSubmit } from "../../parts/submitting.ts";
import { useSession } from "../../session.ts";
import { memberChanged, useConsentHistory, useConsents, useStaffName } from "./memberQueries.ts";

const sources = ["form", "till", "call", "letter", "link", "staff"] as const;

type Agreed = { readonly memberId: string; readonly isWritable: boolean };

export function Consents({ memberId, isWritable }: Agreed) {
  const { say } = useSpeech();
  const { data, error } = useConsents(memberId);
  const history = useConsentHistory(memberId).data?.items ?? [];
  const [isOpen, { open, close }] = useDisclosure(false);
  const record = (
    <Button size="compact-sm" variant="subtle" onClick={open}>
      {say("consents.record")}
    </Button>
  );
  return (
    <FactCard title={say("consents.title")} action={isWritable ? record : null}>
      <RefusalAlert error={error} />
      {data === undefined && error === null ? <Skeleton h={180} /> : null}
      <Stack gap="xs">
        {data?.items.map((standing) => (
          <Topic
            key={standing.topic}
            standing={standing}
            word={history.find(({ topic }) => topic === standing.topic)}
          />
        ))}
      </Stack>
      <ConsentForm memberId={memberId} isOpen={isOpen} onClose={close} />
    </FactCard>
  );
}

type Told = { readonly standing: ConsentStandings["items"][number]; readonly word: Consent | undefined };

const colours = { granted: "pine", withdrawn: "red", never_asked: "gray" } as const;

function Topic({ standing, word }: Told) {
  const { say, moment } = useSpeech();
  const { tenant } = useSession();
  const staffName = useStaffName();
  const { topic, state, isGranted } = standing;
  const evidence =
    word === undefined
      ? []
      : [
          moment(word.at, tenant.timezone),
          say(`consentSource.${word.source}`),
          word.textVersion ?? "",
          word.confirmedAt === null ? "" : say("consents.confirmed"),
          staffName(word.recordedBy),
        ];
  return (
    <Box>
      <Group justify="space-between" wrap="nowrap" gap="xs">
        <Text size="sm">{say(`topic.${topic}`)}</Text>
        <Badge variant="light" color={state === "granted" && !isGranted ? "yellow" : colours[state]}>
          {say(state === "granted" && !isGranted ? "consentState.child" : `consentState.${state}`)}
        </Badge>
      </Group>
      {evidence.length === 0 ? null : (
        <Text size="xs" c="dimmed">
          {evidence.filter((part) => part !== "").join(" · ")}
        </Text>
      )}
    </Box>
  );
}

function ConsentForm({ memberId, isOpen, onClose }: { memberId: string; isOpen: boolean; onClose(): void }) {
  const { say } = useSpeech();
  const form = useForm({ initialValues: { topic: "email", state: "granted", source: "form", textVersion: "" } });
  const { submit, isSending, refusal } = useSubmit(form, {
    send: ({ topic, state, source, textVersion }) =>
      answered(
        api.POST("/v1/members/{memberId}/consents", {
          params: { path: { memberId } },
          body: {
            topic: topicNamed(topic),
            state: state === "withdrawn" ? "withdrawn" : "granted",
            source: sources.find((one) => one === source) ?? "staff",
            ...(textVersion.trim() === "" ? {} : { textVersion: textVersion.trim() }),
          },
        }),
      ),
    afterwards: async () => {
      await memberChanged();
      onClose();
    },
  });
  return (
    <Modal
      opened={isOpen}
      onClose={onClose}
      title={say("consents.record")}
      closeButtonProps={{ "aria-label": say("dialog.close") }}
    >
      <form onSubmit={submit} noValidate>
        <Stack>
          <Select
            label={say("consents.topic")}
            data={consentTopics.map((value) => ({ value, label: say(`topic.${value}`) }))}
            allowDeselect={false}
            {...form.getInputProps("topic")}
          />
          <SegmentedControl
            aria-label={say("consents.state")}
            data={[
              { value: "granted", label: say("consents.grants") },
              { value: "withdrawn", label: say("consents.withdraws") },
            ]}
            {...form.getInputProps("state")}
          />
          <Select
            label={say("consents.source")}
            data={sources.map((value) => ({ value, label: say(`consentSource.${value}`) }))}
            allowDeselect={false}
            {...form.getInputProps("source")}
          />
          <TextInput
            label={say("consent.textVersion")}
            description={say("consent.textVersionHint")}
            {...form.getInputProps("textVersion")}
          />
          <RefusalAlert error={refusal} />
          <Button type="submit" loading={isSending}>
            {say("consents.record")}
          </Button>
        </Stack>
      </form>
    </Modal>
  );
}

function topicNamed(text: string): ConsentTopic {
  return consentTopics.find((topic) => topic === text) ?? "email";
}
