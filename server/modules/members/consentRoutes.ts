// What members agreed to: a word written down, what holds, and all that was ever said.
import {
  ConsentPage,
  ConsentPageQuery,
  Consent as ConsentReply,
  ConsentStandings,
  NewConsent,
} from "@fedele/sdk/schemas/consent.ts";
import { MemberPath } from "@fedele/sdk/schemas/member.ts";
import { inTransaction } from "../../platform/database/transaction.ts";
import { who } from "../../platform/http/callers.ts";
import { claimOf } from "../../platform/http/claims.ts";
import { operation } from "../../platform/http/operation.ts";
import { oneId, pageOf, pageStart } from "../../platform/http/pages.ts";
import { type App, status } from "../../platform/http.ts";
import { claimKey } from "../../platform/idempotency.ts";
import { bucketOf, fromTypeId, newId, toTypeId } from "../../platform/ids.ts";
import type { Parts } from "../../platform/parts.ts";
import { type Consent, consentsOf, getConsent, listConsents, recordConsent } from "./consents.ts";

const tag = "members";

type Needed = Pick<Parts, "db" | "sealer">;

export function consentRoutes(app: App, parts: Needed): void {
  consentRecording(app, parts);
  consentReading(app, parts);
}

function consentRecording(app: App, { db, sealer }: Needed): void {
  app.post(
    "/v1/members/:memberId/consents",
    operation({
      id: "recordConsent",
      tag,
      summary: "Write down what a member agrees to or takes back",
      description: "Words are added, and none is changed. A child agrees to nothing; taking back is always possible.",
      scope: "members:write",
      idempotent: true,
      params: MemberPath,
      body: NewConsent,
      ok: ConsentReply,
      created: ConsentReply,
    }),
    async (request, reply) => {
      const memberId = fromTypeId("mem", request.params.memberId);
      return inTransaction(db, who(request), async (ctx) => {
        const id = newId(ctx.now, bucketOf(memberId));
        const claimed = await claimKey(ctx, claimOf(request, await sealer.keysOf(ctx), id));
        if (claimed.state === "replay") return toConsentReply(await getConsent(ctx, memberId, claimed.resourceId));
        reply.code(status.created);
        return toConsentReply(await recordConsent(ctx, sealer, { memberId, id }, request.body));
      });
    },
  );
}

function consentReading(app: App, { db }: Needed): void {
  app.get(
    "/v1/members/:memberId/consents",
    operation({
      id: "getConsents",
      tag,
      summary: "What a member agrees to now, topic by topic",
      scope: "members:read",
      params: MemberPath,
      ok: ConsentStandings,
    }),
    async (request) => {
      const memberId = fromTypeId("mem", request.params.memberId);
      const standings = await inTransaction(db, who(request), (ctx) => consentsOf(ctx, memberId));
      return { items: standings.map(({ since, ...standing }) => ({ ...standing, since: isoOrNull(since) })) };
    },
  );

  app.get(
    "/v1/members/:memberId/consents/history",
    operation({
      id: "listConsents",
      tag,
      summary: "All that a member ever agreed to or took back, latest first",
      scope: "members:read",
      params: MemberPath,
      query: ConsentPageQuery,
      ok: ConsentPage,
    }),
    async (request) => {
      const memberId = fromTypeId("mem", request.params.memberId);
      const page = pageStart(request.query, oneId);
      return inTransaction(db, who(request), async (ctx) => {
        const consents = await listConsents(ctx, memberId, { before: page.after ?? null, limit: page.fetch });
        return pageOf(consents, page.limit, { item: toConsentReply, key: ({ id }) => [id] });
      });
    },
  );
}

const iso = (ms: number): string => new Date(ms).toISOString();
const isoOrNull = (ms: number | null): string | null => (ms === null ? null : iso(ms));

export function toConsentReply(consent: Consent): ConsentReply {
  const { topic, state, source, textVersion, recordedBy } = consent;
  return {
    id: toTypeId("cns", consent.id),
    topic,
    state,
    at: iso(consent.at),
    source,
    textVersion,
    askedAt: isoOrNull(consent.askedAt),
    confirmedAt: isoOrNull(consent.confirmedAt),
    hasAddress: consent.addressHash !== null,
    recordedBy,
    recordedAt: iso(consent.recordedAt),
  };
}
