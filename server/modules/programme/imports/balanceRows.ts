// The members of an older programme, put together from the rows of a file: each with points, expiry and tier.
import { endOfDate } from "@fedele/core/time.ts";
import type { IdentityKind } from "@fedele/sdk/schemas/member.ts";
import { Refusal } from "../../../platform/refusal.ts";
import type { Tenant } from "../../../platform/tenant.ts";
import { type IdentityValue, identityOf } from "../../members/identityValues.ts";
import type { BalanceMapping } from "./balanceMapping.ts";
import { type Mistakes, noMistakes } from "./mistakes.ts";
import { type RowReader, readTable } from "./tables.ts";

/** One member with everything that the file says. A million of them take about 500 MB. */
export type OldMember = {
  /** What the balance is known by: the number, else the e-mail address, else the phone number. */
  readonly identity: IdentityValue;
  readonly others: readonly IdentityValue[];
  readonly name: string | undefined;
  readonly row: number;
  readonly lots: { readonly points: number; readonly expiresAt: number | undefined }[];
  tier: { readonly code: string; readonly until: number | null } | null;
};

export type OldMembers = Readonly<{ list: readonly OldMember[]; mistakes: Mistakes }>;

type Draft = { readonly byKey: Map<string, OldMember>; readonly mistakes: Mistakes };

type Cells = Readonly<{ [Column in keyof BalanceMapping["columns"]]: string }>;

const NAME_CHARS_MAX = 200;

/** Reads all of a file; nothing is written. Rows of the same member belong together, wherever they stand. */
export async function readOldMembers(file: string, mapping: BalanceMapping, tenant: Tenant): Promise<OldMembers> {
  const empty = (): Draft => ({ byKey: new Map(), mistakes: noMistakes() });
  let draft = empty();
  const begin = (header: readonly string[]): RowReader => {
    draft = empty();
    const cellsOf = cellReader(header, mapping);
    return (cells, row) => {
      try {
        noteRow(draft, mapping, { tenant, row, told: cellsOf(cells) });
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        draft.mistakes.note(row, `was not understood: ${error.message}`);
      }
    };
  };
  await readTable({ file, delimiter: mapping.delimiter, begin });
  return { list: [...draft.byKey.values()], mistakes: draft.mistakes };
}

const identityKinds = ["number", "email", "phone"] as const satisfies readonly IdentityKind[];

/** Only the points and one way to name the member must be there; of the other columns a file has what it has. */
function cellReader(header: readonly string[], { columns }: BalanceMapping): (cells: readonly string[]) => Cells {
  const placeOf = (title: string): number =>
    title === "" ? -1 : header.findIndex((cell) => cell.toLowerCase() === title.toLowerCase());
  const names = ["number", "email", "phone", "name", "points", "expires", "tier", "tierUntil"] as const;
  const places = new Map(names.map((name) => [name, placeOf(columns[name])]));
  const has = (name: (typeof names)[number]): boolean => (places.get(name) ?? -1) >= 0;
  if (!has("points") || !identityKinds.some(has)) {
    const titles = header.map((cell) => `"${cell}"`).join(", ");
    throw new Refusal(
      "invalid",
      `The file needs the column "${columns.points}" and one of ${identityKinds
        .flatMap((kind) => (columns[kind] === "" ? [] : [`"${columns[kind]}"`]))
        .join(", ")}. Its first line has ${titles}.`,
    );
  }
  return (cells) => {
    const cell = (name: (typeof names)[number]): string => cells[places.get(name) ?? -1]?.trim() ?? "";
    return {
      number: cell("number"),
      email: cell("email"),
      phone: cell("phone"),
      name: cell("name"),
      points: cell("points"),
      expires: cell("expires"),
      tier: cell("tier"),
      tierUntil: cell("tierUntil"),
    };
  };
}

function noteRow(
  draft: Draft,
  mapping: BalanceMapping,
  { told, row, tenant }: { told: Cells; row: number; tenant: Tenant },
): void {
  const identities = identityKinds.flatMap((kind) =>
    told[kind] === "" ? [] : [identityOf(kind, told[kind], tenant.country)],
  );
  const [identity, ...others] = identities;
  if (identity === undefined) throw new Refusal("invalid", "it names no member.");
  if (told.name.length > NAME_CHARS_MAX)
    throw new Refusal("invalid", `a name has at most ${NAME_CHARS_MAX} characters.`);
  const points = pointsOf(told.points, mapping);
  const expiresAt = told.expires === "" ? undefined : endOf(told.expires, mapping, tenant);
  const tier = told.tier === "" ? null : { code: told.tier, until: untilOf(told.tierUntil, mapping, tenant) };

  const key = `${identity.kind} ${identity.value}`;
  const known = draft.byKey.get(key);
  const member = known ?? { identity, others, name: told.name === "" ? undefined : told.name, row, lots: [], tier };
  draft.byKey.set(key, member);
  member.tier ??= tier;
  if (points > 0) member.lots.push({ points, expiresAt });
}

/** Whole points, grouped as people group thousands where the mapping's decimal mark tells the two apart. */
function pointsOf(text: string, { decimalMark }: BalanceMapping): number {
  const plain = text.replaceAll(decimalMark === "." ? "," : ".", "").replace(decimalMark, ".");
  const points = /^\d{1,15}(\.0+)?$/.test(plain) ? Number(plain) : Number.NaN;
  if (Number.isSafeInteger(points)) return points;
  throw new Refusal("invalid", `"${text}" is not a number of whole points.`);
}

/** Points and tiers are good to the end of a day. */
function endOf(text: string, mapping: BalanceMapping, { timezone }: Tenant): number {
  const at = mapping.timeFormat(text, "UTC");
  if (at === null) throw new Refusal("invalid", `"${text}" is not a date in the mapping's format.`);
  return endOfDate(timezone, new Date(at).toISOString().slice(0, 10));
}

function untilOf(text: string, mapping: BalanceMapping, tenant: Tenant): number | null {
  return text === "" ? null : endOf(text, mapping, tenant);
}
