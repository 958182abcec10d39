// Sent once, however often it is pressed: the same request has the same key until it has been answered well.
import { useRef } from "react";

/** `keyFor(content)`: the key of this content; `forget()` once it is done, so that the same can be asked again. */
export function useRequestKey(): { keyFor(content: unknown): { "idempotency-key": string }; forget(): void } {
  const last = useRef<{ readonly content: string; readonly key: string } | undefined>(undefined);
  return {
    keyFor: (content) => {
      const text = JSON.stringify(content);
      if (last.current?.content !== text) last.current = { content: text, key: crypto.randomUUID() };
      return { "idempotency-key": last.current.key };
    },
    forget: () => {
      last.current = undefined;
    },
  };
}
