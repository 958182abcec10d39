// Before a reward is handed over: what it is, and what is taken for it.
import type { UsableReward } from "@fedele/sdk/schemas/reward.ts";
import { Button, Group, Modal, Stack, Text } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useSpeech } from "../../language.ts";
import { useRequestKey } from "../../parts/requestKey.ts";
import { RefusalAlert } from "../../parts/states.tsx";
import { queries } from "../../queries.ts";
import { give } from "./giving.ts";
import type { Proving } from "./proving.tsx";
import type { Given } from "./stages.ts";
import { usePointsTypes } from "./standing.ts";
import { type Customer, useTill } from "./till.ts";
import { useNameOf } from "./usable.tsx";
import { nameOfUsable, wantsProof } from "./uses.ts";

type Giving = {
  readonly customer: Customer;
  readonly one: UsableReward;
  readonly proving: Proving;
  onGiven(given: Given): void;
  onClose(): void;
};

export function GiveDialog({ customer, one, proving, onGiven, onClose }: Giving) {
  const { say, number } = useSpeech();
  const till = useTill();
  const types = usePointsTypes();
  const name = useNameOf(one);
  const keys = useRequestKey();
  const { mutate, isPending, error } = useMutation({
    mutationFn: () => give(till, { customer, one: { ...one, name }, headers: keys.keyFor(nameOfUsable(one)) }),
    onSuccess: (given) => {
      void queries.invalidateQueries({ queryKey: ["members", customer.id] });
      proving.forget();
      onGiven(given);
    },
    onError: (refusal) => {
      if (wantsProof(refusal)) proving.forget();
      void queries.invalidateQueries({ queryKey: ["members", customer.id] });
    },
  });
  const { cost, issuedRewardId } = one;
  const price = cost === null ? "" : `${number(cost.points)} ${types.get(cost.pointsType)?.name ?? ""}`;
  return (
    <Modal
      opened
      onClose={onClose}
      title={say("till.handOverIt", { name })}
      closeButtonProps={{ "aria-label": say("till.close"), size: 48 }}
    >
      <Stack>
        <Text>{issuedRewardId === undefined ? say("till.takesPoints", { price }) : say("till.takesNoPoints")}</Text>
        <RefusalAlert error={error} />
        <Group grow>
          <Button h={56} variant="default" onClick={onClose}>
            {say("till.back")}
          </Button>
          <Button
            h={56}
            loading={isPending}
            data-autofocus
            onClick={() => (wantsProof(error) ? proving.first(() => mutate()) : mutate())}
          >
            {say("till.handOver")}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
