// Everything that was looked at, one line each.
import { answered } from "@fedele/sdk/browser.ts";
import type { HealthReport } from "@fedele/sdk/schemas/health.ts";
import { Anchor, Card } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { api } from "../../../api.ts";
import { useSpeech } from "../../../language.ts";
import { useSession } from "../../../session.ts";
import classes from "./health.module.css";
import { Heartbeats } from "./heartbeats.tsx";
import { Line } from "./line.tsx";

const GB = 1024 ** 3;
const MINUTE_SECONDS = 60;

export function Overview({ report }: { report: HealthReport }) {
  return (
    <Card withBorder py={4}>
      <ul className={classes.lines}>
        <Events {...report.events} />
        <Letters {...report.letters} />
        <Webhooks {...report.webhooks} />
        <Heartbeats heartbeats={report.heartbeats} />
        <AuditLine />
        {report.ground === undefined ? null : <Machine {...report.ground} />}
      </ul>
    </Card>
  );
}

function Events({ waiting, oldestSeconds, retrying, dead, state }: HealthReport["events"]) {
  const { say } = useSpeech();
  const minutes = Math.round(oldestSeconds / MINUTE_SECONDS);
  return (
    <>
      <Line title={say("health.events")} state={dead > 0 ? "ok" : state}>
        {waiting + retrying === 0
          ? say("health.events.none")
          : say("health.events.waiting", { waiting, minutes, retrying })}
      </Line>
      <Line title={say("health.dead")} state={dead > 0 ? "warning" : "ok"}>
        {dead === 0 ? say("health.dead.none") : say("health.dead.some", { count: dead })}
      </Line>
    </>
  );
}

function Letters({ state, queued, failed, kept }: HealthReport["letters"]) {
  const { say } = useSpeech();
  const { scopes } = useSession();
  return (
    <Line title={say("health.letters")} state={state}>
      {state === "ok" ? say("health.letters.ok", { queued }) : say("health.letters.failed", { failed, kept })}{" "}
      {scopes.has("outbox:read") ? (
        <Anchor inherit underline="always" renderRoot={(props) => <Link to="/settings/outbox" {...props} />}>
          {say("settings.outbox")}
        </Anchor>
      ) : null}
    </Line>
  );
}

function Webhooks({ state, failing }: HealthReport["webhooks"]) {
  const { say } = useSpeech();
  return (
    <Line title={say("settings.webhooks")} state={state}>
      {failing === 0 ? say("health.webhooks.ok") : say("health.webhooks.failing", { failing })}{" "}
      <Anchor inherit underline="always" renderRoot={(props) => <Link to="/settings/webhooks" {...props} />}>
        {say("settings.webhooks")}
      </Anchor>
    </Line>
  );
}

function AuditLine() {
  const { say, moment } = useSpeech();
  const { tenant } = useSession();
  const { data } = useQuery({
    queryKey: ["audit", "verification"],
    queryFn: () => answered(api.GET("/v1/audit-verification")),
  });
  if (data === undefined) return null;
  const { isWhole, entries, sealedUntil } = data;
  const whole =
    sealedUntil === undefined
      ? say("audit.wholeEmpty")
      : say("audit.whole", { entries, at: moment(sealedUntil, tenant.timezone) });
  return (
    <Line title={say("health.audit")} state={isWhole ? "ok" : "wrong"}>
      {isWhole ? whole : say("audit.broken")}{" "}
      <Anchor inherit underline="always" renderRoot={(props) => <Link to="/settings/audit" {...props} />}>
        {say("settings.audit")}
      </Anchor>
    </Line>
  );
}

function Machine({ disk, clock }: NonNullable<HealthReport["ground"]>) {
  const { say, number } = useSpeech();
  return (
    <>
      <Line title={say("health.disk")} state={disk.state}>
        {say("health.disk.free", { free: number(Math.round((disk.freeBytes / GB) * 10) / 10) })}
      </Line>
      <Line title={say("health.clock")} state={clock.state}>
        {say("health.clock.apart", { ms: number(clock.apartMs) })}
      </Line>
    </>
  );
}
