import { activityKinds } from "@fedele/core/activity.ts";
import { JOURNEY_BRANCHES_MAX, JOURNEY_STEPS_MAX } from "@fedele/core/journeyFaults.ts";
import { journeyDates, journeyEvents, journeyOutcomes, stretchUnits } from "@fedele/core/journeys.ts";
import { type Static, Type } from "typebox";
import { Page, pageQuery } from "./page.ts";
import { ConditionGroup } from "./programme.ts";
import { Code, Id, Instant, Line, OneOf, OrNull, Whole } from "./scalars.ts";

/** How many journeys a tenant has that have not ended, drafts among them. */
export const JOURNEYS_MAX = 1_000;
/** How many of them lead members at a time: each is looked at for whatever a member does. */
export const JOURNEYS_RUNNING_MAX = 100;
/** The longest that a member stands at one step. */
const WAIT_MAX = 100_000;

const stepName = Type.String({
  minLength: 1,
  maxLength: 40,
  pattern: "^[a-zA-Z0-9_-]+$",
  description: "A step's own name.",
});
const conditions = Type.Optional(ConditionGroup);

const Stretch = Type.Object(
  {
    amount: Whole("How many.", { minimum: 1, maximum: WAIT_MAX }),
    unit: OneOf(stretchUnits, {
      description: "Minutes and hours never stop; so many days later it is the same time of day at the shop.",
    }),
  },
  { $id: "JourneyStretch", additionalProperties: false, description: "How long something lasts." },
);

const activityTrigger = {
  kind: Type.Literal("activity"),
  activity: OneOf(activityKinds, { description: "What the member does." }),
  name: Type.Optional(Code("The tenant's own word for a custom activity. Default: any.")),
  conditions,
};

const Done = Type.Object(activityTrigger, {
  $id: "JourneyActivity",
  additionalProperties: false,
  description: "Something that a member does.",
});

const Entry = Type.Union(
  [
    Type.Object(activityTrigger, { additionalProperties: false, description: "By what a member does." }),
    Type.Object(
      {
        kind: Type.Literal("event"),
        event: OneOf(journeyEvents, { description: "What happened to the member." }),
        conditions,
      },
      { additionalProperties: false, description: "By what happens to a member." },
    ),
    Type.Object(
      {
        kind: Type.Literal("date"),
        date: OneOf(journeyDates, {
          description:
            "A day of the member's own. Born on 29 February, they have it on the 28th where there is no 29th.",
        }),
        daysBefore: Whole("So many days before that day. 0: on it.", { maximum: 60 }),
        conditions,
      },
      { additionalProperties: false, description: "By a day of the calendar." },
    ),
    Type.Object(
      { kind: Type.Literal("segment"), conditions: ConditionGroup },
      {
        additionalProperties: false,
        description: "Whoever comes to meet conditions on members, and whoever does so when the journey starts.",
      },
    ),
  ],
  { $id: "JourneyEntry", description: "How members come in." },
);

const Keyed = Type.Union(
  [
    Type.Object(
      { kind: Type.Literal("document") },
      { additionalProperties: false, description: "The receipt or order." },
    ),
    Type.Object(
      { kind: Type.Literal("attribute"), name: Type.String({ pattern: "^[a-zA-Z][a-zA-Z0-9_.]{0,63}$" }) },
      { additionalProperties: false, description: "What one attribute of the activity names: a basket, a stay." },
    ),
  ],
  { $id: "JourneyKey", description: "What a journey is about, besides the member: each object is led by itself." },
);

const Reentry = Type.Union(
  [
    Type.Object({ kind: Type.Literal("once") }, { additionalProperties: false, description: "Never again." }),
    Type.Object(
      { kind: Type.Literal("after_end") },
      { additionalProperties: false, description: "Once it has ended." },
    ),
    Type.Object(
      { kind: Type.Literal("after_days"), days: Whole("Days.", { minimum: 1, maximum: 3_660 }) },
      { additionalProperties: false, description: "So many days after the last time began, and not while that lasts." },
    ),
  ],
  { $id: "JourneyReentry", description: "Whether the same member, about the same object, is led again." },
);

