// That there is no connection is said at once, wherever one is: what is typed stays, and nothing is sent.
import { Alert } from "@mantine/core";
import { useNetwork } from "@mantine/hooks";
import { IconCloudOff } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { outOfReach } from "../api.ts";
import { useSpeech } from "../language.ts";

const AGAIN_MS = 5_000;

export function Connection() {
  const { say } = useSpeech();
  const { online } = useNetwork();
  const isLost = outOfReach.useRaised();
  const isAway = isLost || !online;
  useQuery({
    queryKey: ["connection"],
    enabled: isAway,
    refetchInterval: AGAIN_MS,
    retry: false,
    queryFn: async () => {
      const { ok } = await fetch("/health/live");
      if (ok) outOfReach.lower();
      return ok;
    },
  });
  return (
    <div role="status">
      {isAway ? (
        <Alert color="yellow" mb="md" icon={<IconCloudOff aria-hidden />}>
          {say("shell.offline")}
        </Alert>
      ) : null}
    </div>
  );
}
