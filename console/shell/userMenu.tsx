// Who is signed in, how the console looks and speaks to them, and the way out.

import { languages } from "@fedele/core/sentences.ts";
import { ActionIcon, Menu, Text, useMantineColorScheme } from "@mantine/core";
import { IconCheck, IconLogout, IconRoute, IconUser } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { chooseLanguage, languageNames, useSpeech } from "../language.ts";
import { mayTour } from "../pages/tour/touring.ts";
import { leave, useSession } from "../session.ts";

const schemes = ["light", "dark", "auto"] as const;

export function UserMenu() {
  const { say, language } = useSpeech();
  const session = useSession();
  const { staff } = session;
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const mark = (one: string, chosen: string) => (one === chosen ? <IconCheck size={16} aria-hidden /> : null);
  return (
    <Menu position="bottom-end" width={220} withinPortal>
      <Menu.Target>
        <ActionIcon variant="light" size={36} radius="xl" aria-label={say("user.menu")}>
          <IconUser size={20} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>
          <Text size="sm" fw={600} c="var(--mantine-color-text)" truncate>
            {staff.name}
          </Text>
          {say(`role.${staff.role}`)}
        </Menu.Label>
        <Menu.Divider />
        <Menu.Label>{say("user.language")}</Menu.Label>
        {languages.map((one) => (
          <Menu.Item key={one} lang={one} onClick={() => chooseLanguage(one)} rightSection={mark(one, language)}>
            {languageNames[one]}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Label>{say("user.scheme")}</Menu.Label>
        {schemes.map((one) => (
          <Menu.Item key={one} onClick={() => setColorScheme(one)} rightSection={mark(one, colorScheme)}>
            {say(`scheme.${one}`)}
          </Menu.Item>
        ))}
        <Menu.Divider />
        {mayTour(session) ? (
          <Menu.Item
            leftSection={<IconRoute size={16} aria-hidden />}
            renderRoot={(props) => <Link to="/tour" {...props} />}
          >
            {say("tour.title")}
          </Menu.Item>
        ) : null}
        <Menu.Item leftSection={<IconLogout size={16} aria-hidden />} onClick={leave}>
          {say("user.signOut")}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