const next = OrNull(Type.String({ maxLength: 40, description: "The step that follows; null: the journey ends." }));
const otherwise = OrNull(Type.String({ maxLength: 40, description: "The step for everybody else; null: the end." }));
const step = <Kind extends string>(kind: Kind) => ({ id: stepName, kind: Type.Literal(kind) });
const closed = (description: string) => ({ additionalProperties: false, description });

const Step = Type.Union(
  [
    Type.Object({ ...step("delay"), wait: Stretch, next }, closed("Waits.")),
    Type.Object(
      {
        ...step("until"),
        time: Type.String({
          pattern: "^([01]\\d|2[0-3]):[0-5]\\d$",
          description: "On the shop's clock.",
          examples: ["09:30"],
        }),
        weekdays: Type.Optional(
          Type.Array(Whole("1 is Monday.", { minimum: 1, maximum: 7 }), {
            minItems: 1,
            maxItems: 7,
            uniqueItems: true,
          }),
        ),
        next,
      },
      closed("Waits for a time of day."),
    ),
    Type.Object(
      {
        ...step("wait_for"),
        trigger: Done,
        about: OneOf(["anything", "same_object"] as const, {
          description: "Whether it must be about the object that the journey is about.",
        }),
        within: Stretch,
        next,
        otherwise,
      },
      closed("Waits for what the member does, for so long at most."),
    ),
    Type.Object({ ...step("split"), conditions: ConditionGroup, next, otherwise }, closed("Two ways, by conditions.")),
    Type.Object(
      {
        ...step("random"),
        branches: Type.Array(
          Type.Object({ share: Whole("Its share of all shares.", { maximum: 1_000 }), next }, closed("One way.")),
          { minItems: 2, maxItems: JOURNEY_BRANCHES_MAX },
        ),
      },
      closed("Several ways, by chance; the same member always has the same."),
    ),
    Type.Object(
      {
        ...step("send"),
        template: Code("The template's code: it says by which channel, and about which topic.", 40),
        next,
      },
      closed(
        "Sends one message, or skips it with its reason: see the member's messages. The template reads " +
          "`data.object`: what the journey is about.",
      ),
    ),
    Type.Object(
      {
        ...step("points"),
        pointsType: Code("The code of the points type.", 40),
        points: Whole("How many.", { minimum: 1, maximum: 1_000_000 }),
        next,
      },
      closed("Gives points."),
    ),
    Type.Object(
      {
        ...step("task"),
        title: Line("What is to be done.", 200),
        dueDays: Whole("Until in so many days.", { maximum: 365 }),
        next,
      },
      closed("A task for staff."),
    ),
    Type.Object(
      { ...step("tell"), name: Code("What it is called there.", 40), next },
      closed("Tells other systems, by the event `journey.announced`."),
    ),
    Type.Object(step("exit"), closed("Ends the journey.")),
  ],
  { $id: "JourneyStep", description: "One step of a journey." },
);

export const JourneyPlan = Type.Object(
  {
    entry: Entry,
    keyedBy: Type.Optional(Keyed),
    reentry: Reentry,
    goal: Type.Optional(Done),
    start: stepName,
    steps: Type.Array(Step, { minItems: 1, maxItems: JOURNEY_STEPS_MAX }),
  },
  {
    $id: "JourneyPlan",
    additionalProperties: false,
    description: "How members come into a journey and where it leads them. Steps form no circle.",
  },
);
export type JourneyPlan = Static<typeof JourneyPlan>;

const name = Line("What people call it.", 100);
const journeyStatus = OneOf(["draft", "running", "paused", "ended"] as const, {
  description: "draft: nobody is in it. paused: nobody comes in and nobody goes on; what they do is not forgotten.",
});

export const NewJourney = Type.Object(
  { name, plan: JourneyPlan },
  { $id: "NewJourney", additionalProperties: false, description: "A journey, as a draft." },
);
export type NewJourney = Static<typeof NewJourney>;

