// Who is asked, and what the answer was: the part of a shop that knows HTTP.
import type { Call, Reply, TestServer } from "../../support/server.ts";

/** What came of something that was asked. `earned` and `said` are what a story talks about. */
export type Outcome = {
  status: number;
  id: string;
  /** The document under which an activity was told. */
  receipt: string;
  /** Points of the first type that it gave; below zero: took. */
  earned: number;
  code: string | undefined;
  said: string;
  body: Reply["body"];
};

export type Desk = {
  clock: TestServer["clock"];
  /** Reads. */
  asks: Call;
  /** Writes, a moment later: things happen one after the other. */
  acts: Call;
  enrols(name: string, personal?: Record<string, unknown>): Promise<string>;
  /** The id behind a name; who is not a member yet is enrolled. */
  idOf(name: string): Promise<string>;
  pathOf(name: string, rest: string): Promise<string>;
};

export function openDesk(clock: TestServer["clock"], call: Call): Desk {
  const members = new Map<string, Promise<string>>();
  const acts: Call = (method, path, body, headers) => {
    clock.advance(1);
    return call(method, path, body, headers);
  };
  const enrols: Desk["enrols"] = (name, personal = {}) => {
    const enrolled = acts("POST", "/v1/members", { name, ...personal }).then(({ body }) => String(body.id));
    members.set(name, enrolled);
    return enrolled;
  };
  const idOf: Desk["idOf"] = (name) => members.get(name) ?? enrols(name);
  const pathOf: Desk["pathOf"] = async (name, rest) => `/v1/members/${await idOf(name)}/${rest}`;
  return { clock, asks: call, acts, enrols, idOf, pathOf };
}

export function outcomeOf({ status, body }: Reply, receipt = ""): Outcome {
  return {
    status,
    id: String(body.id ?? ""),
    receipt,
    earned: body.points?.[0]?.points ?? 0,
    code: body.code,
    said: body.detail ?? "",
    body,
  };
}

/** The answer to what a story takes for granted. */
export function made(reply: Reply): Reply {
  if (reply.status > 299) throw new Error(`${reply.status} ${JSON.stringify(reply.body)}`);
  return reply;
}
