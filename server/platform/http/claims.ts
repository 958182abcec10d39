import { canonicalText } from "@fedele/core/canonicalText.ts";
import type { Claim } from "../idempotency.ts";
import type { TenantKeys } from "../sealing.ts";
import type { Caller } from "./keyCache.ts";

type IdempotentRequest = {
  readonly caller: Caller;
  readonly now: number;
  readonly params: unknown;
  readonly body: unknown;
  readonly headers: { readonly "idempotency-key": string };
  readonly routeOptions: { readonly schema?: { readonly operationId?: string } };
};

/** The claim that an idempotent request makes. `resourceId` names what will come of it if it is fresh. */
export function claimOf(request: IdempotentRequest, keys: TenantKeys, resourceId: string): Claim {
  const operation = request.routeOptions.schema?.operationId;
  if (operation === undefined) throw new Error("an idempotent route needs an operationId");
  return {
    bucketSpan: request.caller.tenant.bucketSpan,
    operation,
    key: request.headers["idempotency-key"],
    bodyHmac: keys.blindIndex("request", canonicalText([request.params, request.body])),
    resourceId,
    madeAtMs: request.now - request.caller.tenant.clockOffsetMs,
  };
}
