// Passkeys of staff: to add one, to see and remove one's own, to come in by one.
import {
  NewPasskey,
  PasskeyChallenge,
  PasskeyList,
  PasskeyPath,
  Passkey as PasskeyReply,
  PasskeySignIn,
} from "@fedele/sdk/schemas/passkey.ts";
import { SignedIn } from "@fedele/sdk/schemas/staff.ts";
import type { FastifyRequest } from "fastify";
import { inTransaction } from "../../platform/database/transaction.ts";
import { who } from "../../platform/http/callers.ts";
import { operation } from "../../platform/http/operation.ts";
import { type App, status } from "../../platform/http.ts";
import { fromTypeId, toTypeId } from "../../platform/ids.ts";
import { Refusal } from "../../platform/refusal.ts";
import type { TenantKeys } from "../../platform/sealing.ts";
import {
  addPasskey,
  listPasskeys,
  nameOfPasskey,
  notThis,
  ownerIn,
  type PasskeyPlace,
  registrationOptions,
  revokePasskey,
  type StoredPasskey,
  signInByPasskey,
  signInOptions,
} from "./passkeys.ts";
import { handOut, listenerTo, type SignInParts, staffOf } from "./sessionRoutes.ts";

const tag = "sign-in";
const SIGN_IN = "sign-in";

type Needed = SignInParts & { readonly publicUrl: string; readonly isPublicUrlGiven: boolean };

export function passkeySignInRoutes(app: App, parts: Needed): void {
  const { db, clock, cookies } = parts;
  const listenTo = listenerTo(parts);
  app.post(
    "/v1/passkey-challenges",
    operation({
      id: "askForPasskey",
      tag,
      summary: "What a passkey is to sign to come in",
      description: "Good once and for five minutes, in the browser that asked: a cookie comes with it.",
      scope: "public",
      created: PasskeyChallenge,
      refuses: ["forbidden", "too_many"],
    }),
    async (request, reply) => {
      listenTo(request);
      const place = placeOf(request, parts);
      const challenge = cookies.ofChallenges.give(reply, SIGN_IN, clock.now());
      return reply.code(status.created).send({ options: { ...(await signInOptions(challenge, place)) } });
    },
  );

  app.post(
    "/v1/passkey-sign-ins",
    operation({
      id: "signInByPasskey",
      tag,
      summary: "Sign in with a passkey, which is both factors in one",
      scope: "public",
      body: PasskeySignIn,
      created: SignedIn,
      refuses: ["unauthenticated", "forbidden", "too_many"],
    }),
    async (request, reply) => {
      listenTo(request);
      const place = placeOf(request, parts);
      const { credential } = request.body;
      const nowMs = clock.now();
      const given = cookies.ofChallenges.take(request, SIGN_IN, nowMs);
      const owner = ownerIn(credential.response.userHandle);
      if (given === undefined || owner === undefined) throw notThis();
      const { tenantId, staffId } = owner;
      const session = await inTransaction(db, { tenantId, now: nowMs, actor: "system" }, (ctx) =>
        signInByPasskey(ctx, { place, given, nowMs, credential, staffId }),
      ).catch((error) => {
        // A tenant that is none is told by the database.
        throw error instanceof Refusal ? error : notThis();
      });
      if (session === undefined) throw notThis();
      return reply.code(status.created).send(handOut(parts, reply, session));
    },
  );
}

export function passkeyRoutes(app: App, parts: Needed): void {
  adding(app, parts);
  keeping(app, parts);
}

function adding(app: App, parts: Needed): void {
  const { db, clock, sealer, cookies } = parts;
  const about = ({ caller }: FastifyRequest): string => `register ${caller.keyId}`;
  app.post(
    "/v1/session/passkey-challenges",
    operation({
      id: "startPasskey",
      tag,
      summary: "Begin a passkey: what the browser needs to make one",
      scope: "self",
      created: PasskeyChallenge,
      refuses: ["conflict"],
    }),
    async (request, reply) => {
      const { id: staffId } = staffOf(request);
      const place = placeOf(request, parts);
      const challenge = cookies.ofChallenges.give(reply, about(request), clock.now());
      const options = await inTransaction(db, who(request), async (ctx) =>
        registrationOptions(ctx, await sealer.keysOf(ctx), { staffId, challenge, place }),
      );
      return reply.code(status.created).send({ options: { ...options } });
    },
  );

  app.post(
    "/v1/session/passkeys",
    operation({
      id: "addPasskey",
      tag,
      summary: "Keep a passkey that the browser has made",
      description: "Its challenge is its key: sent again, it is refused, and the passkey is there once.",
      scope: "self",
      audited: true,
      body: NewPasskey,
      created: PasskeyReply,
      refuses: ["conflict"],
    }),
    async (request, reply) => {
      const { id: staffId } = staffOf(request);
      const place = placeOf(request, parts);
      const nowMs = clock.now();
      const given = cookies.ofChallenges.take(request, about(request), nowMs);
      if (given === undefined) throw notThis();
      const added = await inTransaction(db, who(request), async (ctx) => {
        const keys = await sealer.keysOf(ctx);
        return toReply(keys, await addPasskey(ctx, keys, { staffId, body: request.body, place, given, nowMs }));
      });
      return reply.code(status.created).send(added);
    },
  );
}

function keeping(app: App, { db, clock, sealer }: Needed): void {
  app.get(
    "/v1/session/passkeys",
    operation({ id: "listMyPasskeys", tag, summary: "Your passkeys", scope: "self", ok: PasskeyList }),
    async (request) => {
      const { id } = staffOf(request);
      return inTransaction(db, who(request), async (ctx) => {
        const keys = await sealer.keysOf(ctx);
        return { items: (await listPasskeys(ctx, id)).map((passkey) => toReply(keys, passkey)) };
      });
    },
  );

  app.delete(
    "/v1/session/passkeys/:passkeyId",
    operation({
      id: "revokePasskey",
      tag,
      summary: "Remove a passkey; whoever has it does not come in by it any more",
      scope: "self",
      audited: true,
      params: PasskeyPath,
      noContent: true,
    }),
    async (request, reply) => {
      const { id: staffId } = staffOf(request);
      const id = fromTypeId("psk", request.params.passkeyId);
      await inTransaction(db, who(request), (ctx) => revokePasskey(ctx, staffId, id, clock.now()));
      return reply.code(status.noContent).send();
    },
  );
}

function toReply(keys: TenantKeys, passkey: StoredPasskey) {
  return {
    id: toTypeId("psk", passkey.id),
    name: nameOfPasskey(keys, passkey),
    createdAt: new Date(passkey.createdAt).toISOString(),
    ...(passkey.usedAt === null ? {} : { usedAt: new Date(passkey.usedAt).toISOString() }),
  };
}

/** A passkey belongs to a name that browsers trust. Without PUBLIC_URL that is this machine's own, at whatever port. */
function placeOf(request: FastifyRequest, { publicUrl, isPublicUrlGiven }: Needed): PasskeyPlace {
  const here = `http://${request.headers.host}`;
  const { origin, hostname, protocol } = new URL(isPublicUrlGiven || !URL.canParse(here) ? publicUrl : here);
  const isTrusted = hostname === "localhost" || (protocol === "https:" && !/^[\d.]+$|^\[/.test(hostname));
  if (isTrusted) return { rpId: hostname, origin };
  const words = "Passkeys need an address with a name of its own and HTTPS (PUBLIC_URL), or localhost.";
  throw new Refusal("forbidden", words);
}