export const JourneyChange = Type.Object(
  {
    name: Type.Optional(name),
    plan: Type.Optional(JourneyPlan),
    status: Type.Optional(OneOf(["running", "paused", "ended"] as const, { description: "Start, pause, or end it." })),
    underway: Type.Optional(
      OneOf(["stay", "move"] as const, {
        description:
          "With a new plan: whether those who are underway stay with the plan by which they came in, or are moved to " +
          "the new one; whoever stands at a step that it no longer has leaves. Default: stay.",
      }),
    ),
  },
  { $id: "JourneyChange", additionalProperties: false, minProperties: 1, description: "What to change of a journey." },
);
export type JourneyChange = Static<typeof JourneyChange>;

export const Journey = Type.Object(
  {
    id: Id("jrn", "The journey's id."),
    name,
    status: journeyStatus,
    version: Whole("Goes up with every new plan."),
    plan: JourneyPlan,
    createdAt: Instant("When it was made."),
    changedAt: Instant("When it was last changed."),
  },
  { $id: "Journey", additionalProperties: false, description: "A journey that members are led on." },
);
export type Journey = Static<typeof Journey>;
export const JourneyPage = Page("JourneyPage", Journey);

export const JourneyCounts = Type.Object(
  {
    waiting: Whole("Members underway, by object."),
    ended: Type.Object(Object.fromEntries(journeyOutcomes.map((outcome) => [outcome, Whole("So many.")])), {
      additionalProperties: false,
      description: "How many have ended, by how.",
    }),
    steps: Type.Array(
      Type.Object(
        { stepId: stepName, waiting: Whole("Who stands there."), passed: Whole("How often it was passed.") },
        { additionalProperties: false },
      ),
    ),
  },
  { $id: "JourneyCounts", additionalProperties: false, description: "How many are where, by step." },
);

const passedStep = Type.Object(
  {
    stepId: Type.String(),
    at: Instant("When."),
    outcome: Type.String({ description: "How it was left: passed, happened, timed_out, yes, no, goal, branch N." }),
  },
  { additionalProperties: false },
);

export const JourneyInstance = Type.Object(
  {
    id: Id("jin", "One leading of one member."),
    journeyId: Id("jrn", "The journey."),
    memberId: Id("mem", "The member."),
    version: Whole("By which version of the plan."),
    object: OrNull(Type.String({ description: "What it is about." })),
    state: OneOf(["waiting", "ended"] as const, { description: "Whether it goes on." }),
    outcome: Type.Optional(OneOf(journeyOutcomes, { description: "How it ended; absent while it goes on." })),
    stepId: OrNull(Type.String({ description: "Where the member stands." })),
    dueAt: OrNull(Instant("Until when, unless something happens.")),
    enteredAt: Instant("When it began."),
    endedAt: OrNull(Instant("When it ended.")),
    steps: Type.Array(passedStep, { description: "What was passed, the oldest first." }),
  },
  { $id: "JourneyInstance", additionalProperties: false, description: "A member on a journey." },
);
export type JourneyInstance = Static<typeof JourneyInstance>;
export const JourneyInstancePage = Page("JourneyInstancePage", JourneyInstance);

export const JourneyAnswer = Type.Object(
  {
    mayEnter: Type.Boolean({ description: "Whether the member would be let in, if they were called now." }),
    reason: OneOf(["may_enter", "not_running", "left", "underway", "been_there", "too_soon", "conditions"] as const, {
      description:
        "Why. not_running: nobody is let in at present. left: whoever has left the programme is led nowhere. " +
        "underway: they are on it. been_there, too_soon: the journey does not let them in again, or not yet. " +
        "conditions: what it asks of members is not true of them.",
    }),
    field: Type.Optional(Type.String({ description: "Of conditions: what stood in the way, by its field." })),
  },
  { $id: "JourneyAnswer", additionalProperties: false, description: "Why a member is, or is not, let in." },
);
export type JourneyAnswer = Static<typeof JourneyAnswer>;

export const JourneyPageQuery = Type.Object(pageQuery, { additionalProperties: false });
const path = Type.String({ maxLength: 64 });
export const JourneyPath = Type.Object({ journeyId: path }, { additionalProperties: false });
export const JourneyMemberPath = Type.Object({ journeyId: path, memberId: path }, { additionalProperties: false });
