// What points buy: what it costs, how many are left, who may have it.
import { answered, done } from "@fedele/sdk/browser.ts";
import type { Reward } from "@fedele/sdk/schemas/reward.ts";
import { Badge, Button, Group, Modal, NumberInput, Stack, Text } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useDisclosure } from "@mantine/hooks";
import { IconPlus } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { api } from "../../api.ts";
import { RewardForm } from "../../forms/reward.tsx";
import { useSpeech } from "../../language.ts";
import { Confirming } from "../../parts/confirming.tsx";
import { Page } from "../../parts/page.tsx";
import { PagedTable, usePaged } from "../../parts/paged.tsx";
import { RefusalAlert } from "../../parts/states.tsx";
import { useSubmit } from "../../parts/submitting.ts";
import { queries } from "../../queries.ts";
import { useSession } from "../../session.ts";
import { useGiftWords } from "./giftWords.ts";

const refresh = () => queries.invalidateQueries({ queryKey: ["rewards"] });

export function RewardsPage() {
  const { say } = useSpeech();
  const { scopes } = useSession();
  const [isOpen, { open, close }] = useDisclosure(false);
  const mayChange = scopes.has("programme:write");
  const add = mayChange ? (
    <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={open}>
      {say("catalogue.offer")}
    </Button>
  ) : undefined;
  return (
    <Page title={say("nav.rewards")} hint={say("catalogue.hint")} actions={add}>
      <RewardTable add={add} mayChange={mayChange ? "yes" : "no"} />
      <Modal
        opened={isOpen}
        onClose={close}
        title={say("catalogue.offer")}
        size="lg"
        closeButtonProps={{ "aria-label": say("dialog.close") }}
      >
        <RewardForm
          onDone={async () => {
            close();
            await refresh();
          }}
        />
      </Modal>
    </Page>
  );
}

type TableProps = { add: ReactNode; mayChange: "yes" | "no" };

function RewardTable({ add, mayChange }: TableProps) {
  const { say, number, day } = useSpeech();
  const { tenant } = useSession();
  const giftWords = useGiftWords();
  const paged = usePaged<Reward>(["rewards"], (query) => answered(api.GET("/v1/rewards", { params: { query } })));
  return (
    <PagedTable
      caption={say("nav.rewards")}
      paged={paged}
      idOf={({ id }) => id}
      empty={{ title: say("catalogue.none"), hint: say("catalogue.noneHint"), action: add }}
      columns={[
        {
          title: say("catalogue.name"),
          show: ({ name, gift }) => (
            <>
              <Text size="sm" fw={600}>
                {name}
              </Text>
              <Text size="xs" c="dimmed">
                {giftWords(gift)}
              </Text>
            </>
          ),
        },
        {
          title: say("catalogue.cost"),
          isNumber: true,
          show: ({ cost }) => `${number(cost.points)} ${cost.pointsType}`,
        },
        {
          title: say("catalogue.stock"),
          isNumber: true,
          isExtra: true,
          show: ({ stock }) => (stock === null ? say("catalogue.unlimited") : number(stock)),
        },
        {
          title: say("catalogue.until"),
          isExtra: true,
          show: ({ validUntil }) => (validUntil === null ? say("catalogue.always") : day(validUntil, tenant.timezone)),
        },
        {
          title: say("catalogue.state"),
          show: (reward) =>
            reward.status === "ended" ? (
              <Badge color="gray.7">{say("catalogue.ended")}</Badge>
            ) : (
              <Actions reward={reward} mayChange={mayChange} />
            ),
        },
      ]}
    />
  );
}

function Actions({ reward: { id, name, stock }, mayChange }: { reward: Reward; mayChange: "yes" | "no" }) {
  const { say } = useSpeech();
  if (mayChange === "no") return <Badge>{say("catalogue.live")}</Badge>;
  return (
    <Group gap="xs">
      {stock === null ? null : <MoreStock rewardId={id} name={name} />}
      <Confirming
        isSmall
        label={say("catalogue.end")}
        warning={say("catalogue.endWarning", { name })}
        act={() => done(api.DELETE("/v1/rewards/{rewardId}", { params: { path: { rewardId: id } } }))}
        afterwards={refresh}
      />
    </Group>
  );
}

function MoreStock({ rewardId, name }: { rewardId: string; name: string }) {
  const { say } = useSpeech();
  const [isOpen, { open, close }] = useDisclosure(false);
  const form = useForm({ initialValues: { pieces: 10 } });
  const { submit, isSending, refusal } = useSubmit(form, {
    send: ({ pieces }) =>
      answered(
        api.POST("/v1/rewards/{rewardId}/stock", {
          params: { path: { rewardId } },
          body: { pieces: Number(pieces) },
        }),
      ),
    afterwards: async () => {
      close();
      await refresh();
    },
  });
  return (
    <>
      <Button size="xs" variant="default" onClick={open}>
        {say("catalogue.moreStock")}
      </Button>
      <Modal
        opened={isOpen}
        onClose={close}
        title={say("catalogue.moreStockOf", { name })}
        closeButtonProps={{ "aria-label": say("dialog.close") }}
      >
        <form onSubmit={submit} noValidate>
          <Stack>
            <NumberInput
              label={say("catalogue.pieces")}
              min={1}
              allowDecimal={false}
              {...form.getInputProps("pieces")}
            />
            <RefusalAlert error={refusal} />
            <Group justify="flex-end">
              <Button type="submit" loading={isSending}>
                {say("catalogue.moreStock")}
              </Button>
            </Group>
          </Stack>
        </form>
      </Modal>
    </>
  );
}
