// How Fedele itself is: what waits, what was given up, what beats, and what it stands on.
import { type Static, Type } from "typebox";
import { Page } from "./page.ts";
import { Id, Instant, OneOf, Whole } from "./scalars.ts";

const State = OneOf(["ok", "warning", "wrong"] as const, {
  description: "ok: as it should be. warning: to be looked at soon. wrong: at once.",
});

export const Ground = Type.Object(
  {
    disk: Type.Object(
      { state: State, freeBytes: Whole("How much room is left where the data lies, in bytes.") },
      { additionalProperties: false },
    ),
    clock: Type.Object(
      { state: State, apartMs: Whole("How far this machine's clock and the database's are apart, in milliseconds.") },
      { additionalProperties: false },
    ),
    backup: Type.Object(
      {
        state: State,
        kind: OneOf(["taken", "never", "none", "left_to_you"] as const, {
          description:
            "taken: there is one. never: none was taken yet. none: none is ever taken, because BACKUP_FOLDER is not " +
            "set. left_to_you: the database is a server of your own, with tools of its own.",
        }),
        takenAt: Type.Optional(Instant("When the newest one was taken.")),
        verifiedAt: Type.Optional(Instant("When it was restored elsewhere and agreed with itself; absent: never.")),
      },
      { additionalProperties: false },
    ),
  },
  { additionalProperties: false },
);
export type Ground = Static<typeof Ground>;

const Heartbeat = Type.Object(
  {
    name: Type.String({ description: "What it does, as the log names it." }),
    state: OneOf(["ok", "late", "failing"] as const, {
      description: "late: it should have been seen since. failing: the last time it could not do its work.",
    }),
    doneAt: Type.Optional(Instant("When it last did its work; absent: not yet.")),
    failedAt: Type.Optional(Instant("When it last failed; absent: never.")),
  },
  { additionalProperties: false },
);

export const HealthReport = Type.Object(
  {
    at: Instant("When it was looked at."),
    events: Type.Object(
      {
        state: State,
        waiting: Whole("Groups of events of this tenant that nobody has read yet."),
        oldestSeconds: Whole("How long the oldest of them has waited, in seconds; 0: none waits."),
        retrying: Whole("Events that a listener failed on and will try again."),
        dead: Whole("Events that were given up; see the dead letters."),
      },
      { additionalProperties: false },
    ),
    letters: Type.Object(
      {
        state: State,
        queued: Whole("Letters on their way."),
        failed: Whole("Letters of the last days that no mail server took."),
        kept: Whole("Letters of the last days that went to nobody, because no mail server is set."),
      },
      { additionalProperties: false },
    ),
    webhooks: Type.Object(
      { state: State, failing: Whole("Addresses that fail, or were switched off because they did.") },
      { additionalProperties: false },
    ),
    heartbeats: Type.Array(Heartbeat, { description: "What happens by the clock. Empty: no server has started yet." }),
    hosting: Type.Object(
      {
        address: Type.String({ description: "Where links lead to.", examples: ["https://points.example.com"] }),
        isGiven: Type.Boolean({ description: "Whether somebody set it (PUBLIC_URL); if not, it is this machine's." }),
        isSecure: Type.Boolean({ description: "Whether it is https, or this machine itself." }),
      },
      { additionalProperties: false },
    ),
    ground: Type.Optional(Ground),
  },
  {
    $id: "HealthReport",
    additionalProperties: false,
    description:
      "How Fedele is, for one tenant. `ground` is there for an owner alone, where the installation is theirs: " +
      "where nobody else has a tenant here that is no demo.",
  },
);
export type HealthReport = Static<typeof HealthReport>;

export const DeadLetter = Type.Object(
  {
    eventId: Id("evt", "The event."),
    type: Type.String({ description: "What happened.", examples: ["transfer.sent"] }),
    memberId: Id("mem", "To whom."),
    listener: Type.String({ description: "Who failed on it." }),
    attempts: Whole("How often it was tried."),
    error: Type.String({ description: "What went wrong the last time; without anybody's data." }),
    since: Instant("When it failed for the first time."),
  },
  {
    $id: "DeadLetter",
    additionalProperties: false,
    description: "An event that a listener has failed on for the last time.",
  },
);
export type DeadLetter = Static<typeof DeadLetter>;

export const DeadLetterPage = Page("DeadLetterPage", DeadLetter);
export const DeadLetterPath = Type.Object({ eventId: Id("evt", "The event.") }, { additionalProperties: false });

/** How many are tried again by one request. */
export const DEAD_LETTERS_RETRIED_MAX = 500;

export const DeadLetterRetry = Type.Object(
  { retried: Whole("How many will be tried again.", { maximum: DEAD_LETTERS_RETRIED_MAX }) },
  { $id: "DeadLetterRetry", additionalProperties: false },
);
