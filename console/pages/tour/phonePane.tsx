// The member's phone: the portal itself, signed in as a till does it, by a link that is good once.
import { answered } from "@fedele/sdk/browser.ts";
import { Button, Center, Stack, Text } from "@mantine/core";
import { IconDeviceMobile } from "@tabler/icons-react";
import { useMutation } from "@tanstack/react-query";
import { type RefObject, useState } from "react";
import { api } from "../../api.ts";
import { useSpeech } from "../../language.ts";
import { RefusalAlert } from "../../parts/states.tsx";
import { useSession } from "../../session.ts";
import classes from "./tour.module.css";

type Shown = {
  readonly memberId: string | undefined;
  readonly name: string | undefined;
  readonly frame: RefObject<HTMLIFrameElement | null>;
};

/** Whose phone this is in this tab: the portal keeps the session, and whoever was there before is not this member. */
const KEPT_AS = "fedele.tour.phone";

export function PhonePane({ memberId, name, frame }: Shown) {
  const { say } = useSpeech();
  const { tenant } = useSession();
  const [owner, setOwner] = useState(() => sessionStorage.getItem(KEPT_AS));
  const [entrance, setEntrance] = useState<string>();
  const { mutate, isPending, error } = useMutation({
    mutationFn: async (id: string) => {
      const link = await answered(
        api.POST("/v1/members/{memberId}/portal-links", { params: { path: { memberId: id } } }),
      );
      return { id, url: new URL(link.url ?? `/p/${tenant.slug}`, location.origin) };
    },
    onSuccess: ({ id, url: { pathname, hash } }) => {
      sessionStorage.setItem(KEPT_AS, id);
      setOwner(id);
      setEntrance(pathname + hash);
    },
  });
  const isTheirs = memberId !== undefined && owner === memberId;
  const whose = say("tour.phoneOf", { name: name ?? say("tour.somebody") });
  return (
    <section className={classes.pane} data-pane="phone" aria-label={say("tour.pane.phone")}>
      <Text fw={600} className={classes.paneName}>
        {say("tour.pane.phone")}
      </Text>
      <div className={classes.phone}>
        {isTheirs ? (
          <iframe ref={frame} className={classes.screen} title={whose} src={entrance ?? `/p/${tenant.slug}`} />
        ) : (
          <Center h="100%" p="md">
            <Stack align="center" gap="sm">
              <IconDeviceMobile size={40} stroke={1.4} aria-hidden />
              <Text ta="center" c="dimmed" size="sm">
                {say(memberId === undefined ? "tour.phoneEmpty" : "tour.phoneReady")}
              </Text>
              {memberId === undefined ? null : (
                <Button loading={isPending} onClick={() => mutate(memberId)}>
                  {say("tour.handOver", { name: name ?? say("tour.somebody") })}
                </Button>
              )}
              <RefusalAlert error={error} />
            </Stack>
          </Center>
        )}
      </div>
    </section>
  );
}
