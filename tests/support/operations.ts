// Every operation that the live server documents, and how one is asked for.
import type { Scope } from "@fedele/sdk/schemas/apiKey.ts";
import type { Call, Reply } from "./server.ts";

export type Sample = { path?: Record<string, string>; query?: string; body?: unknown };

export type Operation = {
  method: string;
  path: string;
  /** Undefined: public. */
  scope: Scope | "self" | "member" | undefined;
  servesPartners: boolean;
};

type Documented = { operationId: string; "x-scope"?: Scope | "self" | "member"; "x-serves-partners"?: boolean };

/** By operationId. */
export async function readOperations(call: Call): Promise<Map<string, Operation>> {
  const { paths } = (await call("GET", "/openapi.json")).body;
  return new Map(
    Object.entries<Record<string, Documented>>(paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, documented]) => [
        documented.operationId,
        {
          method: method.toUpperCase(),
          path,
          scope: documented["x-scope"],
          servesPartners: documented["x-serves-partners"] === true,
        },
      ]),
    ),
  );
}

export function ask(call: Call, { method, path }: Operation, sample: Sample): Promise<Reply> {
  const address = path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(sample.path?.[name] ?? name));
  return call(method, sample.query === undefined ? address : `${address}?${sample.query}`, sample.body);
}
