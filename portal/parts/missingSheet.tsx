// A purchase that brought no points: what one remembers of it, and what has become of those said before.
import { answered } from "@fedele/sdk/browser.ts";
import { TextInput } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { api } from "../api.ts";
import { useSpeech } from "../language.ts";
import { portalQuery } from "../queries.ts";
import { parseAmount } from "./amounts.ts";
import { Sheet } from "./sheet.tsx";
import { Submit, Trouble } from "./states.tsx";

const LISTED = ["missing-purchases"];

export function MissingSheet({ onClose }: { onClose(): void }) {
  const { say, day, money } = useSpeech();
  const known = useQueryClient();
  const { data: portal } = useQuery(portalQuery);
  const currency = portal?.currency ?? "EUR";
  const [isAmountWrong, setAmountWrong] = useState(false);
  const said = useQuery({
    queryKey: LISTED,
    queryFn: async () => (await answered(api.GET("/v1/me/missing-purchases"))).items,
  });
  const telling = useMutation({
    mutationFn: (body: { on: string; amountMinor?: number; receipt?: string; text?: string }) =>
      answered(api.POST("/v1/me/missing-purchases", { body })),
    onSuccess: () => known.invalidateQueries({ queryKey: LISTED }),
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const textOf = (name: string): string => String(form.get(name) ?? "").trim();
    const amountMinor = parseAmount(textOf("amount"), currency);
    const isWrong = textOf("amount") !== "" && amountMinor === undefined;
    setAmountWrong(isWrong);
    if (isWrong || textOf("on") === "") return;
    telling.mutate({
      on: textOf("on"),
      ...(amountMinor === undefined ? {} : { amountMinor }),
      ...(textOf("receipt") === "" ? {} : { receipt: textOf("receipt") }),
      ...(textOf("text") === "" ? {} : { text: textOf("text") }),
    });
  };
  return (
    <Sheet title={say("missing.title")} onClose={onClose}>
      {telling.isSuccess ? (
        <p role="status">{say("missing.sent", { day: day(telling.data.answerBy) })}</p>
      ) : (
        <form className="block-plain" onSubmit={submit}>
          <p className="quiet">{say("missing.hint")}</p>
          <TextInput name="on" type="date" label={say("missing.on")} size="md" required withAsterisk={false} />
          <TextInput
            name="amount"
            inputMode="decimal"
            label={say("missing.amount")}
            size="md"
            rightSection={currency}
            rightSectionWidth={64}
            error={isAmountWrong ? say("missing.amountWrong", { example: money(1_250, currency) }) : undefined}
          />
          <TextInput name="receipt" label={say("missing.receipt")} size="md" maxLength={64} />
          <TextInput name="text" label={say("missing.text")} size="md" maxLength={500} />
          <Trouble error={telling.error} />
          <Submit isSending={telling.isPending}>{say("missing.send")}</Submit>
        </form>
      )}
      {(said.data ?? []).length === 0 ? null : (
        <ul className="lines">
          {said.data?.map(({ id, status, text, answerBy }) => (
            <li key={id} className="row">
              <span className="row-text small">{text?.split("\n")[1]}</span>
              <span className="quiet small">{say(`missing.${status}`, { day: day(answerBy) })}</span>
            </li>
          ))}
        </ul>
      )}
    </Sheet>
  );
}
