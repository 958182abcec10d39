// Everything that is set once: the shop, the team, keys, webhooks; and what can be looked up of what was done.
import type { Scope } from "@fedele/sdk/schemas/apiKey.ts";
import { NavLink, ScrollArea, SimpleGrid, Stack } from "@mantine/core";
import {
  type Icon,
  IconAddressBook,
  IconBuildingStore,
  IconDeviceMobile,
  IconHeartbeat,
  IconHistory,
  IconKey,
  IconLock,
  IconMail,
  IconPrinter,
  IconScale,
  IconShieldLock,
  IconWebhook,
} from "@tabler/icons-react";
import { Link, Outlet, useLocation } from "@tanstack/react-router";
import { type TextKey, useSpeech } from "../../language.ts";
import { Page } from "../../parts/page.tsx";
import { useSession } from "../../session.ts";
import classes from "./settings.module.css";

type Section = {
  readonly to:
    | "/settings"
    | "/settings/account"
    | "/settings/team"
    | "/settings/keys"
    | "/settings/webhooks"
    | "/settings/privacy"
    | "/settings/outbox"
    | "/settings/audit"
    | "/settings/health"
    | "/paper"
    | "/settings/portal"
    | "/settings/texts";
  readonly text: TextKey;
  readonly icon: Icon;
  readonly scope?: Scope;
};

const sections: readonly Section[] = [
  { to: "/settings", text: "settings.shop", icon: IconBuildingStore, scope: "tenant:read" },
  { to: "/settings/portal", text: "settings.portal", icon: IconDeviceMobile, scope: "tenant:read" },
  { to: "/settings/texts", text: "settings.texts", icon: IconScale, scope: "tenant:read" },
  { to: "/paper", text: "settings.paper", icon: IconPrinter, scope: "tenant:read" },
  { to: "/settings/account", text: "settings.account", icon: IconLock },
  { to: "/settings/team", text: "settings.team", icon: IconAddressBook, scope: "staff:read" },
  { to: "/settings/keys", text: "settings.keys", icon: IconKey, scope: "tenant:write" },
  { to: "/settings/webhooks", text: "settings.webhooks", icon: IconWebhook, scope: "webhooks:read" },
  { to: "/settings/privacy", text: "settings.privacy", icon: IconShieldLock, scope: "members:read" },
  { to: "/settings/outbox", text: "settings.outbox", icon: IconMail, scope: "outbox:read" },
  { to: "/settings/audit", text: "settings.audit", icon: IconHistory, scope: "audit:read" },
  { to: "/settings/health", text: "settings.health", icon: IconHeartbeat, scope: "health:read" },
];

export function SettingsPage() {
  const { say } = useSpeech();
  return (
    <Page title={say("nav.settings")}>
      <SimpleGrid cols={1} className={classes.sides}>
        <Sections />
        <Stack miw={0}>
          <Outlet />
        </Stack>
      </SimpleGrid>
    </Page>
  );
}

/** Beside the page; on a phone a row that scrolls above it. */
function Sections() {
  const { say } = useSpeech();
  const { scopes } = useSession();
  const { pathname } = useLocation();
  const isAt = (to: string) => (to === "/settings" ? pathname === to : pathname.startsWith(to));
  return (
    <ScrollArea type="never" component="nav" aria-label={say("settings.sections")}>
      <div className={classes.sections}>
        {sections
          .filter(({ scope }) => scope === undefined || scopes.has(scope))
          .map(({ to, text, icon: Sign }) => (
            <NavLink
              key={to}
              component={Link}
              to={to}
              activeOptions={{ exact: to === "/settings" }}
              active={isAt(to)}
              label={say(text)}
              noWrap
              leftSection={<Sign size={16} aria-hidden />}
              className={classes.section}
            />
          ))}
      </div>
    </ScrollArea>
  );
}
