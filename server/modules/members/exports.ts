// Everything that is known of a member, for whoever asks what we know of them; and all members as one table. What
// higher modules know comes by parts that they hand in; read page by page, so that no export is too large.
import type { Scope } from "@fedele/sdk/schemas/apiKey.ts";
import { type Cell, type Column, csvHead, csvOf } from "../../platform/csv.ts";
import type { Database } from "../../platform/database/database.ts";
import { type Ctx, inTransaction, type Who } from "../../platform/database/transaction.ts";
import { bucketOf } from "../../platform/ids.ts";
import type { Sealer } from "../../platform/sealing.ts";
import type { Tenant } from "../../platform/tenant.ts";
import { listMembers, type Member } from "./members.ts";

type MemberKey = Readonly<{ bucket: number; memberId: string }>;

/** Rows that are read at a time; between two pages nothing is held. */
export const EXPORT_PAGE = 500;

/** A row and where the page goes on after it; null: the part has one page only. */
export type ExportRow = Readonly<{ place: string | null; row: object }>;

export type ExportPart = Readonly<{
  name: string;
  /** Who may not read all of this may not export it. */
  scopes: readonly Scope[];
  pageOf(
    ctx: Ctx,
    of: Readonly<{ member: MemberKey; tenant: Tenant }>,
    page: Readonly<{ before: string | null; limit: number }>,
  ): Promise<readonly ExportRow[]>;
}>;

/** What a module knows of members in columns of its own: as many cells a member as it has columns. */
export type MemberColumns = Readonly<{
  scopes: readonly Scope[];
  columnsOf(ctx: Ctx): Promise<readonly Column[]>;
  cellsOf(ctx: Ctx, members: readonly MemberKey[], tenant: Tenant): Promise<ReadonlyMap<string, readonly Cell[]>>;
}>;

type Source = Readonly<{ db: Database; who: Who; tenant: Tenant }>;

/** One member's document, piece by piece. */
export async function* memberAsJson(
  source: Source,
  member: MemberKey,
  parts: readonly ExportPart[],
): AsyncGenerator<string> {
  yield `{"exportedAt":${JSON.stringify(new Date(source.who.now).toISOString())}`;
  for (const part of parts) {
    yield `,${JSON.stringify(part.name)}:[`;
    let isFirst = true;
    for await (const page of pagesOf(source, member, part)) {
      const text = page.map(({ row }) => JSON.stringify(row)).join(",\n");
      if (text !== "") yield isFirst ? text : `,\n${text}`;
      isFirst = isFirst && text === "";
    }
    yield "]";
  }
  yield "}\n";
}

const valueColumns: readonly Column[] = [{ name: "part" }, { name: "row" }, { name: "field" }, { name: "value" }];

/** The same as a table, one line a value. */
export async function* memberAsCsv(
  source: Source,
  member: MemberKey,
  parts: readonly ExportPart[],
): AsyncGenerator<string> {
  yield csvHead(valueColumns);
  for (const part of parts) {
    let count = 0;
    for await (const page of pagesOf(source, member, part)) {
      const lines = page.flatMap(({ row }, index) =>
        leavesOf(row).map(([field, value]): Cell[] => [part.name, count + index + 1, field, value]),
      );
      count += page.length;
      if (lines.length > 0) yield csvOf(valueColumns, lines);
    }
  }
}

async function* pagesOf(
  { db, who, tenant }: Source,
  member: MemberKey,
  part: ExportPart,
): AsyncGenerator<readonly ExportRow[]> {
  let before: string | null = null;
  for (;;) {
    const page: { before: string | null; limit: number } = { before, limit: EXPORT_PAGE };
    const rows = await inTransaction(db, who, (ctx) => part.pageOf(ctx, { member, tenant }, page));
    yield rows;
    before = rows.at(-1)?.place ?? null;
    if (before === null || rows.length < EXPORT_PAGE) return;
  }
}

/** Every value of a document with the way to it: `points[0].points`. */
function leavesOf(value: unknown, path = ""): [string, Cell][] {
  if (Array.isArray(value)) return value.flatMap((item, index) => leavesOf(item, `${path}[${index}]`));
  if (typeof value === "object" && value !== null) {
    return Object.entries(value).flatMap(([name, inner]) => leavesOf(inner, path === "" ? name : `${path}.${name}`));
  }
  const isCell = typeof value === "string" || typeof value === "number" || typeof value === "boolean";
  return isCell ? [[path, value]] : [];
}

const ownColumns: readonly Column[] = [
  { name: "id", isSafe: true },
  { name: "kind" },
  { name: "status" },
  { name: "name" },
  { name: "birth_date", isSafe: true },
  { name: "language" },
  { name: "country" },
  { name: "email" },
  { name: "phone", isSafe: true },
  { name: "qr" },
  { name: "number" },
  { name: "enrolled_at", isSafe: true },
];

/** All members as one table, the latest first; who joins meanwhile is not in it. */
export async function* membersAsCsv(
  { db, who, tenant }: Source,
  { sealer, idOf, others }: { sealer: Sealer; idOf: (id: string) => string; others: readonly MemberColumns[] },
): AsyncGenerator<string> {
  const columns = await inTransaction(db, who, async (ctx) => {
    const more = await Promise.all(others.map((source) => source.columnsOf(ctx)));
    return [...ownColumns, ...more.flat()];
  });
  yield csvHead(columns);
  let before: string | undefined;
  for (;;) {
    const page: { before: string | undefined; limit: number } = { before, limit: EXPORT_PAGE };
    const { members, lines } = await inTransaction(db, who, async (ctx) => {
      const listed = await listMembers(ctx, { sealer, tenant }, page);
      const keys = listed.map(({ id }) => ({ bucket: bucketOf(id), memberId: id }));
      const told = keys.length === 0 ? [] : await Promise.all(others.map((it) => it.cellsOf(ctx, keys, tenant)));
      return {
        members: listed,
        lines: listed.map((member) => [
          ...ownCells(member, idOf),
          ...told.flatMap((cells) => cells.get(member.id) ?? []),
        ]),
      };
    });
    if (lines.length > 0) yield csvOf(columns, lines);
    before = members.at(-1)?.id;
    if (members.length < EXPORT_PAGE) return;
  }
}

function ownCells(member: Member, idOf: (id: string) => string): Cell[] {
  const all = (kind: Member["identities"][number]["kind"]): string =>
    member.identities.flatMap((identity) => (identity.kind === kind ? [identity.value] : [])).join("; ");
  return [
    idOf(member.id),
    member.kind,
    member.status,
    member.name ?? null,
    member.birthDate ?? null,
    member.language ?? null,
    member.country ?? null,
    all("email"),
    all("phone"),
    all("qr"),
    all("number"),
    new Date(member.enrolledAt).toISOString(),
  ];
}
