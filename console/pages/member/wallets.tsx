// What the member has, what is on its way, what ends soon and what they owe; and how far it is to the next tier.
import type { Wallet } from "@fedele/sdk/schemas/ledger.ts";
import type { MemberTier } from "@fedele/sdk/schemas/programme.ts";
import { Card, Group, Progress, SimpleGrid, Skeleton, Stack, Text, Tooltip } from "@mantine/core";
import { IconInfoCircle } from "@tabler/icons-react";
import { useSpeech } from "../../language.ts";
import { RefusalAlert } from "../../parts/states.tsx";
import { useSession } from "../../session.ts";
import { useMemberTier, usePointsName, usePointsTypes, useProgramme, useWallets } from "./memberQueries.ts";

export function Wallets({ memberId }: { memberId: string }) {
  const { data, error } = useWallets(memberId);
  const { data: types } = usePointsTypes();
  const tier = useMemberTier(memberId).data;
  const used = (types?.items ?? []).filter(({ spendable }) => spendable).map(({ code }) => code);
  const wallets = used.map((code) => data?.items.find(({ pointsType }) => pointsType === code) ?? emptyWallet(code));
  return (
    <>
      <RefusalAlert error={error} />
      <Skeleton visible={data === undefined && error === null} mih={112}>
        <SimpleGrid cols={{ base: 1, sm: 2, lg: 3 }}>
          {wallets.map((wallet) => (
            <WalletCard key={wallet.pointsType} wallet={wallet} />
          ))}
          {tier === undefined || tier.tier === null ? null : <TierCard standing={tier} />}
        </SimpleGrid>
      </Skeleton>
    </>
  );
}

function emptyWallet(pointsType: string): Wallet {
  return { pointsType, total: 0, spendable: 0, pending: 0, held: 0, debt: 0, expiring: [] };
}

function WalletCard({ wallet }: { wallet: Wallet }) {
  const { say, number, day } = useSpeech();
  const { tenant } = useSession();
  const nameOf = usePointsName();
  const { spendable, pending, held, debt, expiring } = wallet;
  const [next] = expiring;
  const parts = [
    ...(pending > 0 ? [say("wallet.pending", { points: number(pending) })] : []),
    ...(held > 0 ? [say("wallet.held", { points: number(held) })] : []),
    ...(next === undefined
      ? []
      : [say("wallet.expiring", { points: number(next.points), day: day(next.at, tenant.timezone) })]),
  ];
  return (
    <Card withBorder padding="md">
      <Group justify="space-between" wrap="nowrap">
        <Text size="sm" c="dimmed">
          {nameOf(wallet.pointsType)}
        </Text>
        <HowComputed text={say("wallet.how")} />
      </Group>
      <Text fw={700} fz={28} lh={1.2} className="figures">
        {number(spendable)}
      </Text>
      <Stack gap={0}>
        {debt > 0 ? (
          <Text size="sm" c="var(--mantine-color-error)">
            {say("wallet.debt", { points: number(debt) })}
          </Text>
        ) : null}
        {parts.map((part) => (
          <Text key={part} size="sm" c="dimmed" className="figures">
            {part}
          </Text>
        ))}
      </Stack>
    </Card>
  );
}

function HowComputed({ text }: { text: string }) {
  return (
    <Tooltip label={text} multiline w={260} events={{ hover: true, focus: true, touch: true }}>
      <IconInfoCircle size={16} role="img" aria-label={text} tabIndex={0} />
    </Tooltip>
  );
}

const PERCENT = 100;

function TierCard({ standing }: { standing: MemberTier }) {
  const { say, day, number, money } = useSpeech();
  const { tenant } = useSession();
  const { data } = useProgramme();
  const list = data?.tiers;
  const nameOf = (code: string | null) => list?.tiers.find((tier) => tier.code === code)?.name ?? code ?? "";
  const amount = (value: number) => (list?.metric === "spend" ? money(value, tenant.currency) : number(value));
  const { tier, until, isManual, progress, nextTier, missing } = standing;
  const goal = missing === null ? progress : progress + missing;
  return (
    <Card withBorder padding="md">
      <Group justify="space-between" wrap="nowrap">
        <Text size="sm" c="dimmed">
          {say("members.tier")}
        </Text>
        {list === undefined ? null : <HowComputed text={say(`tierMetric.${list.metric}`)} />}
      </Group>
      <Text fw={700} fz={28} lh={1.2}>
        {nameOf(tier)}
      </Text>
      {nextTier === null || missing === null ? null : (
        <Stack gap={4} mt={4}>
          <Progress value={goal === 0 ? 0 : (progress / goal) * PERCENT} aria-label={say("tier.progress")} />
          <Text size="sm" c="dimmed" className="figures">
            {say("tier.missing", { amount: amount(missing), tier: nameOf(nextTier) })}
          </Text>
        </Stack>
      )}
      {until === null ? null : (
        <Text size="sm" c="dimmed">
          {say(isManual ? "tier.manualUntil" : "tier.until", { day: day(until, tenant.timezone) })}
        </Text>
      )}
    </Card>
  );
}
