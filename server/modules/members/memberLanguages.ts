import type { Language } from "@fedele/core/sentences.ts";
import type { FastifyRequest } from "fastify";
import type { Ctx } from "../../platform/database/transaction.ts";
import { selfOf } from "../../platform/http/callers.ts";
import { getFacts } from "./facts.ts";
import { readerLanguage } from "./portals.ts";

/** What the member who asks reads: what they set, else what the browser asks for, else the tenant's language. */
export async function languageOfMember(
  ctx: Ctx,
  request: Pick<FastifyRequest, "caller" | "headers">,
): Promise<Language> {
  const { facts } = await getFacts(ctx, selfOf(request));
  const accepts = request.headers["accept-language"];
  return readerLanguage(request.caller.tenant, { language: facts.language ?? undefined, accepts });
}
