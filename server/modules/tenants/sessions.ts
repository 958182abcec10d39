// Sessions of staff: a secret in a cookie, its hash here. By the wall clock.
import { roleScopes } from "@fedele/sdk/schemas/role.ts";
import { actorText } from "../../platform/actor.ts";
import type { Clock } from "../../platform/clock.ts";
import type { Database } from "../../platform/database/database.ts";
import { inTransaction } from "../../platform/database/transaction.ts";
import type { FindKey } from "../../platform/http/keyCache.ts";
import * as store from "./store/sessions.ts";
import { getTenant } from "./tenants.ts";

/** How the edge finds who of the staff is calling. A session that waits for its second factor is nobody's yet. */
export function findSession(db: Database, clock: Clock): FindKey {
  return (tenantId, id) =>
    inTransaction(db, { tenantId, now: clock.now(), actor: "system" }, async (ctx) => {
      const session = await store.findSession(ctx, id);
      if (session === undefined || session.isPending) return undefined;
      const { role, partnerId, staffId, secretHash, expiresAt, previousHash, previousUntil } = session;
      const caller = {
        tenantId,
        keyId: id,
        actor: actorText({ kind: "staff", id: staffId }),
        scopes: new Set(roleScopes[role]),
        tenant: await getTenant(ctx),
        staff: { id: staffId, role, partnerId },
      };
      const stored = { caller, secretHash, expiresAtMs: expiresAt };
      if (previousHash === undefined || previousUntil === undefined) return stored;
      return { ...stored, previous: { secretHash: previousHash, untilMs: previousUntil } };
    });
}
