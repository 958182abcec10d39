// The rewards that the member has or had: taken for points, or come of a coupon, a gift or a benefit.
import { answered, done } from "@fedele/sdk/browser.ts";
import type { IssuedReward } from "@fedele/sdk/schemas/reward.ts";
import { Badge, Button, Card, Group, Skeleton, Stack, Text, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useMutation, useQuery } from "@tanstack/react-query";
import { api } from "../../api.ts";
import { type Speech, useSpeech } from "../../language.ts";
import { Empty, RefusalAlert } from "../../parts/states.tsx";
import { useSubmit } from "../../parts/submitting.ts";
import { useSession } from "../../session.ts";
import { memberChanged, useIssuedRewards, usePointsName } from "./memberQueries.ts";
import { MoreButton } from "./more.tsx";

const CATALOGUE_SHOWN = 100;

export function Rewards({ memberId }: { memberId: string }) {
  const { say } = useSpeech();
  const { scopes } = useSession();
  const query = useIssuedRewards(memberId);
  const rewards = query.data?.pages.flatMap((page) => page.items);
  const catalogue = useQuery({
    queryKey: ["rewards"],
    queryFn: () => answered(api.GET("/v1/rewards", { params: { query: { limit: CATALOGUE_SHOWN } } })),
  });
  const nameOf = (id: string | null) => catalogue.data?.items.find((reward) => reward.id === id)?.name;
  return (
    <Stack gap="xs">
      {scopes.has("rewards:write") ? <CouponForm memberId={memberId} /> : null}
      <RefusalAlert error={query.error} />
      {rewards === undefined && query.error === null ? <Skeleton h={120} /> : null}
      {rewards?.length === 0 ? <Empty title={say("rewards.none")} hint={say("rewards.noneHint")} /> : null}
      {rewards?.map((reward) => (
        <RewardCard key={reward.id} reward={reward} name={nameOf(reward.rewardId)} />
      ))}
      <MoreButton query={query} />
    </Stack>
  );
}

/** A coupon on paper is worth something once it is the member's. */
function CouponForm({ memberId }: { memberId: string }) {
  const { say } = useSpeech();
  const form = useForm({ initialValues: { code: "" } });
  const { submit, isSending, refusal } = useSubmit(form, {
    send: ({ code }) =>
      answered(
        api.POST("/v1/members/{memberId}/coupons", { params: { path: { memberId } }, body: { code: code.trim() } }),
      ),
    afterwards: async () => {
      form.reset();
      await memberChanged();
    },
  });
  return (
    <form onSubmit={submit} noValidate>
      <Group align="flex-start" gap="xs">
        <TextInput
          aria-label={say("rewards.coupon")}
          placeholder={say("rewards.coupon")}
          flex={1}
          {...form.getInputProps("code")}
        />
        <Button type="submit" variant="default" loading={isSending} disabled={form.values.code.trim() === ""}>
          {say("rewards.claim")}
        </Button>
      </Group>
      <RefusalAlert error={refusal} />
    </form>
  );
}

const colours = {
  issued: "pine",
  active: "pine",
  reserved: "yellow",
  used: "gray",
  given: "gray",
  cancelled: "gray",
  expired: "gray",
} as const;

function RewardCard({ reward, name }: { reward: IssuedReward; name: string | undefined }) {
  const speech = useSpeech();
  const { say, number, day } = speech;
  const { tenant, scopes } = useSession();
  const pointsName = usePointsName();
  const { status, source, cost, expiresAt, createdAt } = reward;
  const path = { memberId: reward.memberId, issuedRewardId: reward.id };
  const { mutate, isPending, error } = useMutation({
    mutationFn: () =>
      done(api.POST("/v1/members/{memberId}/issued-rewards/{issuedRewardId}/cancel", { params: { path } })),
    onSuccess: memberChanged,
  });
  const parts = [
    say(`rewardSource.${source}`),
    cost === null ? "" : `${number(cost.points)} ${pointsName(cost.pointsType)}`,
    day(createdAt, tenant.timezone),
    expiresAt === null ? "" : say("rewards.until", { day: day(expiresAt, tenant.timezone) }),
  ];
  const isOpen = status === "issued" || status === "active";
  return (
    <Card withBorder padding="sm">
      <Group justify="space-between" gap="xs">
        <Text fw={500}>{name ?? whatItBrings(reward, speech, tenant.currency)}</Text>
        <Badge variant="light" color={colours[status]}>
          {say(`rewardStatus.${status}`)}
        </Badge>
      </Group>
      <Text size="sm" c="dimmed">
        {parts.filter((part) => part !== "").join(" · ")}
      </Text>
      <RefusalAlert error={error} />
      {isOpen && source === "points" && scopes.has("rewards:write") ? (
        <Group mt="xs">
          <Button size="compact-sm" variant="default" loading={isPending} onClick={() => mutate()}>
            {say("rewards.cancel")}
          </Button>
        </Group>
      ) : null}
    </Card>
  );
}

/** What stands in no catalogue is called by what it brings. */
function whatItBrings({ gift }: IssuedReward, { say, money, percent }: Speech, currency: string): string {
  const { kind, amountMinor = 0, percent: share = 0, sku = "" } = gift;
  switch (kind) {
    case "discount_amount":
      return say("gift.discount", { amount: money(amountMinor, currency) });
    case "discount_percent":
      return say("gift.discount", { amount: percent(share / PERCENT) });
    case "product":
      return say("gift.product", { sku });
    case "benefit":
      return say("gift.benefit");
  }
}

const PERCENT = 100;
