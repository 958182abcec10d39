// The way out of a letter. Whoever follows links for others (scanners, previews) gets a page and changes nothing; the
// POST of RFC 8058 comes without a cookie, from the mailbox itself, and is enough.
import { languages } from "@fedele/core/sentences.ts";
import { Unsubscribed, UnsubscribePage, UnsubscribePath } from "@fedele/sdk/schemas/message.ts";
import type { FastifyReply, FastifyRequest } from "fastify";
import { type Ctx, inTransaction, type Trail } from "../../platform/database/transaction.ts";
import { operation } from "../../platform/http/operation.ts";
import { rateLimitPerMinute } from "../../platform/http/rateLimits.ts";
import type { App } from "../../platform/http.ts";
import { toTypeId } from "../../platform/ids.ts";
import type { Parts } from "../../platform/parts.ts";
import { Refusal } from "../../platform/refusal.ts";
import type { Tenant } from "../../platform/tenant.ts";
import { readerLanguage } from "../members/portals.ts";
import { findTenantById } from "../tenants/tenants.ts";
import { askPage, donePage, leavePolicy } from "./leavePage.ts";
import { topicsOf } from "./topics.ts";
import { brokenLink, type LetterLink, letterOf, provedLink, readLetterToken, unsubscribe } from "./unsubscribing.ts";

const tag = "messages";
/** What one address may do in a minute: a mailbox's provider unsubscribes for many people. */
export const LEAVES_PER_MINUTE = 600;
/** The one line that RFC 8058 sends, in either of its two forms. */
const LEAVE_BYTES_MAX = 4_096;

type Needed = Pick<Parts, "db" | "clock" | "sealer">;

export function unsubscribeRoutes(app: App, parts: Needed): void {
  const leaves = rateLimitPerMinute(LEAVES_PER_MINUTE, parts.clock);
  const listen = (request: FastifyRequest): void => {
    if (leaves.take(request.ip).isSpent) {
      throw new Refusal("too_many", "Too many attempts; wait a minute.", { retryAfterSeconds: 60 });
    }
  };

  // In a scope of its own: elsewhere nobody may send a form, so that no other site's page can.
  app.register(async (scope) => {
    scope.addContentTypeParser("*", { parseAs: "string" }, (_request, _text, done) => done(null));
    leavingRoutes(scope, parts, listen);
  });
}

function leavingRoutes(app: App, parts: Needed, listen: (request: FastifyRequest) => void): void {
  app.get(
    "/u/:token",
    operation({
      id: "showUnsubscribing",
      tag,
      summary: "The page behind a letter's way out",
      description: "Changes nothing, however often it is looked at.",
      scope: "public",
      params: UnsubscribePath,
      ok: UnsubscribePage,
      refuses: ["too_many"],
    }),
    async (request, reply) => {
      listen(request);
      const page = await inLetter(parts, request, async (ctx, tenant, link) => {
        return askPage(await aboutOf(ctx, { request, tenant, link }));
      });
      return shown(reply, page);
    },
  );

  app.post("/u/:token", { bodyLimit: LEAVE_BYTES_MAX, ...unsubscribing }, async (request, reply) => {
    listen(request);
    // Sent after the commit alone: a page that says what is then undone would be a lie.
    const page = await inLetter(parts, request, async (ctx, tenant, link) => {
      if (!(await unsubscribe(ctx, parts.sealer, link))) ctx.trail?.repeated();
      return donePage(await aboutOf(ctx, { request, tenant, link }));
    });
    return shown(reply, page);
  });
}

const unsubscribing = operation({
  id: "unsubscribe",
  tag,
  summary: "Want no more of a letter's topic",
  description: "As RFC 8058 has it: one POST without a cookie. Twice is once.",
  scope: "public",
  audited: true,
  params: UnsubscribePath,
  ok: Unsubscribed,
  refuses: ["too_many"],
});

type Asking = FastifyRequest<{ Params: { token: string } }> & { readonly trail?: Trail | undefined };

async function inLetter<T>(
  { db, clock, sealer }: Needed,
  request: Asking,
  work: (ctx: Ctx, tenant: Tenant, link: LetterLink) => Promise<T>,
): Promise<T> {
  const { token } = request.params;
  const said = readLetterToken(token);
  const tenant = said === undefined ? undefined : await findTenantById(db, said.tenantId, clock.now());
  if (said === undefined || tenant === undefined) throw brokenLink();
  const trail = request.trail === undefined ? {} : { trail: aboutMember(request.trail, said) };
  const actor = toTypeId("mem", said.memberId);
  const asking = { tenantId: tenant.id, now: clock.now() + tenant.clockOffsetMs, actor, ...trail };
  return inTransaction(db, asking, async (ctx) => work(ctx, tenant, await provedLink(ctx, sealer, token)));
}

/** The entry names the letter and whose it was, and not the token, which is a key. */
function aboutMember(trail: Trail, { memberId, deliveryId }: LetterLink): Trail {
  const about = { id: toTypeId("dlv", deliveryId), memberId: toTypeId("mem", memberId) };
  return { repeated: () => trail.repeated(), end: (ctx) => trail.end(ctx, about) };
}

async function aboutOf(
  ctx: Ctx,
  { request, tenant, link }: { readonly request: Asking; readonly tenant: Tenant; readonly link: LetterLink },
) {
  const language = readerLanguage(tenant, { accepts: request.headers["accept-language"] });
  const [letter, topics] = await Promise.all([letterOf(ctx, link), topicsOf(ctx)]);
  const names = topics.find(({ code }) => code === letter?.topic)?.names ?? {};
  const known = languages.map((one) => names[one]).find((name) => name !== undefined);
  return { language, shop: tenant.name, topic: names[language] ?? known ?? letter?.topic ?? "" };
}

function shown(reply: FastifyReply, page: string): FastifyReply {
  return reply
    .type("text/html; charset=utf-8")
    .header("content-security-policy", leavePolicy)
    .serializer(String)
    .send(page);
}
