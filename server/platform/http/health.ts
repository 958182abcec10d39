// For those who run the server: is it alive, can it serve, what does it measure.
import { Type } from "typebox";
import type { Database } from "../database/database.ts";
import type { App } from "../http.ts";
import type { Metrics } from "../metrics.ts";
import { Refusal } from "../refusal.ts";
import { operation } from "./operation.ts";

const Health = Type.Object({ status: Type.Literal("ok") }, { $id: "Health", additionalProperties: false });

type Parts = { readonly db: Database; readonly metrics: Metrics };

export function healthRoutes(app: App, { db, metrics }: Parts): void {
  app.get(
    "/health/live",
    operation({ id: "getLiveness", tag: "operation", summary: "Is the process alive?", scope: "public", ok: Health }),
    async () => ({ status: "ok" as const }),
  );

  app.get(
    "/health/ready",
    operation({
      id: "getReadiness",
      tag: "operation",
      summary: "Can it serve requests: does the database answer?",
      scope: "public",
      ok: Health,
    }),
    async () => {
      try {
        await db.app.query("select 1");
      } catch {
        throw new Refusal("unavailable", "The database does not answer.");
      }
      return { status: "ok" as const };
    },
  );

  app.get("/metrics", { schema: { hide: true } }, async (_request, reply) =>
    reply
      .type(metrics.registry.contentType)
      .serializer(String)
      .send(await metrics.registry.metrics()),
  );
}
