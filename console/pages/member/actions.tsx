// What can be done about a member. What a role may not do is not there.
import type { Scope } from "@fedele/sdk/schemas/apiKey.ts";
import type { Member } from "@fedele/sdk/schemas/member.ts";
import { ActionIcon, Button, Menu } from "@mantine/core";
import {
  IconArrowMerge,
  IconCoins,
  IconDots,
  IconDownload,
  IconLock,
  IconLockOpen,
  IconTrash,
} from "@tabler/icons-react";
import { useState } from "react";
import { useSpeech } from "../../language.ts";
import { useSession } from "../../session.ts";
import { AdjustDialog } from "./adjustDialog.tsx";
import { BlockDialog, UnblockDialog } from "./blockDialog.tsx";
import { EraseDialog } from "./eraseDialog.tsx";
import { useBlock } from "./memberQueries.ts";
import { MergeDialog } from "./mergeDialog.tsx";

type Action = "adjust" | "merge" | "block" | "unblock" | "erase";

/** An export names everything that is known, in files that leave the house. */
const exportScopes: readonly Scope[] = [
  "members:read",
  "ledger:read",
  "activities:read",
  "programme:read",
  "rewards:read",
];

export function MemberActions({ member }: { member: Member }) {
  const { say } = useSpeech();
  const { scopes } = useSession();
  const [open, setOpen] = useState<Action>();
  const { data } = useBlock(member.id);
  const isBlocked = data?.items.some(({ liftedAt }) => liftedAt === null) === true;
  const close = () => setOpen(undefined);
  const mayWrite = scopes.has("members:write");
  return (
    <>
      {scopes.has("adjustments:write") ? (
        <Button leftSection={<IconCoins size={16} aria-hidden />} onClick={() => setOpen("adjust")}>
          {say("adjust.title")}
        </Button>
      ) : null}
      <Menu position="bottom-end" withinPortal>
        <Menu.Target>
          <ActionIcon variant="default" size={36} aria-label={say("member.more")}>
            <IconDots size={18} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          {exportScopes.every((scope) => scopes.has(scope)) ? (
            <Menu.Item
              component="a"
              href={`/v1/members/${member.id}/export`}
              download
              leftSection={<IconDownload size={16} aria-hidden />}
            >
              {say("member.export")}
            </Menu.Item>
          ) : null}
          {mayWrite ? (
            <>
              <Menu.Item leftSection={<IconArrowMerge size={16} aria-hidden />} onClick={() => setOpen("merge")}>
                {say("merge.title")}
              </Menu.Item>
              <Menu.Item
                leftSection={isBlocked ? <IconLockOpen size={16} aria-hidden /> : <IconLock size={16} aria-hidden />}
                onClick={() => setOpen(isBlocked ? "unblock" : "block")}
              >
                {say(isBlocked ? "block.lift" : "block.title")}
              </Menu.Item>
              <Menu.Divider />
              <Menu.Item color="red" leftSection={<IconTrash size={16} aria-hidden />} onClick={() => setOpen("erase")}>
                {say("erase.title")}
              </Menu.Item>
            </>
          ) : null}
        </Menu.Dropdown>
      </Menu>
      {open === "adjust" ? <AdjustDialog member={member} onClose={close} /> : null}
      {open === "merge" ? <MergeDialog member={member} onClose={close} /> : null}
      {open === "block" ? <BlockDialog member={member} onClose={close} /> : null}
      {open === "unblock" ? <UnblockDialog member={member} onClose={close} /> : null}
      {open === "erase" ? <EraseDialog member={member} onClose={close} /> : null}
    </>
  );
}
