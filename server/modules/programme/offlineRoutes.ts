// Tills that were offline send what they sold.
import { NewOfflineSales, OfflineResults, TillDevice } from "@fedele/sdk/schemas/offlineSale.ts";
import { TillKeyPath } from "@fedele/sdk/schemas/tillKey.ts";
import { inTransaction } from "../../platform/database/transaction.ts";
import { who } from "../../platform/http/callers.ts";
import { operation } from "../../platform/http/operation.ts";
import type { App } from "../../platform/http.ts";
import { toTypeId } from "../../platform/ids.ts";
import { Refusal } from "../../platform/refusal.ts";
import { ownTill } from "../catalog/tillDeviceRoutes.ts";
import { getDevice } from "../catalog/tillDevices.ts";
import { getTillKey } from "../catalog/tillKeys.ts";
import { codesOf, pointsTypesOf } from "../ledger/pointsTypes.ts";
import { toOfflineResult } from "./offlineReplies.ts";
import { takeOfflineSales } from "./offlineSales.ts";
import type { ProgrammeParts } from "./routes.ts";
import { findLastOfflineSale } from "./store/offlineSales.ts";

const tag = "activities";

export function offlineRoutes(app: App, parts: ProgrammeParts): void {
  const { db, sealer, catalogs } = parts;
  app.get(
    "/v1/till-keys/:tillKeyId/device",
    operation({
      id: "getTillDevice",
      tag,
      summary: "What a till's device signs by, and how far its sales have come in",
      scope: "activities:read",
      params: TillKeyPath,
      ok: TillDevice,
    }),
    async (request) => {
      const tillKeyId = ownTill(request.caller, request.params.tillKeyId);
      return inTransaction(db, who(request), async (ctx) => {
        const [device, last] = await Promise.all([getDevice(ctx, tillKeyId), findLastOfflineSale(ctx, tillKeyId)]);
        return {
          tillKeyId: toTypeId("tky", tillKeyId),
          publicKey: device.publicKey.toString("base64url"),
          registeredAt: new Date(device.registeredAt).toISOString(),
          lastCounter: last?.counter ?? 0,
          now: new Date(ctx.now).toISOString(),
        };
      });
    },
  );

  app.post(
    "/v1/till-keys/:tillKeyId/offline-sales",
    operation({
      id: "sendOfflineSales",
      tag,
      summary: "Send what a till sold without a network",
      description:
        "Each sale is booked once, by its source and document, however often and in whatever order it is sent. When " +
        "it happened is told by the device's clock, set right by ours and by the order of the counter; what lies " +
        "further back than 72 hours, or was sold by a till whose key is revoked, waits for a person. Another caller " +
        "than the till may send what was saved from its device.",
      scope: "activities:write",
      params: TillKeyPath,
      body: NewOfflineSales,
      ok: OfflineResults,
    }),
    async (request) => {
      const tillKeyId = ownTill(request.caller, request.params.tillKeyId);
      const { tenant } = request.caller;
      const [{ till, device }, catalog] = await Promise.all([
        inTransaction(db, who(request), async (ctx) => {
          const [key, signer] = await Promise.all([getTillKey(ctx, tillKeyId), getDevice(ctx, tillKeyId)]);
          return { till: key, device: signer };
        }),
        catalogs.of(tenant.id),
      ]);
      const location = catalog.locationById(till.locationId)?.code;
      if (location === undefined) {
        throw new Refusal("unavailable", "This till's location is not known here yet; ask again.");
      }
      const home = { tenant, catalog, now: request.now, sealer };
      const ground = { db, who: who(request), home, location };
      const { sales } = request.body;
      const deviceNow = Date.parse(request.body.deviceNow);
      const outcomes = await takeOfflineSales(ground, { till, device, deviceNow, sales });
      return inTransaction(db, who(request), async (ctx) => {
        const [types, last] = await Promise.all([pointsTypesOf(ctx), findLastOfflineSale(ctx, tillKeyId)]);
        const codeOf = codesOf(types);
        return { items: outcomes.map((it) => toOfflineResult(it, codeOf)), lastCounter: last?.counter ?? 0 };
      });
    },
  );
}
