// The first way in. There is no password that everybody knows: whoever starts the server, or sits at its machine, is
// shown a link that makes an owner, once.
import { inTransaction, type Who } from "../../platform/database/transaction.ts";
import type { Parts } from "../../platform/parts.ts";
import { writeOwnerLink } from "./invitations.ts";
import { listDemosWithoutOwner, listTenantsWithoutOwner } from "./store/staff.ts";

/** A start shows no more than these; the command shows the rest. */
export const LINKS_SHOWN_MAX = 3;

type Ground = Pick<Parts, "db" | "clock" | "publicUrl">;

/** The secret stands behind the #, which no browser sends to a server and no server writes into its log. */
export async function newOwnerLink({ db, clock, publicUrl }: Ground, who: Who): Promise<string> {
  const token = await inTransaction(db, who, (ctx) => writeOwnerLink(ctx, clock.now()));
  return `${publicUrl}/welcome#${token}`;
}

/** A link for each tenant that has no owner yet, the oldest first. Whoever takes over one demo has the others too. */
export async function firstOwnerLinks(parts: Ground): Promise<{ tenant: string; link: string }[]> {
  const links: { tenant: string; link: string }[] = [];
  const [firstDemo] = await listDemosWithoutOwner(parts.db, 1);
  for (const { id, name, isStory } of await listTenantsWithoutOwner(parts.db, LINKS_SHOWN_MAX)) {
    if (isStory && id !== firstDemo) continue;
    const who = { tenantId: id, now: parts.clock.now(), actor: "system" };
    links.push({ tenant: name, link: await newOwnerLink(parts, who) });
  }
  return links;
}
