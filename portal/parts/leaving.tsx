// Closing one's account: a code stands between an unlocked phone and that.
import { answered, done } from "@fedele/sdk/browser.ts";
import { Button } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { api } from "../api.ts";
import { useSpeech } from "../language.ts";
import { LEFT } from "../session.ts";
import { CodeField } from "./codeField.tsx";
import { Sheet } from "./sheet.tsx";
import { Submit, Trouble } from "./states.tsx";

export function Leaving({ onLeft }: { onLeft(): Promise<void> }) {
  const { say } = useSpeech();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <button type="button" className="link" onClick={() => setOpen(true)}>
        {say("me.leaveAsk")}
      </button>
      {isOpen ? <LeavingSheet onLeft={onLeft} onClose={() => setOpen(false)} /> : null}
    </>
  );
}

function LeavingSheet({ onLeft, onClose }: { onLeft(): Promise<void>; onClose(): void }) {
  const { say } = useSpeech();
  const asking = useMutation({ mutationFn: () => answered(api.POST("/v1/me/closure-codes")) });
  const closing = useMutation({
    mutationFn: (code: string) => done(api.POST("/v1/me/closure", { body: code === "" ? {} : { code } })),
    onSuccess: async () => {
      sessionStorage.setItem(LEFT, "1");
      await onLeft();
    },
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    closing.mutate(String(new FormData(event.currentTarget).get("code") ?? ""));
  };
  return (
    <Sheet title={say("me.leave")} onClose={onClose}>
      <p>{say("me.leaveHint")}</p>
      {asking.data === undefined ? (
        <>
          <Trouble error={asking.error} />
          <Button color="red" size="md" loading={asking.isPending} onClick={() => asking.mutate()}>
            {say("me.leave")}
          </Button>
        </>
      ) : (
        <form className="block-plain" onSubmit={submit}>
          {asking.data.isNeeded ? (
            <>
              <p role="status">{say("me.leaveCode")}</p>
              <CodeField name="code" label={say("door.code")} />
            </>
          ) : null}
          <Trouble error={closing.error} otherwise={{ forbidden: "refusal.wrongCode" }} />
          <Submit isSending={closing.isPending}>{say("me.leaveNow")}</Submit>
        </form>
      )}
      <button type="button" className="link" onClick={onClose}>
        {say("state.cancel")}
      </button>
    </Sheet>
  );
}
