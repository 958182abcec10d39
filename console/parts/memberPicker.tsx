// Another member, found as in the table: by name, e-mail, phone or card.
import { answered } from "@fedele/sdk/browser.ts";
import type { ListedMember } from "@fedele/sdk/schemas/memberTable.ts";
import { Select } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "../api.ts";
import { useSpeech } from "../language.ts";
import { memberName } from "./member.tsx";

const FOUND_SHOWN = 8;
const TYPING_MS = 250;
/** With fewer letters nobody is found by name. */
const LETTERS_MIN = 3;

/** Members whom a text may mean; nothing while it is too short to say. */
export function useFoundMembers(text: string) {
  const [search] = useDebouncedValue(text.trim(), TYPING_MS);
  return useQuery({
    queryKey: ["members", "found", search],
    queryFn: () => answered(api.GET("/v1/members", { params: { query: { search, limit: FOUND_SHOWN } } })),
    enabled: search.length >= LETTERS_MIN,
    placeholderData: keepPreviousData,
  });
}

/** What tells two of the same name apart. */
export function memberHint({ identities }: ListedMember): string {
  return identities.find(({ kind }) => kind !== "qr")?.value ?? "";
}

type Picking = {
  readonly label: string;
  readonly chosen: ListedMember | undefined;
  onChoose(member: ListedMember | undefined): void;
  /** Whom nobody can mean: the member themselves. */
  readonly except: string;
};

export function MemberPicker({ label, chosen, onChoose, except }: Picking) {
  const { say } = useSpeech();
  const [text, setText] = useState("");
  const { data } = useFoundMembers(text);
  const found = (data?.items ?? []).filter(({ id }) => id !== except);
  const all = chosen === undefined || found.some(({ id }) => id === chosen.id) ? found : [chosen, ...found];
  const labelOf = (member: ListedMember) => {
    const name = memberName(member, say);
    const hint = memberHint(member);
    return hint === "" || hint === name ? name : `${name} · ${hint}`;
  };
  return (
    <Select
      label={label}
      placeholder={say("members.searchHint")}
      data={all.map((member) => ({ value: member.id, label: labelOf(member) }))}
      value={chosen?.id ?? null}
      onChange={(id) => onChoose(all.find((member) => member.id === id))}
      searchable
      searchValue={text}
      onSearchChange={setText}
      // The server has found them; a card number stands in no label.
      filter={({ options }) => options}
      nothingFoundMessage={text.trim().length < LETTERS_MIN ? say("members.searchMore") : say("members.nobodyFound")}
      data-autofocus
      clearable
    />
  );
}
