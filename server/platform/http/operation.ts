// One value describes a route: what it takes, gives and refuses, who may call it, and its words in the reference.

import type { Scope } from "@fedele/sdk/schemas/apiKey.ts";
import { type TObject, type TSchema, type TString, Type } from "typebox";
import { httpStatus, status } from "../http.ts";
import type { RefusalCode } from "../refusal.ts";

/** `self`: whoever is known, whatever they may do. `member`: a member who signed in, about himself and nobody else. */
export type Access = Scope | "public" | "self" | "member";

export type Description = {
  /** operationId: the verb and noun that the typed client shows. */
  readonly id: string;
  readonly tag: string;
  readonly summary: string;
  readonly description?: string;
  readonly scope: Access;
  /** True where the reply is cut to the caller's own partner; a partner's staff reaches nothing else. */
  readonly servesPartners?: boolean;
  /** Needs an Idempotency-Key: every POST that changes something and has no key of its own. */
  readonly idempotent?: boolean;
  readonly params?: TSchema;
  readonly query?: TSchema;
  readonly body?: TSchema;
  /** The reply of 200. */
  readonly ok?: TSchema;
  /** The reply of 200 where it is a stream of events (text/event-stream): what it carries, in words. */
  readonly stream?: string;
  /** The reply of 201. */
  readonly created?: TSchema;
  /** The reply of 202. */
  readonly accepted?: TSchema;
  /** Whether what it changes goes to the audit log. Default: whatever changes settings does, see `isAudited`. */
  readonly audited?: boolean;
  /** True: the body is kept as the text that came, for who signed it. */
  readonly keepsText?: boolean;
  /** True: replies 204 without a body. */
  readonly noContent?: boolean;
  /** Refusals beyond those that every route of its shape can give. */
  readonly refuses?: readonly RefusalCode[];
};

const IdempotencyHeaders = Type.Object({
  "idempotency-key": Type.String({
    minLength: 1,
    maxLength: 255,
    pattern: "^[\\x21-\\x7e]+$",
    description: "Your own name for this request. Sent again within 30 days it gives the same result, once.",
    examples: ["till-7-2026-03-01-0042"],
  }),
});

const NothingAsked = Type.Object({}, { additionalProperties: false });

type Part<Name extends string, Schema> = Schema extends TSchema ? { [Key in Name]: Schema } : unknown;
type Successes<D extends Description> = (D["ok"] extends TSchema ? { 200: D["ok"] } : unknown) &
  (D["created"] extends TSchema ? { 201: D["created"] } : unknown) &
  (D["accepted"] extends TSchema ? { 202: D["accepted"] } : unknown) &
  (D["noContent"] extends true ? { 204: TSchema } : unknown);

/** `refusals`: what the reference says of them, by status. */
type Operation<Schema> = { schema: Schema; config: OperationConfig };

export type OperationConfig = {
  scope: Access;
  audited: boolean;
  servesPartners: boolean;
  keepsText: boolean;
  refusals: Record<number, string>;
};

/** The schema that Fastify checks and serializes by, with the types that the handler sees. */
export type OperationSchema<D extends Description> = Part<"params", D["params"]> &
  Part<"querystring", D["query"]> &
  Part<"body", D["body"]> &
  (D["idempotent"] extends true ? { headers: TObject<{ "idempotency-key": TString }> } : unknown) & {
    operationId: string;
    response: Successes<D>;
  };

/** Route options for `app.post(path, operation({…}), handler)`. The first line is what callers see. */
export function operation<const D extends Description>(description: D): Operation<OperationSchema<D>>;
export function operation(description: Description): Operation<object> {
  const schema = {
    operationId: description.id,
    tags: [description.tag],
    summary: description.summary,
    ...(description.description === undefined ? {} : { description: description.description }),
    ...(description.params === undefined ? {} : { params: description.params }),
    querystring: description.query ?? NothingAsked,
    ...(description.body === undefined ? {} : { body: description.body }),
    ...(description.idempotent === true ? { headers: IdempotencyHeaders } : {}),
    ...(description.scope === "public" ? { security: [] } : { "x-scope": description.scope }),
    ...(description.servesPartners === true ? { "x-serves-partners": true } : {}),
    response: successesOf(description),
  };
  const servesPartners = description.servesPartners === true;
  const keepsText = description.keepsText === true;
  const config = { scope: description.scope, audited: isAudited(description), servesPartners, keepsText };
  return { schema, config: { ...config, refusals: refusalsOf(description) } };
}

/** What tills, members and other systems do all day long; of it a route says itself what is worth an entry. */
const busyScopes: ReadonlySet<Access> = new Set<Access>([
  "activities:write",
  "catalog:write",
  "checkout:write",
  "ledger:write",
  "members:write",
  "rewards:write",
]);

function isAudited({ audited, scope }: Description): boolean {
  return audited ?? (scope.endsWith(":write") && !busyScopes.has(scope));
}

function successesOf(description: Description): Record<number, unknown> {
  return {
    ...(description.ok === undefined ? {} : { [status.ok]: description.ok }),
    ...(description.stream === undefined ? {} : { [status.ok]: streamed(description.stream) }),
    ...(description.created === undefined ? {} : { [status.created]: description.created }),
    ...(description.accepted === undefined ? {} : { [status.accepted]: description.accepted }),
    ...(description.noContent === true ? { [status.noContent]: { type: "null", description: "Done." } } : {}),
  };
}

function streamed(description: string): object {
  return { description, content: { "text/event-stream": { schema: { type: "string" } } } };
}

const reasons: Record<RefusalCode, string> = {
  invalid: "Something in the request is not as described here.",
  unauthenticated: "The key or session is missing, unknown or revoked.",
  partner_float: "The partner's funding account is exhausted.",
  forbidden: "The key, or the role of the session, lacks the scope.",
  not_found: "There is no such thing, or it is not yours.",
  conflict: "It contradicts what is already there.",
  too_large: "The body is too large.",
  insufficient_points: "There are not enough points.",
  too_many: "Too many requests; wait as long as Retry-After says.",
  unavailable: "Not possible for the moment; wait as long as Retry-After says.",
};

function refusalsOf(description: Description): Record<number, string> {
  const isPublic = description.scope === "public";
  const codes = new Set<RefusalCode>([
    "invalid",
    ...(isPublic ? [] : (["unauthenticated", "forbidden", "too_many"] as const)),
    ...(description.params === undefined ? [] : (["not_found"] as const)),
    ...(description.idempotent === true ? (["conflict"] as const) : []),
    ...(description.body === undefined ? [] : (["too_large"] as const)),
    ...(description.refuses ?? []),
    "unavailable",
  ]);
  return Object.fromEntries([...codes].map((code) => [httpStatus[code], reasons[code]]));
}
