// Somebody of the staff who has signed in, as a browser calls: with a cookie, from our own page, with its token.
import { randomBytes } from "node:crypto";
import type { Role } from "@fedele/sdk/schemas/role.ts";
import { newInvitationId } from "../../server/modules/tenants/invitations.ts";
import { openSession } from "../../server/modules/tenants/sessions.ts";
import { addStaff } from "../../server/modules/tenants/staff.ts";
import { inTransaction } from "../../server/platform/database/transaction.ts";
import { fromTypeId, toTypeId } from "../../server/platform/ids.ts";
import type { Tenant } from "../../server/platform/tenant.ts";
import { type Call, callWith, type TestServer } from "./server.ts";

export type SignedIn = {
  id: string;
  email: string;
  /** The cookie as a browser sends it. */
  cookie: string;
  csrfToken: string;
  call: Call;
};

type Options = { tenant?: Tenant; partnerId?: string | undefined; isPending?: boolean };

/** Somebody new with this role and a session. */
export async function newStaff(server: TestServer, role: Role, options: Options = {}): Promise<SignedIn> {
  const { db, clock, parts } = server;
  const tenant = options.tenant ?? server.tenant;
  const email = `s${randomBytes(6).toString("hex")}@example.com`;
  const nowMs = clock.now();
  const staffId = newInvitationId(nowMs);
  const partnerId = options.partnerId === undefined ? undefined : fromTypeId("par", options.partnerId);
  const session = await inTransaction(db, { tenantId: tenant.id, now: nowMs, actor: "cli" }, async (ctx) => {
    const keys = await parts.sealer.keysOf(ctx);
    await addStaff(ctx, keys, { id: staffId, name: "Sam", email, role, partnerId }, nowMs);
    return openSession(ctx, { staffId, isPending: options.isPending ?? false, nowMs });
  });
  const cookie = `fedele_session=${session.text}`;
  const csrfToken = parts.cookies.csrfTokenOf(session.id);
  return { id: toTypeId("stf", staffId), email, cookie, csrfToken, call: callAs(server.url, cookie, csrfToken) };
}

/** Calls as our own page does. */
export function callAs(url: string, cookie: string, csrfToken: string): Call {
  const plain = callWith(url, undefined);
  return (method, path, body, headers = {}) =>
    plain(method, path, body, { cookie, origin: url, "x-csrf-token": csrfToken, ...headers });
}
