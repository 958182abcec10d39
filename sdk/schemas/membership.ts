// The tenants that one person works for, and the way from one to another.
import { type Static, Type } from "typebox";
import { RoleName } from "./role.ts";
import { Code, Currency, Id, Language, Timezone } from "./scalars.ts";
import { Demo } from "./tenant.ts";

const closed = { additionalProperties: false };

export const Membership = Type.Object(
  {
    tenant: Type.Object(
      {
        id: Id("ten", "The tenant's id."),
        slug: Type.String({ description: "Its name in addresses.", examples: ["corner-shop"] }),
        name: Type.String({ description: "Its name for people." }),
        currency: Currency,
        timezone: Timezone,
        language: Language,
        isDemo: Type.Boolean({ description: "Whether nothing in it is meant, and its clock may be moved." }),
        clockOffsetMs: Type.Integer({ description: "How far its time is ahead of the server's: a demo's test clock." }),
        demo: Type.Optional(Demo),
      },
      closed,
    ),
    role: RoleName,
    isCurrent: Type.Boolean({ description: "Whether this session is of this tenant." }),
  },
  { $id: "Membership", ...closed, description: "A tenant that you work for, and as what." },
);
export type Membership = Static<typeof Membership>;

export const MembershipList = Type.Object(
  { items: Type.Array(Membership) },
  { $id: "MembershipList", ...closed, description: "The tenants that you work for, by name." },
);

export const NewSwitch = Type.Object(
  { tenant: Code("The slug of the tenant to go on in.", 63) },
  { $id: "NewSwitch", ...closed, description: "Another tenant that you work for." },
);
