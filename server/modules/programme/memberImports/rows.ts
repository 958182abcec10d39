// What one row of a file says of a member. What is wrong is said without repeating it: the words are kept, and a cell
// may be personal.
import type { ConsentState, ConsentTopic } from "@fedele/core/consents.ts";
import { type CustomField, type CustomValue, faultOfValue } from "@fedele/core/customFields.ts";
import { isMemberColumn, type MemberColumn, saysYes, wholePoints } from "@fedele/core/memberColumns.ts";
import { endOfDate } from "@fedele/core/time.ts";
import type { MemberMapping } from "@fedele/sdk/schemas/memberImport.ts";
import { countryOf, invalid, languageOf } from "../../../platform/places.ts";
import { Refusal } from "../../../platform/refusal.ts";
import type { Tenant } from "../../../platform/tenant.ts";
import { type IdentityValue, identityOf } from "../../members/identityValues.ts";
import { BIRTH_YEAR_MIN } from "../../members/members.ts";
import { readTimeFormat, type TimeFormat } from "../imports/timeFormat.ts";

const NAME_CHARS_MAX = 200;

export type Draft = Readonly<{
  row: number;
  name: string | undefined;
  /** The first is what the row is known by. */
  identities: readonly [IdentityValue, ...IdentityValue[]];
  birthDate: string | undefined;
  language: string | undefined;
  country: string | undefined;
  joinedAt: number | undefined;
  points: number;
  pointsExpireAt: number | undefined;
  tier: string | undefined;
  consents: readonly Readonly<{ topic: ConsentTopic; state: ConsentState }>[];
  values: readonly Readonly<{ code: string; value: CustomValue }>[];
}>;

/** A row of the file with its number as a sheet shows it. */
export type Row = readonly [row: number, ...cells: string[]];

/** Words: why it was not understood. */
export type RowReader = (row: Row) => Draft | string;

type Ground = Readonly<{ tenant: Tenant; nowMs: number; fields: readonly CustomField[] }>;

/** Refuses a mapping that cannot be meant. */
export function rowReader(mapping: MemberMapping, columnCount: number, ground: Ground): RowReader {
  const columns = columnsOf(mapping, columnCount, ground.fields);
  const dateFormat = readTimeFormat(mapping.dateFormat ?? "iso");
  const reading = { ...ground, columns, dateFormat, decimalMark: mapping.decimalMark ?? "." } as const;
  return (row) => {
    try {
      return draftOf(reading, row);
    } catch (error) {
      if (error instanceof Refusal) return error.message;
      throw error;
    }
  };
}

function columnsOf(mapping: MemberMapping, columnCount: number, fields: readonly CustomField[]) {
  if (mapping.columns.length !== columnCount) {
    throw invalid("columns", `The file has ${columnCount} columns, and the mapping ${mapping.columns.length}.`);
  }
  const places = new Map<MemberColumn, number>();
  for (const [index, column] of mapping.columns.entries()) {
    if (column === null) continue;
    if (!isMemberColumn(column)) throw invalid(`columns[${index}]`, `"${column}" is nothing that a column can mean.`);
    if (places.has(column)) throw invalid(`columns[${index}]`, `"${column}" is the meaning of two columns.`);
    if (column.startsWith("field:") && !fields.some(({ code }) => column === `field:${code}`)) {
      throw invalid(`columns[${index}]`, `Members have no field "${column.slice("field:".length)}".`);
    }
    places.set(column, index);
  }
  const hasConsents = [...places.keys()].some((column) => column.startsWith("consent:"));
  if (hasConsents && mapping.consentText === undefined) {
    throw invalid("consentText", "Say which text the members agreed to, so that it can be shown later.");
  }
  return places;
}

type Reading = Ground &
  Readonly<{ columns: ReadonlyMap<MemberColumn, number>; dateFormat: TimeFormat; decimalMark: "." | "," }>;

function draftOf(reading: Reading, [row, ...cells]: Row): Draft {
  const { columns, tenant, decimalMark } = reading;
  const cell = (column: MemberColumn): string => cells[columns.get(column) ?? -1]?.trim() ?? "";
  const country = known(cell("country"), (text) => countryOf(text.toUpperCase()), "country is not a code like IT");
  const [identity, ...others] = identitiesOf(cell, country ?? tenant.country);
  if (identity === undefined)
    throw new Refusal("invalid", "The row has no e-mail, phone, card, QR code or number to know the member by.");
  const points = cell("points") === "" ? 0 : wholePoints(cell("points"), decimalMark);
  if (points === null) throw wrong("points are not a whole number");
  const expires = dayOf(reading, cell("pointsExpire"), "pointsExpire");
  return {
    row,
    name: nameOf(cell),
    identities: [identity, ...others],
    birthDate: birthDateOf(reading, cell("birthDate")),
    language: known(cell("language"), languageOf, "language is not a code like it"),
    country,
    joinedAt: joinedOf(reading, cell("joined")),
    points,
    pointsExpireAt: expires === undefined ? undefined : endOfDate(tenant.timezone, expires),
    tier: cell("tier") === "" ? undefined : cell("tier"),
    consents: consentsOf(columns, cell),
    values: valuesOf(reading, cell),
  };
}

