// What happened, the latest first, in plain words; who wants to know why opens the line.
import { answered } from "@fedele/sdk/browser.ts";
import { Button } from "@mantine/core";
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "../api.ts";
import { useSpeech } from "../language.ts";
import { MissingSheet } from "../parts/missingSheet.tsx";
import { Empty, Trouble, Waiting } from "../parts/states.tsx";
import { portalQuery, type TimelineItem } from "../queries.ts";

const PAGE = 20;

export function ActivityPage() {
  const { say, language } = useSpeech();
  const [isMissing, setMissing] = useState(false);
  const timeline = useInfiniteQuery({
    queryKey: ["timeline", language],
    initialPageParam: "",
    queryFn: ({ pageParam }) =>
      answered(
        api.GET("/v1/me/timeline", {
          params: { query: { limit: PAGE, ...(pageParam === "" ? {} : { cursor: pageParam }) } },
        }),
      ),
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });
  const items = timeline.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <>
      <h1>{say("activity.title")}</h1>
      {timeline.isPending ? <Waiting blocks={4} /> : null}
      <Trouble error={timeline.error} again={() => timeline.refetch()} />
      {timeline.isSuccess && items.length === 0 ? (
        <Empty title={say("activity.none")} hint={say("activity.noneHint")} />
      ) : null}
      <ul className="lines">
        {items.map((item) => (
          <Line key={item.id} item={item} />
        ))}
      </ul>
      {timeline.hasNextPage ? (
        <Button variant="default" loading={timeline.isFetchingNextPage} onClick={() => timeline.fetchNextPage()}>
          {say("activity.more")}
        </Button>
      ) : null}
      <button type="button" className="link" onClick={() => setMissing(true)}>
        {say("activity.missing")}
      </button>
      {isMissing ? <MissingSheet onClose={() => setMissing(false)} /> : null}
    </>
  );
}

function Line({ item }: { item: TimelineItem }) {
  const { say, day, money, number } = useSpeech();
  const { data: portal } = useQuery(portalQuery);
  const zone = portal?.timezone;
  const amount =
    item.amountMinor === undefined || item.currency === undefined || item.amountMinor === 0
      ? ""
      : ` · ${money(item.amountMinor, item.currency)}`;
  const [moved] = item.points;
  const head = (
    <>
      <span className="row-text">
        <span>
          {titleOf(item, say)}
          {amount}
        </span>
        <span className="quiet small">
          {day(item.at, zone)}
          {moved?.activatesAt === undefined || Date.parse(moved.activatesAt) < Date.now()
            ? ""
            : ` · ${say("activity.pendingUntil", { day: day(moved.activatesAt, zone) })}`}
        </span>
      </span>
      {moved === undefined || moved.points === 0 ? null : (
        <strong className={`figures ${moved.points > 0 ? "good" : ""}`}>
          {moved.points > 0 ? `+${number(moved.points)}` : number(moved.points).replace("-", "−")}
        </strong>
      )}
    </>
  );
  if (item.why.length === 0) return <li className="row">{head}</li>;
  return (
    <li>
      <details>
        <summary>
          <span className="row" style={{ flex: 1 }}>
            {head}
          </span>
        </summary>
        <p className="small">
          <strong>{say("activity.why")}</strong>
        </p>
        <ul className="small">
          {item.why.map(({ name, sentence, points }) => (
            <li key={name} className="row">
              <span className="row-text">
                <span>{name}</span>
                <span className="quiet">{sentence}</span>
              </span>
              <span className="figures">+{number(points)}</span>
            </li>
          ))}
        </ul>
      </details>
    </li>
  );
}

function titleOf(item: TimelineItem, say: ReturnType<typeof useSpeech>["say"]): string {
  switch (item.kind) {
    case "tier_change":
      return item.after == null ? say("kind.tier_none") : say("kind.tier_change", { tier: item.after });
    case "reward_issued":
    case "reward_used":
    case "reward_given":
    case "reward_cancelled":
      return say(`kind.${item.kind}`, { reward: item.rewardName ?? "" });
    default:
      return say(`kind.${item.kind}`);
  }
}
