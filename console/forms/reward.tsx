// A reward to be offered. The form mirrors itself; what the API takes is made of it when it is sent.
import { currencyExponent } from "@fedele/core/money.ts";
import { giftKinds } from "@fedele/core/rewards.ts";
import { answered } from "@fedele/sdk/browser.ts";
import { Button, Group, NumberInput, Select, Stack, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useQuery } from "@tanstack/react-query";
import { api } from "../api.ts";
import { useSpeech } from "../language.ts";
import { codeFrom } from "../parts/codes.ts";
import { DecimalInput } from "../parts/decimalInput.tsx";
import { RefusalAlert } from "../parts/states.tsx";
import { useSubmit } from "../parts/submitting.ts";
import { useSession } from "../session.ts";

type GiftKind = (typeof giftKinds)[number];

type Filled = {
  name: string;
  pointsType: string;
  points: number | string;
  kind: GiftKind;
  amountMinor: number | undefined;
  percent: number | string;
  sku: string;
  stock: number | string;
  validDays: number | string;
};

const empty: Filled = {
  name: "",
  pointsType: "",
  points: 100,
  kind: "product",
  amountMinor: undefined,
  percent: 10,
  sku: "",
  stock: "",
  validDays: "",
};

/** Where the server finds a fault, and what stands for it here. */
const fields: Readonly<Record<string, keyof Filled>> = {
  code: "name",
  "cost.points": "points",
  "cost.pointsType": "pointsType",
  "gift.amountMinor": "amountMinor",
  "gift.percent": "percent",
  "gift.sku": "sku",
};

export function RewardForm({ onDone }: { onDone(): unknown }) {
  const { say } = useSpeech();
  const pointsTypes = useSpendable();
  const form = useForm<Filled>({ initialValues: empty });
  const { submit, isSending, refusal } = useSubmit(form, {
    send: (filled) => answered(api.POST("/v1/rewards", { body: bodyOf(filled, pointsTypes[0]?.value ?? "") })),
    afterwards: onDone,
    fieldOf: (path) => fields[path] ?? path,
  });
  return (
    <form onSubmit={submit} noValidate>
      <Stack>
        <TextInput
          label={say("catalogue.name")}
          placeholder={say("catalogue.nameExample")}
          {...form.getInputProps("name")}
        />
        <Group grow align="flex-start">
          <NumberInput label={say("catalogue.cost")} min={1} allowDecimal={false} {...form.getInputProps("points")} />
          {pointsTypes.length < 2 ? null : (
            <Select
              label={say("catalogue.pointsType")}
              data={pointsTypes}
              allowDeselect={false}
              {...form.getInputProps("pointsType")}
              value={form.values.pointsType === "" ? (pointsTypes[0]?.value ?? null) : form.values.pointsType}
            />
          )}
        </Group>
        <Select
          label={say("catalogue.gift")}
          data={giftKinds.map((value) => ({ value, label: say(`catalogue.giftKind.${value}`) }))}
          allowDeselect={false}
          {...form.getInputProps("kind")}
        />
        <GiftFields form={form} />
        <Group grow align="flex-start">
          <NumberInput
            label={say("catalogue.stock")}
            description={say("catalogue.stockHint")}
            min={0}
            allowDecimal={false}
            {...form.getInputProps("stock")}
          />
          <NumberInput
            label={say("catalogue.validDays")}
            description={say("catalogue.validDaysHint")}
            min={1}
            allowDecimal={false}
            {...form.getInputProps("validDays")}
          />
        </Group>
        <RefusalAlert error={refusal} />
        <Group justify="flex-end">
          <Button type="submit" loading={isSending}>
            {say("catalogue.offer")}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function GiftFields({ form }: { form: ReturnType<typeof useForm<Filled>> }) {
  const { say } = useSpeech();
  const { tenant } = useSession();
  switch (form.values.kind) {
    case "discount_amount":
      return (
        <DecimalInput
          label={say("catalogue.amount", { currency: tenant.currency })}
          decimals={currencyExponent(tenant.currency)}
          value={form.values.amountMinor}
          onChange={(amountMinor) => form.setFieldValue("amountMinor", amountMinor)}
          error={form.errors.amountMinor}
        />
      );
    case "discount_percent":
      return (
        <NumberInput
          label={say("catalogue.percent")}
          min={1}
          max={100}
          suffix=" %"
          allowDecimal={false}
          {...form.getInputProps("percent")}
        />
      );
    case "product":
      return (
        <TextInput label={say("catalogue.sku")} description={say("catalogue.skuHint")} {...form.getInputProps("sku")} />
      );
    case "benefit":
      return null;
  }
}

function useSpendable() {
  const { data } = useQuery({ queryKey: ["points-types"], queryFn: () => answered(api.GET("/v1/points-types")) });
  return (data?.items ?? [])
    .filter(({ spendable }) => spendable)
    .map(({ code, name }) => ({ value: code, label: name }));
}

function bodyOf(filled: Filled, usualPointsType: string) {
  const { name, pointsType, points, kind, stock, validDays } = filled;
  return {
    code: codeFrom(name),
    name,
    cost: { pointsType: pointsType === "" ? usualPointsType : pointsType, points: Number(points) },
    gift: giftOf(kind, filled),
    stock: stock === "" ? null : Number(stock),
    validDays: validDays === "" ? null : Number(validDays),
  };
}

function giftOf(kind: GiftKind, { amountMinor, percent, sku }: Filled) {
  switch (kind) {
    case "discount_amount":
      return { kind, amountMinor: amountMinor ?? 0 };
    case "discount_percent":
      return { kind, percent: Number(percent) };
    case "product":
      return { kind, sku };
    case "benefit":
      return { kind };
  }
}
