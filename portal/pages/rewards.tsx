// What points buy: what is ready to be shown at the till, what can be had now, and what is near.
import { answered } from "@fedele/sdk/browser.ts";
import { Button, TextInput } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, Suspense, useState } from "react";
import { api } from "../api.ts";
import { useSpeech } from "../language.ts";
import { Code } from "../parts/code.tsx";
import { Sheet } from "../parts/sheet.tsx";
import { Empty, Submit, Trouble, Waiting } from "../parts/states.tsx";
import { type IssuedReward, issuedQuery, portalQuery, type Reward, rewardsQuery, walletsQuery } from "../queries.ts";

/** What is open: something to be taken, or something that was. The key makes two taps one. */
type Open =
  | { readonly what: "offer"; readonly reward: Reward; readonly key: string }
  | { readonly what: "taken"; readonly issued: IssuedReward };

export function RewardsPage() {
  const { say } = useSpeech();
  const [open, setOpen] = useState<Open>();
  const rewards = useQuery(rewardsQuery);
  const issued = useQuery(issuedQuery);
  if (rewards.data === undefined || issued.data === undefined) {
    const error = rewards.error ?? issued.error;
    return error === null ? <Waiting blocks={3} /> : <Trouble error={error} again={() => rewards.refetch()} />;
  }
  const ready = issued.data.filter(({ status }) => status === "active" || status === "reserved");
  const earlier = issued.data.filter(({ status }) => status !== "active" && status !== "reserved");
  const now = rewards.data.filter(({ canHave }) => canHave);
  const soon = rewards.data.filter(({ canHave }) => !canHave);
  const offer = (reward: Reward) => setOpen({ what: "offer", reward, key: crypto.randomUUID() });
  return (
    <>
      <h1>{say("rewards.title")}</h1>
      <Taken title={say("rewards.mine")} list={ready} onOpen={(one) => setOpen({ what: "taken", issued: one })} />
      <Offers title={say("rewards.now")} list={now} onOpen={offer} />
      <Offers title={say("rewards.soon")} list={soon} />
      {rewards.data.length === 0 && ready.length === 0 ? (
        <Empty title={say("rewards.none")} hint={say("rewards.noneHint")} />
      ) : null}
      <CouponForm onClaimed={(one) => setOpen({ what: "taken", issued: one })} />
      {earlier.length === 0 ? null : (
        <details>
          <summary>{say("rewards.earlier")}</summary>
          <ul className="lines">
            {earlier.map((one) => (
              <li key={one.id} className="row">
                <span className="row-text">{one.name}</span>
                <span className="quiet small">{say(`rewards.${fateOf(one.status)}`)}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
      {open?.what === "offer" ? (
        <OfferSheet
          offer={open}
          onTaken={(one) => setOpen({ what: "taken", issued: one })}
          onClose={() => setOpen(undefined)}
        />
      ) : null}
      {open?.what === "taken" ? <TakenSheet issued={open.issued} onClose={() => setOpen(undefined)} /> : null}
    </>
  );
}

function fateOf(status: IssuedReward["status"]): "used" | "expired" | "cancelled" | "given" | "reserved" {
  switch (status) {
    case "used":
    case "expired":
    case "cancelled":
    case "given":
    case "reserved":
      return status;
    case "issued":
    case "active":
      return "reserved";
  }
}

type OffersProps = { title: string; list: readonly Reward[]; onOpen?: (reward: Reward) => void };

function Offers({ title, list, onOpen }: OffersProps) {
  const { say, day } = useSpeech();
  const { data: portal } = useQuery(portalQuery);
  if (list.length === 0) return null;
  const conditionOf = ({ why, tiers, validFrom, missing, validUntil }: Reward): string => {
    if (why === "out_of_stock") return say("rewards.outOfStock");
    if (why === "other_tier") return say("rewards.forTiers", { tiers: tiers.join(", ") });
    if (why === "too_early" && validFrom !== null)
      return say("rewards.from", { day: day(validFrom, portal?.timezone) });
    if (missing > 0) return say("rewards.more", { points: missing });
    return validUntil === null ? "" : say("rewards.until", { day: day(validUntil, portal?.timezone) });
  };
  return (
    <section className="block-plain">
      <h2>{title}</h2>
      <ul className="lines">
        {list.map((reward) => (
          <li key={reward.code}>
            <button type="button" className="ticket" disabled={onOpen === undefined} onClick={() => onOpen?.(reward)}>
              <span className="row-text">
                <strong>{reward.name}</strong>
                <span className="quiet small">{conditionOf(reward)}</span>
              </span>
              <span className="figures">{say("rewards.cost", { points: reward.cost.points })}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

type TakenProps = { title: string; list: readonly IssuedReward[]; onOpen(issued: IssuedReward): void };

function Taken({ title, list, onOpen }: TakenProps) {
  const { say } = useSpeech();
  const good = useGoodUntil();
  if (list.length === 0) return null;
  return (
    <section className="block">
      <h2>{title}</h2>
      <ul className="lines">
        {list.map((issued) => (
          <li key={issued.id}>
            <button type="button" className="ticket" onClick={() => onOpen(issued)}>
              <span className="row-text">
                <strong>{issued.name}</strong>
                <span className="quiet small">
                  {issued.status === "reserved" ? say("rewards.reserved") : good(issued)}
                </span>
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

function useGoodUntil(): (issued: IssuedReward) => string {
  const { say, day } = useSpeech();
  const { data: portal } = useQuery(portalQuery);
  return ({ expiresAt }) =>
    expiresAt === null
      ? say("rewards.goodAlways")
      : say("rewards.goodUntil", { day: day(new Date(Date.parse(expiresAt) - 1).toISOString(), portal?.timezone) });
}

/** What a reward that was taken or given back touches. */
function useAskAnew(): () => Promise<unknown> {
  const known = useQueryClient();
  return () =>
    Promise.all(
      [rewardsQuery, issuedQuery, walletsQuery, { queryKey: ["timeline"] }].map(({ queryKey }) =>
        known.invalidateQueries({ queryKey }),
      ),
    );
}

type OfferSheetProps = {
  offer: Extract<Open, { what: "offer" }>;
  onTaken(issued: IssuedReward): void;
  onClose(): void;
};

function OfferSheet({ offer, onTaken, onClose }: OfferSheetProps) {
  const { say } = useSpeech();
  const askAnew = useAskAnew();
  const { reward, key } = offer;
  const taking = useMutation({
    mutationFn: () =>
      answered(
        api.POST("/v1/me/issued-rewards", {
          params: { header: { "idempotency-key": key } },
          body: { reward: reward.code },
        }),
      ),
    onSuccess: async (issued) => {
      onTaken(issued);
      await askAnew();
    },
  });
  return (
    <Sheet title={reward.name} onClose={onClose}>
      <Trouble error={taking.error} />
      <Button size="md" loading={taking.isPending} onClick={() => taking.mutate()}>
        {say("rewards.take", { points: reward.cost.points })}
      </Button>
    </Sheet>
  );
}

function TakenSheet({ issued, onClose }: { issued: IssuedReward; onClose(): void }) {
  const { say } = useSpeech();
  const askAnew = useAskAnew();
  const good = useGoodUntil();
  const undoing = useMutation({
    mutationFn: () =>
      answered(
        api.POST("/v1/me/issued-rewards/{issuedRewardId}/cancel", {
          params: { path: { issuedRewardId: issued.id }, header: { "idempotency-key": `undo-${issued.id}` } },
        }),
      ),
    onSuccess: askAnew,
  });
  if (undoing.isSuccess) {
    return (
      <Sheet title={issued.name} onClose={onClose}>
        <p role="status">{say("rewards.undone")}</p>
      </Sheet>
    );
  }
  return (
    <Sheet title={issued.name} onClose={onClose}>
      <p role="status">
        <strong>{say("rewards.taken")}.</strong> {say("rewards.show")}
      </p>
      {issued.code === null ? null : (
        <Suspense fallback={<div className="code" />}>
          <Code text={issued.code} label={say("rewards.code", { reward: issued.name })} />
        </Suspense>
      )}
      <p className="quiet small">{good(issued)}</p>
      <Trouble error={undoing.error} />
      {issued.mayUndo ? (
        <Button variant="default" size="md" loading={undoing.isPending} onClick={() => undoing.mutate()}>
          {say("rewards.undo")}
        </Button>
      ) : null}
    </Sheet>
  );
}

function CouponForm({ onClaimed }: { onClaimed(issued: IssuedReward): void }) {
  const { say } = useSpeech();
  const askAnew = useAskAnew();
  const claiming = useMutation({
    mutationFn: (code: string) => answered(api.POST("/v1/me/coupons", { body: { code } })),
    onSuccess: async (issued) => {
      onClaimed(issued);
      await askAnew();
    },
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const code = new FormData(event.currentTarget).get("code");
    if (typeof code === "string" && code.trim() !== "") claiming.mutate(code.trim());
  };
  return (
    <details>
      <summary>{say("rewards.coupon")}</summary>
      <form className="block-plain" onSubmit={submit}>
        <TextInput
          name="code"
          label={say("rewards.couponCode")}
          size="md"
          maxLength={128}
          autoCapitalize="characters"
          autoComplete="off"
        />
        <Trouble error={claiming.error} otherwise={{ not_found: "rewards.couponNo", invalid: "rewards.couponNo" }} />
        <Submit isSending={claiming.isPending}>{say("rewards.couponClaim")}</Submit>
      </form>
    </details>
  );
}
