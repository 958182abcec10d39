// The members as a table: whom to look for, in which order, and what stands in a line.
import { type Static, Type } from "typebox";
import { Member, memberStatuses } from "./member.ts";
import { Page, pageQuery } from "./page.ts";
import { Instant, OneOf, OrNull, Whole } from "./scalars.ts";

/** Up to so many members are counted one by one, and sorted by points. */
export const MEMBER_COUNT_MAX = 100_000;
/** Conditions in an address have so many characters at most. */
export const CONDITIONS_TEXT_MAX = 4_000;

export const memberSorts = [
  "joined",
  "-joined",
  "lastActivity",
  "-lastActivity",
  "tier",
  "-tier",
  "points",
  "-points",
] as const;
export type MemberSort = (typeof memberSorts)[number];

const filter = {
  search: Type.Optional(
    Type.String({
      minLength: 1,
      maxLength: 320,
      description:
        "A whole e-mail address, phone number, QR code or partner's number that somebody has; otherwise how words of " +
        "a name begin, each with at least three letters or as the whole word: `mar nov` finds Martina Nováková. " +
        "Accents and capitals do not matter.",
      examples: ["mar nov"],
    }),
  ),
  segment: Type.Optional(Type.String({ maxLength: 64, description: "Only who is in this segment now: its id." })),
  conditions: Type.Optional(
    Type.String({
      maxLength: CONDITIONS_TEXT_MAX,
      description: "Only whom these conditions are true of: a ConditionGroup as JSON. Who has left is not among them.",
      examples: ['{"combinator":"and","rules":[{"field":"member.purchases","operator":">=","value":2}]}'],
    }),
  ),
  status: Type.Optional(OneOf(memberStatuses, { description: "Only members of this status." })),
};

export const MemberFilter = Type.Object(filter, { additionalProperties: false });
export type MemberFilter = Static<typeof MemberFilter>;

const only = (what: string, maxLength = 320) =>
  Type.Optional(Type.String({ minLength: 1, maxLength, description: `Only the member with this ${what}.` }));

export const MemberQuery = Type.Object(
  {
    ...pageQuery,
    email: only("e-mail"),
    phone: only("phone", 64),
    qr: only("QR code"),
    number: only("number at a partner"),
    card: only("number on a card"),
    ...filter,
    sort: Type.Optional(
      OneOf(memberSorts, {
        description:
          "By what; `-` turns it round. `lastActivity`: who has done nothing yet stands where they joined. " +
          "`tier`: the lowest first. `points`: the total of one points type, and needs ledger:read; above " +
          `${MEMBER_COUNT_MAX} members only \`-points\` of all, until there are none. ` +
          "Default: whoever was entered last comes first.",
      }),
    ),
    pointsType: Type.Optional(
      Type.String({
        maxLength: 32,
        description: "Of `points`: the code of the points type. Default: the first that can be spent.",
      }),
    ),
  },
  { additionalProperties: false },
);
export type MemberQuery = Static<typeof MemberQuery>;

export const ListedMember = Type.Object(
  {
    ...Member.properties,
    tier: Type.Optional(
      OrNull(Type.String({ description: "The tier that holds now; absent where the key may not read programmes." })),
    ),
    lastActivityAt: Type.Optional(
      OrNull(Instant("When the member last did something; absent where the key may not read programmes.")),
    ),
    balances: Type.Optional(
      Type.Array(
        Type.Object(
          {
            pointsType: Type.String({ description: "The points type's code." }),
            total: Type.Integer({ description: "All that the member has; below zero: what they owe." }),
            spendable: Whole("How much of it can be used now."),
          },
          { additionalProperties: false },
        ),
        { description: "By points type; absent where the key may not read the ledger." },
      ),
    ),
  },
  { $id: "ListedMember", additionalProperties: false, description: "A line of the table of members." },
);
export type ListedMember = Static<typeof ListedMember>;
export const ListedMemberPage = Page("ListedMemberPage", ListedMember);

export const MemberCount = Type.Object(
  {
    members: Whole(`How many members there are, or ${MEMBER_COUNT_MAX} where there are more.`),
    isExact: Type.Boolean({
      description:
        `False above ${MEMBER_COUNT_MAX}, and where a word of \`search\` is longer than five letters: then it is how ` +
        "many are called almost so.",
    }),
  },
  { $id: "MemberCount", additionalProperties: false, description: "How many members are sought." },
);
export type MemberCount = Static<typeof MemberCount>;
