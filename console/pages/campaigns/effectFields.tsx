// What a campaign gives.
import { currencyExponent } from "@fedele/core/money.ts";
import { Group, NumberInput, Select, TextInput } from "@mantine/core";
import { useSpeech } from "../../language.ts";
import { DecimalInput } from "../../parts/decimalInput.tsx";
import { useSession } from "../../session.ts";
import { type Choice, type Draft, effectKinds, useRewards } from "./draft.ts";

type Fields = { draft: Draft; pointsTypes: readonly Choice[]; onChange(changed: Partial<Draft>): void };

export function EffectFields({ draft, pointsTypes, onChange }: Fields) {
  const { say } = useSpeech();
  return (
    <Group align="flex-end" grow preventGrowOverflow={false} wrap="wrap">
      <Select
        label={say("campaigns.gives")}
        data={effectKinds.map((value) => ({ value, label: say(`effect.${value}`) }))}
        value={draft.kind}
        allowDeselect={false}
        onChange={(value) => {
          const kind = effectKinds.find((one) => one === value);
          if (kind !== undefined) onChange({ kind });
        }}
      />
      <Amounts draft={draft} onChange={onChange} />
      {pointsTypes.length < 2 || draft.kind === "reward" ? null : (
        <Select
          label={say("campaigns.pointsType")}
          data={[...pointsTypes]}
          value={draft.pointsType ?? pointsTypes[0]?.value ?? null}
          allowDeselect={false}
          onChange={(pointsType) => onChange({ pointsType: pointsType ?? undefined })}
        />
      )}
    </Group>
  );
}

function RewardField({ chosen, onChange }: { chosen: Draft["reward"] } & Pick<Fields, "onChange">) {
  const { say } = useSpeech();
  const rewards = useRewards();
  return (
    <Select
      label={say("campaigns.reward")}
      data={rewards.map(({ code, name }) => ({ value: code, label: name }))}
      value={chosen?.code ?? null}
      searchable
      nothingFoundMessage={say("campaigns.noReward")}
      onChange={(code) => onChange({ reward: rewards.find((one) => one.code === code) })}
    />
  );
}

function Amounts({ draft: { kind, points, perMinor, factor, reward }, onChange }: Omit<Fields, "pointsTypes">) {
  const { say } = useSpeech();
  const { tenant } = useSession();
  if (kind === "reward") return <RewardField chosen={reward} onChange={onChange} />;
  if (kind === "multiplier") {
    return (
      <TextInput
        label={say("campaigns.factor")}
        inputMode="decimal"
        value={factor}
        onChange={(event) => onChange({ factor: event.currentTarget.value })}
      />
    );
  }
  return (
    <>
      <NumberInput
        label={say("campaigns.points")}
        min={1}
        allowDecimal={false}
        value={points}
        onChange={(changed) => onChange({ points: changed })}
      />
      {kind === "points_per_money" ? (
        <DecimalInput
          label={say("campaigns.perMoney", { currency: tenant.currency })}
          decimals={currencyExponent(tenant.currency)}
          value={perMinor}
          onChange={(changed) => onChange({ perMinor: changed })}
        />
      ) : null}
    </>
  );
}
