// What stands around every page behind the sign-in: where to go, who is there, which shop and what time it is in it.
import {
  AppShell,
  Badge,
  Burger,
  Group,
  Kbd,
  NavLink,
  ScrollArea,
  Text,
  UnstyledButton,
  VisuallyHidden,
} from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { spotlight } from "@mantine/spotlight";
import { IconCashRegister, IconSearch } from "@tabler/icons-react";
import { Link, Outlet, useLocation } from "@tanstack/react-router";
import { useSpeech } from "../language.ts";
import { useListening } from "../live.ts";
import { useSession } from "../session.ts";
import { Connection } from "./connection.tsx";
import { DemoClock } from "./demoClock.tsx";
import { placesFor } from "./places.tsx";
import { Search } from "./search.tsx";
import classes from "./shell.module.css";
import { TenantMenu } from "./tenantMenu.tsx";
import { UserMenu } from "./userMenu.tsx";

const NAVIGATION_WIDTH = 232;
const shortcut = /mac|iphone|ipad/i.test(navigator.userAgent) ? "⌘K" : "Ctrl K";

export function Shell() {
  const { say } = useSpeech();
  const { tenant } = useSession();
  useListening();
  const [isOpen, { toggle, close }] = useDisclosure(false);
  return (
    <AppShell
      header={{ height: 56 }}
      navbar={{ width: NAVIGATION_WIDTH, breakpoint: "sm", collapsed: { mobile: !isOpen } }}
      padding="md"
    >
      <a href="#content" className={classes.skip}>
        {say("shell.skip")}
      </a>
      <AppShell.Header px="md">
        <Group h="100%" gap="sm" wrap="nowrap" justify="space-between">
          <Group gap="sm" wrap="nowrap" miw={0}>
            <Burger opened={isOpen} onClick={toggle} hiddenFrom="sm" size="sm" aria-label={say("shell.menu")} />
            <TenantMenu />
            {tenant.isDemo ? (
              <Badge color="yellow.4" visibleFrom="xs">
                {say("shell.demo")}
              </Badge>
            ) : null}
          </Group>
          <Group gap="xs" wrap="nowrap">
            {tenant.isDemo ? <DemoClock /> : null}
            <SearchButton />
            <UserMenu />
          </Group>
        </Group>
      </AppShell.Header>
      <AppShell.Navbar aria-label={say("shell.navigation")}>
        <Navigation onGo={close} />
      </AppShell.Navbar>
      <AppShell.Main id="content" tabIndex={-1}>
        <Connection />
        <Outlet />
      </AppShell.Main>
      <Search />
    </AppShell>
  );
}

function SearchButton() {
  const { say } = useSpeech();
  return (
    <UnstyledButton className={classes.search} onClick={spotlight.open}>
      <VisuallyHidden hiddenFrom="sm">{say("shell.search")}</VisuallyHidden>
      <IconSearch size={16} aria-hidden />
      <Text size="sm" c="dimmed" visibleFrom="sm">
        {say("shell.search")}
      </Text>
      <Kbd size="xs" visibleFrom="sm">
        {shortcut}
      </Kbd>
    </UnstyledButton>
  );
}

function Navigation({ onGo }: { onGo(): void }) {
  const { say } = useSpeech();
  const { scopes } = useSession();
  const { pathname } = useLocation();
  const isAt = (to: string) => (to === "/" ? pathname === "/" : pathname.startsWith(to));
  return (
    <>
      <AppShell.Section grow component={ScrollArea} p="xs">
        {placesFor(scopes).map(({ to, text, icon: Icon }) => (
          <NavLink
            key={to}
            component={Link}
            to={to}
            activeOptions={{ exact: to === "/" }}
            onClick={onGo}
            active={isAt(to)}
            label={say(text)}
            leftSection={<Icon size={18} aria-hidden />}
            className={classes.place}
          />
        ))}
      </AppShell.Section>
      {scopes.has("checkout:write") ? (
        <AppShell.Section p="xs" className={classes.foot}>
          {/* A page of its own: its camera needs a policy that no other page has. */}
          <NavLink
            href="/till"
            label={say("nav.till")}
            leftSection={<IconCashRegister size={18} aria-hidden />}
            className={classes.place}
          />
        </AppShell.Section>
      ) : null}
    </>
  );
}
