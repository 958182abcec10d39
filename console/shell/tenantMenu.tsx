// The shop that one is in, the others that one works for, and the way to one of one's own.
import { answered } from "@fedele/sdk/browser.ts";
import { Badge, Button, Menu, Progress, Text } from "@mantine/core";
import { IconCheck, IconPlus, IconSelector } from "@tabler/icons-react";
import { useMutation, useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { api } from "../api.ts";
import { useSpeech } from "../language.ts";
import { useSession } from "../session.ts";

const FILLING_MS = 3_000;

export function TenantMenu() {
  const { say } = useSpeech();
  const { tenant, staff } = useSession();
  const { data } = useQuery({
    queryKey: ["session", "tenants"],
    queryFn: () => answered(api.GET("/v1/session/tenants")),
    // A demo that is still being filled says how far it is.
    refetchInterval: ({ state }) => (state.data?.items.some(isFilling) ? FILLING_MS : false),
  });
  const { mutate } = useMutation({
    mutationFn: (slug: string) => answered(api.POST("/v1/session/switches", { body: { tenant: slug } })),
    // A fresh page: nothing of one shop is shown in another. A second factor that is due there is asked for on the way.
    onSuccess: ({ secondFactorDue }) => location.assign(secondFactorDue ? "/sign-in" : "/"),
  });
  const items = data?.items ?? [];
  return (
    <Menu position="bottom-start" width={280} withinPortal>
      <Menu.Target>
        <Button variant="subtle" color="gray" px="xs" rightSection={<IconSelector size={16} aria-hidden />} miw={0}>
          <Text fw={700} c="var(--mantine-color-text)" truncate>
            {tenant.name}
          </Text>
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{say("tenant.yours")}</Menu.Label>
        {items.map((membership) => {
          const { tenant: one, isCurrent } = membership;
          return (
            <Menu.Item
              key={one.id}
              onClick={() => (isCurrent ? undefined : mutate(one.slug))}
              leftSection={<IconCheck size={16} aria-hidden visibility={isCurrent ? "visible" : "hidden"} />}
              rightSection={one.isDemo ? <Badge color="yellow.4">{say("shell.demo")}</Badge> : null}
            >
              {one.name}
              {isFilling(membership) ? <Filling {...(one.demo ?? { done: 0, of: 1 })} /> : null}
            </Menu.Item>
          );
        })}
        {staff.role === "owner" ? (
          <>
            <Menu.Divider />
            <Menu.Item
              leftSection={<IconPlus size={16} aria-hidden />}
              renderRoot={(props) => <Link to="/new-shop" {...props} />}
            >
              {say("tenant.makeMine")}
            </Menu.Item>
          </>
        ) : null}
      </Menu.Dropdown>
    </Menu>
  );
}

type Fillable = { readonly tenant: { readonly demo?: { readonly state: string; done: number; of: number } } };

function isFilling({ tenant: { demo } }: Fillable): boolean {
  return demo?.state === "filling";
}

function Filling({ done, of }: { done: number; of: number }) {
  const { say } = useSpeech();
  const share = of === 0 ? 0 : Math.round((done / of) * 100);
  return <Progress value={share} size="sm" mt={4} aria-label={say("tenant.filling", { share })} />;
}
