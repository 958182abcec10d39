/** Every way in which the platform says no. A closed list: platform/http.ts maps each to one status. */
export const refusalCodes = [
  "invalid",
  "unauthenticated",
  "partner_float",
  "forbidden",
  "not_found",
  "conflict",
  "too_large",
  "insufficient_points",
  "too_many",
  "unavailable",
] as const;

export type RefusalCode = (typeof refusalCodes)[number];

/** Something the caller asked for that we will not do. Anything else thrown is a bug. */
export class Refusal extends Error {
  readonly code: RefusalCode;
  /** Seconds after which asking again makes sense; sent as Retry-After. */
  readonly retryAfterSeconds: number | undefined;
  /** Where in the request the fault is, as a path: `items[2].amountMinor`. */
  readonly field: string | undefined;
  /** Who to ask instead: the id of the member that the one who was asked for has become. For code, not for callers. */
  readonly movedTo: string | undefined;

  constructor(
    code: RefusalCode,
    message: string,
    options: { retryAfterSeconds?: number; field?: string; movedTo?: string } = {},
  ) {
    super(message);
    this.name = "Refusal";
    this.code = code;
    this.retryAfterSeconds = options.retryAfterSeconds;
    this.field = options.field;
    this.movedTo = options.movedTo;
  }
}

/** What came of one among many, or why nothing did: a refusal must not end the others' batch. */
export function outcomeOf<T>(act: () => T): T | Refusal {
  try {
    return act();
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
}

/** What came of those that were not refused. */
export function successesIn<T>(outcomes: readonly (T | Refusal)[]): T[] {
  return outcomes.flatMap((outcome) => (outcome instanceof Refusal ? [] : [outcome]));
}
