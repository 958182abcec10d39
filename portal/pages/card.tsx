// The card: a code that changes every half minute, made by a key that never leaves this device. Without a connection it
// is as good as with one.

import { answered } from "@fedele/sdk/browser.ts";
import { cardCode, importCardKey } from "@fedele/sdk/memberCard.ts";
import { Button } from "@mantine/core";
import { useMutation, useQuery } from "@tanstack/react-query";
import { Suspense, useEffect, useState } from "react";
import { api, clockOffset } from "../api.ts";
import { type KeptCard, keepCard, keptCard } from "../cardKeys.ts";
import { useSpeech } from "../language.ts";
import { Code } from "../parts/code.tsx";
import { Empty, Trouble, Waiting } from "../parts/states.tsx";
import { meQuery, portalQuery } from "../queries.ts";

const STEP_MS = 30_000;
const TICK_MS = 1_000;

export function CardPage() {
  const { say } = useSpeech();
  const card = useQuery({ queryKey: ["card"], queryFn: async () => (await keptCard()) ?? null, networkMode: "always" });
  const making = useMutation({
    mutationFn: async () => {
      const { id, key } = await answered(api.POST("/v1/me/cards"));
      await keepCard({ id, key: await importCardKey(key), offsetMs: clockOffset() });
    },
    onSuccess: () => card.refetch(),
  });
  const { mutate, isIdle } = making;
  const isLacking = card.data === null;
  useEffect(() => {
    if (isLacking && isIdle && navigator.onLine) mutate();
  }, [isLacking, isIdle, mutate]);
  return (
    <>
      <h1>{say("card.title")}</h1>
      {card.data === undefined || making.isPending ? <Waiting /> : null}
      <Trouble error={making.error} again={() => mutate()} />
      {isLacking && !making.isPending && making.error === null ? (
        <Empty title={say("card.none")} hint={say("card.noneHint")}>
          <Button onClick={() => mutate()}>{say("card.make")}</Button>
        </Empty>
      ) : null}
      {card.data == null ? null : <Shown card={card.data} />}
    </>
  );
}

/** While it is shown the screen stays on. */
function Shown({ card }: { card: KeptCard }) {
  const { say } = useSpeech();
  const { data: me } = useQuery(meQuery);
  const { data: portal } = useQuery(portalQuery);
  const { code, seconds } = useCode(card);
  useWakeLock();
  return (
    <section className="block">
      <p>
        <strong>{me?.name ?? portal?.name}</strong>
      </p>
      {code === undefined ? (
        <div className="code" />
      ) : (
        <Suspense fallback={<div className="code" />}>
          <Code text={code} label={say("card.code", { seconds })} />
        </Suspense>
      )}
      <p className="code-text quiet">{code ?? " "}</p>
      <p>{say("card.show")}</p>
      <p className="quiet small">{say("card.offline")}</p>
    </section>
  );
}

/** By the server's clock as this device knows it. */
function useCode(card: KeptCard): { code: string | undefined; seconds: number } {
  const [now, setNow] = useState(() => Date.now());
  const [code, setCode] = useState<string>();
  const offset = clockOffset() || card.offsetMs;
  const step = Math.floor((now + offset) / STEP_MS);
  useEffect(() => {
    const ticking = setInterval(() => setNow(Date.now()), TICK_MS);
    return () => clearInterval(ticking);
  }, []);
  useEffect(() => {
    let isLeft = false;
    cardCode(card, step * STEP_MS).then((made) => {
      if (!isLeft) setCode(made);
    });
    return () => {
      isLeft = true;
    };
  }, [card, step]);
  return { code, seconds: Math.ceil(((step + 1) * STEP_MS - now - offset) / 1_000) };
}

function useWakeLock(): void {
  useEffect(() => {
    const asked = navigator.wakeLock?.request("screen").catch(() => undefined);
    return () => {
      asked?.then((lock) => lock?.release());
    };
  }, []);
}
