// What stands above every step of the till: which till it is, how the network is, and what is needed once a day.
import { languages } from "@fedele/core/sentences.ts";
import { ActionIcon, Alert, Badge, Box, Group, Menu, Text } from "@mantine/core";
import { useNetwork } from "@mantine/hooks";
import {
  IconCheck,
  IconDotsVertical,
  IconHome,
  IconMapPin,
  IconReportMoney,
  IconSchool,
  IconUnlink,
} from "@tabler/icons-react";
import { useState } from "react";
import { chooseLanguage, languageNames, useSpeech } from "../../language.ts";
import type { Device } from "./deviceStore.ts";
import classes from "./frame.module.css";
import { LeaveDevice } from "./leaving.tsx";
import { QueueBar } from "./queueBar.tsx";
import { useQueue } from "./sync.ts";
import { type Mode, useTill } from "./till.ts";

type Around = {
  readonly isBusy: boolean;
  onShift(): void;
  onTraining(mode: Mode): void;
  onMove(): void;
  onDevice(device: Device | null): void;
};

export function Frame(around: Around) {
  const { say } = useSpeech();
  const { name, location, tenant, device } = useTill();
  const queue = useQueue();
  const [isLeaving, setLeaving] = useState(false);
  return (
    <>
      <Box component="header" className={classes.frame} px={{ base: "sm", sm: "md" }}>
        <Group justify="space-between" wrap="nowrap" h={56}>
          <Group gap="xs" wrap="nowrap" miw={0}>
            <Text fw={700} truncate>
              {tenant.name}
            </Text>
            <Text c="dimmed" truncate>
              {name === location.name ? name : `${name} · ${location.name}`}
            </Text>
            {tenant.isDemo ? (
              <Badge color="yellow.4" visibleFrom="xs">
                {say("shell.demo")}
              </Badge>
            ) : null}
          </Group>
          <TillMenu {...around} onLeave={() => setLeaving(true)} />
        </Group>
      </Box>
      {device === null || queue === null ? null : <QueueBar queue={queue} />}
      {device === null ? <OfflineHint /> : null}
      {isLeaving && queue !== null ? (
        <LeaveDevice queue={queue} onClose={() => setLeaving(false)} onLeft={() => around.onDevice(null)} />
      ) : null}
    </>
  );
}

/** A person's session sells nothing without a network: nobody could tell afterwards that it was them. */
function OfflineHint() {
  const { say } = useSpeech();
  const { online } = useNetwork();
  if (online) return null;
  return (
    <Alert color="yellow" role="status" radius={0}>
      {say("till.offlineStaff")}
    </Alert>
  );
}

function TillMenu({ isBusy, onShift, onTraining, onMove, onLeave }: Around & { onLeave(): void }) {
  const { say, language } = useSpeech();
  const { device, isTraining } = useTill();
  return (
    <Menu position="bottom-end" width={260} withinPortal>
      <Menu.Target>
        <ActionIcon variant="light" size={48} aria-label={say("till.menu")}>
          <IconDotsVertical aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown className={classes.menu}>
        <Menu.Item leftSection={<IconReportMoney aria-hidden />} onClick={onShift} disabled={isBusy}>
          {say("till.shift")}
        </Menu.Item>
        <Menu.Item
          leftSection={<IconSchool aria-hidden />}
          onClick={() => onTraining(isTraining ? "selling" : "training")}
          disabled={isBusy}
        >
          {say(isTraining ? "till.endTraining" : "till.startTraining")}
        </Menu.Item>
        <Menu.Divider />
        {languages.map((one) => (
          <Menu.Item
            key={one}
            lang={one}
            onClick={() => chooseLanguage(one)}
            rightSection={one === language ? <IconCheck size={16} aria-hidden /> : null}
          >
            {languageNames[one]}
          </Menu.Item>
        ))}
        <Menu.Divider />
        {device === null ? (
          <>
            <Menu.Item leftSection={<IconMapPin aria-hidden />} onClick={onMove}>
              {say("till.move")}
            </Menu.Item>
            <Menu.Item component="a" href="/" leftSection={<IconHome aria-hidden />}>
              {say("till.toConsole")}
            </Menu.Item>
          </>
        ) : (
          <Menu.Item color="red" leftSection={<IconUnlink aria-hidden />} onClick={onLeave}>
            {say("till.leave")}
          </Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
