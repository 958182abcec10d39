// The device of a till: registered by the till itself, once.
import { NewTillDevice } from "@fedele/sdk/schemas/offlineSale.ts";
import { TillKeyPath } from "@fedele/sdk/schemas/tillKey.ts";
import { inTransaction } from "../../platform/database/transaction.ts";
import { who } from "../../platform/http/callers.ts";
import type { Caller } from "../../platform/http/keyCache.ts";
import { operation } from "../../platform/http/operation.ts";
import type { App } from "../../platform/http.ts";
import { fromTypeId } from "../../platform/ids.ts";
import type { Parts } from "../../platform/parts.ts";
import { Refusal } from "../../platform/refusal.ts";
import { registerDevice } from "./tillDevices.ts";

export function tillDeviceRoutes(app: App, { db }: Pick<Parts, "db">): void {
  app.put(
    "/v1/till-keys/:tillKeyId/device",
    operation({
      id: "registerTillDevice",
      tag: "catalog",
      summary: "Register what a till's device signs by",
      description:
        "Once and for good: what the till sells without a network is believed by this key. The same key again " +
        "changes nothing; another one is refused, and a browser that lost its key needs a new till's key.",
      scope: "activities:write",
      params: TillKeyPath,
      body: NewTillDevice,
      ok: NewTillDevice,
      refuses: ["conflict"],
    }),
    async (request) => {
      const tillKeyId = ownTill(request.caller, request.params.tillKeyId);
      const { publicKey } = request.body;
      await inTransaction(db, who(request), (ctx) => registerDevice(ctx, tillKeyId, publicKey));
      return { publicKey };
    },
  );
}

/** The till that is named. A till knows itself and no other. */
export function ownTill({ till, keyId }: Caller, tillKeyId: string): string {
  const id = fromTypeId("tky", tillKeyId);
  if (till === undefined || keyId === id) return id;
  throw new Refusal("not_found", "There is no till key with this id.");
}
