// What stands where there is nothing yet: waiting, trouble, empty.
import { Button } from "@mantine/core";
import type { ReactNode } from "react";
import { useSpeech } from "../language.ts";
import { refusalText } from "../refusals.ts";

/** As high as what will stand here, so that nothing jumps. */
export function Waiting({ blocks = 2 }: { blocks?: number }) {
  const { say } = useSpeech();
  return (
    <div role="status" aria-label={say("state.waiting")} className="block-plain">
      {Array.from({ length: blocks }, (_, index) => (
        <div key={String(index)} className="skeleton" />
      ))}
    </div>
  );
}

type TroubleProps = { error: unknown; otherwise?: Parameters<typeof refusalText>[1]; again?: () => void };

/** Why something did not come about, in the member's words. Nothing where there is nothing to say. */
export function Trouble({ error, otherwise = {}, again }: TroubleProps) {
  const { say } = useSpeech();
  if (error === null || error === undefined) return null;
  return (
    <div role="alert" className="trouble">
      <p>{say(refusalText(error, otherwise))}</p>
      {again === undefined ? null : (
        <button type="button" className="link" onClick={again}>
          {say("state.again")}
        </button>
      )}
    </div>
  );
}

export function Empty({ title, hint, children }: { title: string; hint: string; children?: ReactNode }) {
  return (
    <div className="empty">
      <h2>{title}</h2>
      <p className="quiet">{hint}</p>
      {children}
    </div>
  );
}

type SubmitProps = { children: ReactNode; isSending: boolean };

export function Submit({ children, isSending }: SubmitProps) {
  return (
    <Button type="submit" size="md" loading={isSending} fullWidth>
      {children}
    </Button>
  );
}
