// ⌘K: to any place of the console, and to any member by a few letters of the name, an address or a card.
import { Spotlight, type SpotlightActionData } from "@mantine/spotlight";
import { IconSearch, IconUser } from "@tabler/icons-react";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { useSpeech } from "../language.ts";
import { memberName } from "../parts/member.tsx";
import { memberHint, useFoundMembers } from "../parts/memberPicker.tsx";
import { useSession } from "../session.ts";
import { placesFor } from "./places.tsx";

export function Search() {
  const { say } = useSpeech();
  const { scopes } = useSession();
  const navigate = useNavigate();
  const [query, setQuery] = useState("");
  const members = useMemberActions(scopes.has("members:read") ? query : "");
  const places = placesFor(scopes).map(({ to, text, icon: Icon }) => ({
    id: to,
    label: say(text),
    leftSection: <Icon size={18} aria-hidden />,
    onClick: () => navigate({ to }),
  }));
  const sought = query.trim().toLowerCase();
  const found: SpotlightActionData[] = places.filter(({ label }) => label.toLowerCase().includes(sought));
  return (
    <Spotlight
      actions={members.length === 0 ? found : [...found, { group: say("nav.members"), actions: members }]}
      query={query}
      onQueryChange={setQuery}
      // The server has found the members: a card number stands in none of their names.
      filter={(_, actions) => actions}
      shortcut={["mod + K"]}
      nothingFound={say("shell.nothingFound")}
      searchProps={{
        leftSection: <IconSearch size={18} aria-hidden />,
        placeholder: say("shell.search"),
        "aria-label": say("shell.search"),
      }}
    />
  );
}

function useMemberActions(query: string): SpotlightActionData[] {
  const { say } = useSpeech();
  const navigate = useNavigate();
  const { data } = useFoundMembers(query);
  if (query.trim() === "") return [];
  return (data?.items ?? []).map((member) => ({
    id: member.id,
    label: memberName(member, say),
    description: memberHint(member),
    leftSection: <IconUser size={18} aria-hidden />,
    onClick: () => navigate({ to: "/members/$memberId", params: { memberId: member.id } }),
  }));
}
