import { type Static, Type } from "typebox";
import { Guardian } from "./age.ts";
import { Block } from "./block.ts";
import { Business, Contact } from "./business.ts";
import { Consent } from "./consent.ts";
import { CustomValues } from "./customField.ts";
import { Entry, Wallet } from "./ledger.ts";
import { Member } from "./member.ts";
import { Note, Task } from "./note.ts";
import { Instant, OneOf } from "./scalars.ts";
import { TimelineItem } from "./timeline.ts";

export const MemberExportQuery = Type.Object(
  {
    format: Type.Optional(
      OneOf(["json", "csv"] as const, {
        description:
          "`json`, the default: one document. `csv`: the same as a table, one line a value with the part it is of, " +
          "its row in that part and its field.",
      }),
    ),
  },
  { additionalProperties: false },
);
export type MemberExportQuery = Static<typeof MemberExportQuery>;

export const MemberExport = Type.Object(
  {
    exportedAt: Instant("When it was put together."),
    profile: Type.Array(Member, { description: "The member and what finds them: one." }),
    business: Type.Array(Business, { description: "Of a company: what is known of it, one; of a person none." }),
    contacts: Type.Array(Contact, { description: "Of a company: who acts for it." }),
    fields: CustomValues.properties.items,
    blocks: Type.Array(Block, { description: "How far the member was blocked, latest first." }),
    notes: Type.Array(Note, { description: "What staff wrote down, latest first." }),
    tasks: Type.Array(Task, { description: "What was to be done for the member, latest first." }),
    guardians: Type.Array(Guardian, { description: "Who looks after the member." }),
    consents: Type.Array(Consent, { description: "What the member agreed to and took back, latest first." }),
    terms: Type.Array(
      Type.Object(
        {
          version: Type.String({ description: "Which terms of the programme." }),
          acceptedAt: Instant("When the member agreed to them."),
        },
        { additionalProperties: false },
      ),
      { description: "The terms that the member took part under." },
    ),
    wallets: Type.Array(Wallet, { description: "What the member has." }),
    entries: Type.Array(Entry, { description: "Every movement of points, latest first." }),
    timeline: Type.Array(TimelineItem, {
      description: "Activities, points used or given by hand with their reasons, tiers, rewards; latest first.",
    }),
  },
  { $id: "MemberExport", additionalProperties: false, description: "Everything that is known of a member." },
);
export type MemberExport = Static<typeof MemberExport>;

/** One document, or the same as a table: what was asked for. */
export const MemberExportReply = Type.Unsafe<MemberExport | string>({
  description: "Everything that is known of a member.",
  content: { "application/json": { schema: MemberExport }, "text/csv": { schema: { type: "string" } } },
});

/** Replies that are a table, not JSON. */
export const CsvText = Type.Unsafe<string>({
  description: "A table as RFC 4180 has it, in UTF-8, with a line of headings.",
  content: { "text/csv": { schema: { type: "string" } } },
});
