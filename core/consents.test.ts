import { fc, test as property } from "@fast-check/vitest";
import { expect, test } from "vitest";
import {
  type ConsentState,
  consentTopics,
  currentConsents,
  isGranted,
  type Saying,
  stricterConsent,
} from "./consents.ts";

type Word = readonly [ConsentState, number] | null;
const saying = (word: Word): Saying | undefined =>
  word === null ? undefined : { topic: "email", state: word[0], at: word[1] };

test.each<[string, Word, Word, Word]>([
  ["nobody said anything", null, null, null],
  ["one agreed, the other was silent", ["granted", 5], null, ["granted", 5]],
  ["one withdrew, the other was silent", null, ["withdrawn", 5], ["withdrawn", 5]],
  ["one withdrew, the other agreed later", ["withdrawn", 3], ["granted", 9], ["withdrawn", 3]],
  ["one agreed, the other withdrew later", ["granted", 3], ["withdrawn", 9], ["withdrawn", 9]],
  ["both agreed", ["granted", 7], ["granted", 2], ["granted", 2]],
  ["both withdrew", ["withdrawn", 7], ["withdrawn", 2], ["withdrawn", 7]],
])("57: two become one: %s", (_words, mine, theirs, stricter) => {
  expect(stricterConsent(saying(mine), saying(theirs))).toEqual(saying(stricter));
  expect(stricterConsent(saying(theirs), saying(mine))).toEqual(saying(stricter));
});

test.each<[string, Word[], Word]>([
  ["silence", [], null],
  [
    "the last word counts",
    [
      ["granted", 1],
      ["withdrawn", 2],
      ["granted", 3],
    ],
    ["granted", 3],
  ],
  [
    "a paper form that comes in late changes nothing",
    [
      ["withdrawn", 5],
      ["granted", 2],
    ],
    ["withdrawn", 5],
  ],
  [
    "both at once: withdrawn",
    [
      ["withdrawn", 5],
      ["granted", 5],
    ],
    ["withdrawn", 5],
  ],
  [
    "both at once, the other way round: withdrawn",
    [
      ["granted", 5],
      ["withdrawn", 5],
    ],
    ["withdrawn", 5],
  ],
])("what holds: %s", (_words, said, holds) => {
  const all = said.flatMap((word) => saying(word) ?? []);
  expect(currentConsents(all).get("email")).toEqual(saying(holds));
});

test("a topic says nothing about another", () => {
  const said: Saying[] = [
    { topic: "email", state: "granted", at: 1 },
    { topic: "sms", state: "withdrawn", at: 2 },
  ];
  expect([...currentConsents(said)].map(([topic, { state }]) => [topic, state])).toEqual([
    ["email", "granted"],
    ["sms", "withdrawn"],
  ]);
});

test("56: a child agreed to nothing", () => {
  const granted = saying(["granted", 1]);
  expect([isGranted(granted, { isChild: false }), isGranted(granted, { isChild: true })]).toEqual([true, false]);
  expect([isGranted(saying(["withdrawn", 1]), { isChild: false }), isGranted(undefined, { isChild: false })]).toEqual([
    false,
    false,
  ]);
});

const words = fc.record({
  topic: fc.constantFrom(...consentTopics),
  state: fc.constantFrom<ConsentState>("granted", "withdrawn"),
  at: fc.integer({ min: 0, max: 5 }),
});

property.prop([fc.array(words, { maxLength: 12 })])("in whatever order things are heard, the same holds", (said) => {
  const states = (list: readonly Saying[]) =>
    [...currentConsents(list)].map(([topic, { state, at }]) => `${topic} ${state} ${at}`).toSorted();
  expect(states(said.toReversed())).toEqual(states(said));
});

property.prop([fc.option(words, { nil: undefined }), fc.option(words, { nil: undefined })])(
  "57: the stricter of two permits nothing that one of them forbids",
  (mine, theirs) => {
    const stricter = stricterConsent(mine, theirs);
    if (mine?.state === "withdrawn" || theirs?.state === "withdrawn") expect(stricter?.state).toBe("withdrawn");
    if (stricter?.state === "granted") expect([mine?.state, theirs?.state]).toContain("granted");
  },
);