type Cell = (column: MemberColumn) => string;

function identitiesOf(cell: Cell, country: string | undefined): IdentityValue[] {
  const kinds = ["number", "card", "email", "phone", "qr"] as const;
  return kinds.flatMap((kind) => (cell(kind) === "" ? [] : [identityOf(kind, cell(kind), country)]));
}

function nameOf(cell: Cell): string | undefined {
  const parts = cell("name") === "" ? [cell("firstName"), cell("lastName")] : [cell("name")];
  const name = parts.filter((part) => part !== "").join(" ");
  if (name.length > NAME_CHARS_MAX) throw wrong(`name has more than ${NAME_CHARS_MAX} characters`);
  if (/[\p{Cc}\p{Cs}]/u.test(name)) throw wrong("name has line ends or control characters");
  return name === "" ? undefined : name;
}

function birthDateOf(reading: Reading, text: string): string | undefined {
  const day = dayOf(reading, text, "birthDate");
  if (day === undefined) return undefined;
  const isPossible = Number(day.slice(0, 4)) >= BIRTH_YEAR_MIN && Date.parse(day) <= reading.nowMs;
  if (!isPossible) throw wrong(`birthDate is not a day from the year ${BIRTH_YEAR_MIN} until today`);
  return day;
}

function joinedOf(reading: Reading, text: string): number | undefined {
  if (text === "") return undefined;
  const at = reading.dateFormat(text, reading.tenant.timezone);
  if (at === null || at > reading.nowMs || at < 0) throw wrong("joined is not a day in the past, written as said");
  return at;
}

/** A day of the calendar, wherever; undefined: the cell is empty. */
function dayOf({ dateFormat }: Reading, text: string, column: string): string | undefined {
  if (text === "") return undefined;
  const at = dateFormat(text, "UTC");
  if (at === null) throw wrong(`${column} is not a day, written as said`);
  return new Date(at).toISOString().slice(0, 10);
}

function consentsOf(columns: ReadonlyMap<MemberColumn, number>, cell: Cell): Draft["consents"] {
  return [...columns.keys()].flatMap((column) => {
    if (!isConsent(column) || cell(column) === "") return [];
    const says = saysYes(cell(column));
    if (says === null) throw wrong(`${column} is neither yes nor no`);
    return [{ topic: topicOf(column), state: says ? ("granted" as const) : ("withdrawn" as const) }];
  });
}

type ConsentColumn = `consent:${ConsentTopic}`;

function isConsent(column: MemberColumn): column is ConsentColumn {
  return column.startsWith("consent:");
}

function topicOf(column: ConsentColumn): ConsentTopic {
  const topics: Record<ConsentColumn, ConsentTopic> = {
    "consent:email": "email",
    "consent:sms": "sms",
    "consent:push": "push",
    "consent:phone": "phone",
    "consent:post": "post",
    "consent:profiling": "profiling",
    "consent:partners": "partners",
  };
  return topics[column];
}

function valuesOf({ columns, fields, decimalMark, ...reading }: Reading, cell: Cell): Draft["values"] {
  return fields.flatMap((field) => {
    const column = `field:${field.code}` as const;
    const text = columns.has(column) ? cell(column) : "";
    if (text === "") return [];
    const value = readValue(field, text, { ...reading, columns, fields, decimalMark });
    const fault = faultOfValue(field, value);
    if (fault !== null) throw wrong(`field ${field.code} ${fault}`);
    return [{ code: field.code, value }];
  });
}

function readValue({ type, code }: CustomField, text: string, reading: Reading): CustomValue {
  switch (type) {
    case "text":
    case "choice":
      return text;
    case "number":
      return numberOf(text, reading.decimalMark, code);
    case "boolean": {
      const says = saysYes(text);
      if (says === null) throw wrong(`field ${code} is neither yes nor no`);
      return says;
    }
    case "date":
      return dayOf(reading, text, `field ${code}`) ?? "";
  }
}

/** "12,50" where a comma is the mark. */
function numberOf(text: string, decimalMark: "." | ",", code: string): number {
  const plain = text.replaceAll(decimalMark === "." ? "," : ".", "").replace(decimalMark, ".");
  if (/^-?\d{1,13}(\.\d{1,6})?$/.test(plain)) return Number(plain);
  throw wrong(`field ${code} is not a number`);
}

function known(text: string, read: (text: string) => string, words: string): string | undefined {
  if (text === "") return undefined;
  try {
    return read(text);
  } catch (error) {
    if (error instanceof Refusal) throw wrong(words);
    throw error;
  }
}

function wrong(words: string): Refusal {
  return new Refusal("invalid", `The row's ${words}.`);
}
