// ⌘K: to any place of the console by a few letters of its name.
import { Spotlight } from "@mantine/spotlight";
import { IconSearch } from "@tabler/icons-react";
import { useNavigate } from "@tanstack/react-router";
import { useSpeech } from "../language.ts";
import { useSession } from "../session.ts";
import { placesFor } from "./places.tsx";

export function Search() {
  const { say } = useSpeech();
  const { scopes } = useSession();
  const navigate = useNavigate();
  const actions = placesFor(scopes).map(({ to, text, icon: Icon }) => ({
    id: to,
    label: say(text),
    leftSection: <Icon size={18} aria-hidden />,
    onClick: () => navigate({ to }),
  }));
  return (
    <Spotlight
      actions={actions}
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
