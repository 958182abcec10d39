import { type Static, Type } from "typebox";
import { OneOf } from "./scalars.ts";

/** Every way of saying no. A closed list; `internal` stands for our own mistakes. */
export const problemCodes = [
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
  "internal",
] as const;

export const Problem = Type.Object(
  {
    type: Type.String({ description: "A name for this kind of problem.", examples: ["urn:fedele:problem:conflict"] }),
    title: Type.String({ description: "The kind of problem in words.", examples: ["Conflict"] }),
    status: Type.Integer({ description: "The HTTP status, repeated." }),
    code: OneOf(problemCodes, { description: "The kind of problem for programs." }),
    detail: Type.String({ description: "One sentence for people: what was wrong and what to do." }),
    field: Type.Optional(
      Type.String({
        description: "Where the fault is, as a path into the request.",
        examples: ["identities[0].value"],
      }),
    ),
    requestId: Type.String({ description: "Quote this when asking for help; it stands in our log." }),
  },
  {
    $id: "Problem",
    additionalProperties: false,
    description: "Why a request was refused (RFC 9457). Nothing was written.",
  },
);
export type Problem = Static<typeof Problem>;
