// The link that a till showed: opening it changes nothing, the button does.
import { answered } from "@fedele/sdk/browser.ts";
import { Button } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "../api.ts";
import { useSpeech } from "../language.ts";
import { replaceBy, slug } from "../place.ts";
import type { Portal } from "../queries.ts";
import { enter } from "../session.ts";

export function EnterPage({ shop }: { shop: Portal }) {
  const { say } = useSpeech();
  // Taken once: after signing in the address holds no secret any more, used up or not.
  const [token] = useState(() => location.hash.slice(1));
  const entering = useMutation({
    mutationFn: () =>
      answered(api.POST("/v1/portal/{slug}/link-sign-ins", { params: { path: { slug } }, body: { token } })),
    onSuccess: async ({ csrfToken }) => {
      await enter(csrfToken);
      replaceBy("home");
    },
  });
  const isOver = token === "" || entering.isError;
  return (
    <>
      <h1>{say("enter.title")}</h1>
      <p>{say("enter.hint", { shop: shop.name })}</p>
      {isOver ? (
        <p role="alert" className="trouble">
          {say("enter.over")}
        </p>
      ) : null}
      {isOver ? (
        <button type="button" className="link" onClick={() => replaceBy("home")}>
          {say("door.title")}
        </button>
      ) : (
        <Button size="md" loading={entering.isPending} onClick={() => entering.mutate()}>
          {say("enter.go")}
        </Button>
      )}
    </>
  );
}
