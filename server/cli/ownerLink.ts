// owner-link: a way in for an owner, from the machine itself.
import { OWNER_LINK_HOURS } from "../modules/tenants/invitations.ts";
import { newOwnerLink } from "../modules/tenants/ownerLinks.ts";
import { command, json, tenantSlug } from "./commands.ts";
import { operatorOf, tenantNamed, withParts } from "./session.ts";
import { print, printJson } from "./terminal.ts";

export const ownerLinkCommand = command({
  meta: { name: "owner-link", description: "Show a link that makes whoever opens it an owner, once." },
  args: { tenant: tenantSlug, json },
  run: async ({ args }) => {
    const link = await withParts(async (parts) =>
      newOwnerLink(parts, operatorOf(parts, await tenantNamed(parts, args.tenant))),
    );
    if (args.json) return printJson({ link });
    print(`${link}\nIt is good once, for ${OWNER_LINK_HOURS} hours. Links that were shown before are good no more.`);
  },
});
