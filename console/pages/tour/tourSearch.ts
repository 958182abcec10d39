// What of the tour stands in the address, so that it goes on there: the step, and the member whom the visitor plays.
export const tourSteps = ["join", "phone", "buy", "wait", "reward", "why", "own"] as const;
export type TourStep = (typeof tourSteps)[number];

export type TourSearch = { step?: TourStep; member?: string };

export function tourSearch({ step, member }: Record<string, unknown>): TourSearch {
  const known = tourSteps.find((one) => one === step);
  return {
    ...(known === undefined ? {} : { step: known }),
    ...(typeof member === "string" && /^mem_[0-9a-z]{1,64}$/.test(member) ? { member } : {}),
  };
}
