// A member's device in a story: it was given a card when the member signed in on it, and shows the code of the moment.
import { cardCode, importCardKey } from "../../../sdk/memberCard.ts";
import { provisionCard } from "../../../server/modules/members/cards.ts";
import { inTransaction } from "../../../server/platform/database/transaction.ts";
import { fromTypeId } from "../../../server/platform/ids.ts";
import type { TestServer } from "../../support/server.ts";
import type { Shop } from "./shop.ts";

export type MemberDevice = { shows(atMs?: number): Promise<string>; id: string };

export async function cardOf(server: TestServer, shop: Shop, name: string): Promise<MemberDevice> {
  const { parts, clock } = server;
  const memberId = fromTypeId("mem", await shop.idOf(name));
  const who = { tenantId: shop.tenant.id, now: clock.now(), actor: "system" };
  const card = await inTransaction(parts.db, who, (ctx) => provisionCard(ctx, parts.sealer, memberId));
  const key = await importCardKey(card.key);
  return { id: card.id, shows: (atMs = clock.now()) => cardCode({ id: card.id, key }, atMs) };
}
