// What an audited request leaves behind: an entry of the audit chain, in the transaction that it changes something in.
// A route does nothing for it. Its description says whether it is audited, and `who(request)` carries the trail.
import { type Auditor, type Deed, trailOf } from "../audit.ts";
import type { Trail } from "../database/transaction.ts";
import type { App } from "../http.ts";
import { fromTypeId } from "../ids.ts";

declare module "fastify" {
  interface FastifyRequest {
    /** Set while an audited route answers. */
    trail: Trail | undefined;
  }
}

/** For every route that is added from now on. */
export function leaveTrails(app: App, auditor: Auditor): void {
  app.decorateRequest("trail", undefined);
  app.addHook("onRoute", (route) => {
    if (route.config?.audited !== true) return;
    const operation = route.schema && "operationId" in route.schema ? route.schema.operationId : undefined;
    if (operation === undefined) throw new Error(`${route.url} is audited and has no operationId`);
    route.preHandler = [
      (request, _reply, done) => {
        request.trail = trailOf(auditor, (result) => deedOf(operation, request, result));
        done();
      },
      ...[route.preHandler ?? []].flat(),
    ];
  });
}

type Asked = { readonly params: unknown; readonly body: unknown };

function deedOf(operation: string, { params, body }: Asked, result: unknown): Deed {
  const path = textsOf(params);
  const memberId = path.memberId ?? textsOf(result).memberId;
  return {
    operation,
    resource: nameIn(result) ?? Object.values(path).at(-1) ?? null,
    memberId: memberId === undefined ? null : fromTypeId("mem", memberId),
    said: isObject(body) ? body : null,
  };
}

const typeId = /^[a-z]{3}_[0-7][0-9a-hjkmnp-tv-z]{25}$/;

/** What a thing calls itself: its id as the API shows it, or the code that it goes by. */
function nameIn(result: unknown): string | undefined {
  const { id, code, sku } = textsOf(result);
  return id !== undefined && typeId.test(id) ? id : (code ?? sku);
}

function textsOf(value: unknown): Readonly<Record<string, string>> {
  if (!isObject(value)) return {};
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, text]): [string, string][] =>
      typeof text === "string" ? [[name, text]] : [],
    ),
  );
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
