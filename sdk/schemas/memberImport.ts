// Members brought in from a file: uploaded, looked at, mapped, started and followed.
import { type Static, Type } from "typebox";
import { Page, pageQuery } from "./page.ts";
import { Code, Id, Instant, OneOf, OrNull, Whole } from "./scalars.ts";

/** A file has so many bytes at most: about a million rows of names and addresses. */
export const IMPORT_BYTES_MAX = 48 * 1024 * 1024;
/** The same in base64, and a little for what is around it. */
export const IMPORT_BODY_MAX = 65 * 1024 * 1024;
export const IMPORT_ROWS_MAX = 1_000_000;
export const IMPORT_COLUMNS_MAX = 100;
/** So many rows are looked at before the start; of a longer file the first. */
export const PREVIEW_ROWS_MAX = 20_000;
/** So many rows, and so many mistakes, are shown one by one. */
export const PREVIEW_SHOWN_MAX = 20;

const memberImportStates = ["uploaded", "running", "done", "discarded"] as const;

export const NewMemberImport = Type.Object(
  {
    content: Type.String({
      minLength: 1,
      maxLength: IMPORT_BODY_MAX,
      pattern: "^[A-Za-z0-9+/]+={0,2}$",
      description:
        `The file in base64, at most ${IMPORT_BYTES_MAX} bytes: a table of text (CSV) with a first line of titles, ` +
        "in UTF-8 or Latin-1, with commas, semicolons or tabs, plain or gzipped.",
    }),
  },
  { $id: "NewMemberImport", additionalProperties: false, description: "A file of members." },
);
export type NewMemberImport = Static<typeof NewMemberImport>;

const columns = Type.Array(OrNull(Type.String({ maxLength: 60 })), {
  minItems: 1,
  maxItems: IMPORT_COLUMNS_MAX,
  description:
    "What each column means, in the file's order; null: left out. `name`, or `firstName` and `lastName`; `email`, " +
    "`phone`, `qr`, `card`, `number`; `birthDate`, `language`, `country`, `joined`; `points`, " +
    "`pointsExpire`, `tier`; `consent:email` and so on by topic; `field:CODE` for a field of your own. " +
    "Each at most once.",
});

export const MemberMapping = Type.Object(
  {
    columns,
    dateFormat: Type.Optional(
      Type.String({ minLength: 1, maxLength: 40, description: 'How days are written: "iso", or like "dd.MM.yyyy".' }),
    ),
    decimalMark: Type.Optional(
      OneOf([".", ","] as const, { description: "Which mark is a decimal one; the other groups thousands." }),
    ),
    consentText: Type.Optional(
      Code("Which text they agreed to. Needed where a column is a consent: whoever grants must be able to show it."),
    ),
    possibleDuplicates: Type.Optional(
      OneOf(["leave_out", "enrol"] as const, {
        description:
          "What is done with a row that may be somebody who is a member: whose address somebody has who never proved " +
          "it, or whose addresses lead to two members. `leave_out` (the default) names it among the mistakes; " +
          "`enrol` enrols them without what is taken.",
      }),
    ),
  },
  { $id: "MemberMapping", additionalProperties: false, description: "How a file of members is to be read." },
);
export type MemberMapping = Static<typeof MemberMapping>;

const counts = {
  enrolled: Whole("Rows that are new members."),
  known: Whole("Rows of whom we know already: by a number, a QR code, or an address that they proved to be theirs."),
  possibleDuplicates: Whole("Rows that may be somebody whom we know."),
  mistakes: Whole("Rows that were not understood."),
};

const Mistake = Type.Object(
  { row: Whole("The row as a sheet counts it: the titles are row 1."), words: Type.String({ description: "Why." }) },
  { additionalProperties: false },
);

export const MemberImport = Type.Object(
  {
    id: Id("imp", "The import's id."),
    state: OneOf(memberImportStates, {
      description:
        "`uploaded` waits to be started, for a day at most; `running`; `done`; `discarded`: given up, or let go " +
        "because somebody was erased meanwhile, who might be in the file.",
    }),
    titles: Type.Array(Type.String(), { description: "The first line; empty once the rows are gone." }),
    mapping: MemberMapping,
    rows: Whole("How many rows there are below the first line."),
    examined: Whole("How many of them the preview is about."),
    preview: Type.Object(
      { ...counts, first: Type.Array(Mistake, { description: "The first mistakes." }) },
      { additionalProperties: false, description: "What would come of it. `enrolled`: who would be new." },
    ),
    sample: Type.Array(Type.Array(Type.String()), { description: "The first rows as they stand in the file." }),
    done: Whole("How many rows are done."),
    counts: Type.Object(
      { ...counts, opened: Whole("Rows whose points or tier were taken over.") },
      { additionalProperties: false, description: "What came of the rows that are done." },
    ),
    createdAt: Instant("When it was uploaded."),
  },
  { $id: "MemberImport", additionalProperties: false, description: "Members that are brought in from a file." },
);
export type MemberImport = Static<typeof MemberImport>;

export const MemberImportPage = Page("MemberImportPage", MemberImport);
export const MemberImportQuery = Type.Object(pageQuery, { additionalProperties: false });
export const MemberImportPath = Type.Object(
  { importId: Type.String({ maxLength: 64 }) },
  { additionalProperties: false },
);
