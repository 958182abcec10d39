// A scanner that types: keys that come faster than any hand, and Enter. It is heard wherever the focus is.
import { useEffect, useEffectEvent } from "react";

/** Between two keys of a scanner; somebody who types well needs three times as long. */
const GAP_MAX_MS = 40;
const LETTERS_MIN = 6;

/** `typedBefore`: what stood in the field that the scanner typed into, where it typed into one. */
export function useScanner(onCode: (code: string, typedBefore: string | null) => void): void {
  const tell = useEffectEvent(onCode);
  useEffect(() => {
    let burst = "";
    let last = 0;
    let before: string | null = null;
    const listen = (event: KeyboardEvent) => {
      const isFast = event.timeStamp - last < GAP_MAX_MS;
      last = event.timeStamp;
      if (event.key === "Enter" && isFast && burst.length >= LETTERS_MIN) {
        event.preventDefault();
        event.stopPropagation();
        tell(burst, before);
        burst = "";
        return;
      }
      if (event.key.length !== 1 || event.ctrlKey || event.metaKey || event.altKey) return;
      if (!isFast || burst === "") {
        burst = "";
        before = event.target instanceof HTMLInputElement ? event.target.value : null;
      }
      burst += event.key;
    };
    window.addEventListener("keydown", listen, { capture: true });
    return () => window.removeEventListener("keydown", listen, { capture: true });
  }, []);
}
