// When the sales of a till that was without a network happened. Its clock may be wrong, or have been set in between;
// the counter of its sales is not. Pure: the moment of sending comes in.

/** How long a till may have been without a network: a long weekend. What is older waits for a person. */
export const OFFLINE_LATE_MS = 72 * 60 * 60 * 1_000;
/** How far a till's clock may be ahead of ours after it was set right by us. */
export const OFFLINE_AHEAD_MS = 5 * 60 * 1_000;

/** A sale as the device knows it: its place in the device's own order, and what the device's clock showed. */
export type DeviceSale = Readonly<{ counter: number; deviceAt: number }>;

/** The moment of sending by both clocks, and the latest sale that was known of this device before. */
export type Sending = Readonly<{
  deviceNow: number;
  serverNow: number;
  last: Readonly<{ counter: number; at: number }> | null;
}>;

/** `too_late`, `ahead`: neither its own clock nor its neighbours say a time that can be believed. */
export type Placed = Readonly<{ at: number; verdict: "believed" | "too_late" | "ahead" }>;

/**
 * Where each sale belongs, in the order of the list. The difference of the two clocks at the moment of sending is taken
 * off first. The rest is told by the counter: a sale is no later than the next one, and one whose time cannot be
 * believed lies between its neighbours, if there is one on the side that matters.
 */
export function placeInTime(sales: readonly DeviceSale[], sending: Sending): Placed[] {
  const { serverNow, last } = sending;
  const shift = serverNow - sending.deviceNow;
  const rows = sales
    .map(({ counter, deviceAt }, index) => ({ index, counter, at: deviceAt + shift }))
    .toSorted((a, b) => a.counter - b.counter);
  const isBelievable = (at: number): boolean => at >= serverNow - OFFLINE_LATE_MS && at <= serverNow + OFFLINE_AHEAD_MS;

  // From the last one back: the later ones are nearer to the moment at which the clock was compared.
  const upper: (number | null)[] = [];
  let next: number | null = null;
  for (const { counter, at } of rows.toReversed()) {
    const known: number | null = last !== null && counter < last.counter ? last.at : null;
    const bound: number | null = next === null || (known !== null && known < next) ? known : next;
    upper.unshift(bound);
    if (isBelievable(at)) next = Math.min(at, bound ?? at, serverNow);
  }

  const placed: Placed[] = [];
  let before: number | null = null;
  rows.forEach(({ index, counter, at }, place) => {
    const known = last !== null && counter > last.counter ? last.at : null;
    const lower: number | null = before === null || (known !== null && known > before) ? known : before;
    const found = between(at, { lower, upper: upper[place] ?? null, serverNow });
    if (found.verdict === "believed") before = found.at;
    placed[index] = found;
  });
  return placed;
}

function between(
  at: number,
  { lower, upper, serverNow }: { lower: number | null; upper: number | null; serverNow: number },
): Placed {
  const earliest = serverNow - OFFLINE_LATE_MS;
  // What happened "after" the next sale happened before it; nothing that was sent has yet to happen.
  const capped = upper !== null && at > upper ? upper : at;
  if (capped > serverNow + OFFLINE_AHEAD_MS) return { at: capped, verdict: "ahead" };
  const past = Math.min(capped, serverNow);
  const raised = lower !== null && past < lower && (upper === null || lower <= upper) ? lower : past;
  return raised < earliest ? { at: raised, verdict: "too_late" } : { at: raised, verdict: "believed" };
}
