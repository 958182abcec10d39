// Events that somebody still has to hear: in the outbox, or waiting for another try, or dead.
import type { OutboxEvent } from "../outbox.ts";
import { type Ask, ofTenant } from "../verification.ts";

/** All events of these types that have not had their effect yet; dead ones among them. */
export async function listUndelivered(
  ask: Ask,
  types: readonly string[],
  tenantId: string | null,
): Promise<OutboxEvent[]> {
  const rows = await ask<{ event: OutboxEvent }>(
    `/* scatter: verification reads everything */
     select event from (
       select event from outbox cross join lateral json_array_elements(events) as e (event) where ${ofTenant}
       union all
       select event from processed_events where event is not null and ${ofTenant}
     ) as undelivered
     where event ->> 'type' = any($2::text[])`,
    [tenantId, types],
  );
  return rows.map(({ event }) => event);
}
