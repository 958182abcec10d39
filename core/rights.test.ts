import { expect, test } from "vitest";
import { blockSteps, statusUnder, type Verb, whyMayNot } from "./rights.ts";

const verbs: readonly Verb[] = [
  "earn",
  "receive",
  "spend",
  "hold",
  "transfer",
  "capture",
  "use_reward",
  "give_reward",
  "claim",
  "keep",
];

test.each([
  [null, verbs],
  ["no_login", verbs],
  ["earn_only", ["earn", "receive", "capture", "use_reward", "keep"]],
  ["nothing", ["keep"]],
] as const)("59: who is blocked by %s may %j", (step, allowed) => {
  const status = statusUnder(step);
  expect(verbs.filter((verb) => whyMayNot({ status, isChild: false }, verb) === null)).toEqual(allowed);
});

test("59: each step forbids what the one before it forbids", () => {
  const allowed = blockSteps.map((step) =>
    verbs.filter((verb) => whyMayNot({ status: statusUnder(step), isChild: false }, verb) === null),
  );
  allowed.slice(1).forEach((those, index) => {
    expect(allowed[index]).toEqual(expect.arrayContaining(those));
  });
});

test("who has left does nothing, and nothing is done", () => {
  expect(new Set(verbs.map((verb) => whyMayNot({ status: "closed", isChild: false }, verb)))).toEqual(
    new Set(["closed"]),
  );
});

test.each(["active", "earn_only", "blocked", "closed"] as const)("56: a child who is %s may not do more", (status) => {
  const allowed = verbs.filter((verb) => whyMayNot({ status, isChild: true }, verb) === null);
  const grown = verbs.filter((verb) => whyMayNot({ status, isChild: false }, verb) === null);
  expect(grown).toEqual(expect.arrayContaining(allowed));
  for (const verb of ["spend", "hold", "transfer", "give_reward"] as const) expect(allowed).not.toContain(verb);
  for (const verb of ["earn", "claim", "receive"] as const) expect(allowed.includes(verb)).toBe(grown.includes(verb));
});

test("whose contact was changed a moment ago takes nothing out, and earns and keeps as before", () => {
  const frozen = { status: "active", isChild: false, isFrozen: true } as const;
  expect(verbs.filter((verb) => whyMayNot(frozen, verb) === "frozen")).toEqual([
    "spend",
    "hold",
    "transfer",
    "give_reward",
  ]);
  expect(verbs.filter((verb) => whyMayNot(frozen, verb) === null)).toEqual([
    "earn",
    "receive",
    "capture",
    "use_reward",
    "claim",
    "keep",
  ]);
});
