// The small shapes that every request and reply is made of: ids, codes, instants, amounts.
import { type Static, type TSchema, type TSchemaOptions, Type } from "typebox";

/** The largest integer that every JSON reader keeps exactly. */
export const INTEGER_MAX = Number.MAX_SAFE_INTEGER;

/** An id as the outside sees it: what it names, then 26 characters that sort by time. */
export function Id(prefix: string, description: string) {
  return Type.String({
    pattern: `^${prefix}_[0-7][0-9a-hjkmnp-tv-z]{25}$`,
    description,
    examples: [`${prefix}_01kb1vn7xqf8krv1q7ey6p4c0m`],
  });
}

/** A moment with its offset: 2026-03-01T09:30:00Z. */
export function Instant(description: string) {
  return Type.String({ format: "date-time", maxLength: 40, description, examples: ["2026-03-01T09:30:00Z"] });
}

/** A day of the calendar, without a place: 1984-02-29. */
export function Day(description: string) {
  return Type.String({ format: "date", description, examples: ["1984-02-29"] });
}

/** A whole number that is never rounded on its way. */
export function Whole(description: string, bounds: { minimum?: number; maximum?: number } = {}) {
  return Type.Integer({ minimum: bounds.minimum ?? 0, maximum: bounds.maximum ?? INTEGER_MAX, description });
}

/** Visible at both ends; in between anything but control characters and halves of characters. */
const ONE_LINE = "^[^\\s\\p{Cc}\\p{Cs}]([^\\p{Cc}\\p{Cs}]*[^\\s\\p{Cc}\\p{Cs}])?$";

/** One line of text that a person reads. */
export function Line(description: string, maxLength = 200) {
  return Type.String({ minLength: 1, maxLength, pattern: ONE_LINE, description });
}

/** Some lines of text that a person reads: control characters but the ends of lines and tabs are refused. */
export function Prose(description: string, maxLength: number) {
  return Type.String({
    minLength: 1,
    maxLength,
    pattern: "^(?=[^]*\\S)([^\\p{Cc}\\p{Cs}]|[\\n\\t])*$",
    description,
  });
}

/** A code that another system uses for something of its own: printable, without spaces at the ends. */
export function Code(description: string, maxLength = 64) {
  return Type.String({
    minLength: 1,
    maxLength,
    pattern: "^[\\x21-\\x7e]([\\x20-\\x7e]*[\\x21-\\x7e])?$",
    description,
  });
}

/** One of a closed list of words. */
export function OneOf<const Words extends string[]>(words: readonly [...Words], options: TSchemaOptions = {}) {
  return Type.Enum([...words], { type: "string", ...options });
}

/** A value or null. Not a union: that would be serialized by trying each of its shapes. */
export function OrNull<Schema extends TSchema & { type: string }>(schema: Schema) {
  return Type.Unsafe<Static<Schema> | null>({ ...schema, type: [schema.type, "null"] });
}

export const Currency = Type.String({
  pattern: "^[A-Z]{3}$",
  description: "ISO 4217 code of a currency. Amounts are whole numbers of its smallest unit.",
  examples: ["EUR"],
});

export const Country = Type.String({
  pattern: "^[A-Z]{2}$",
  description: "ISO 3166 code of a country.",
  examples: ["IT"],
});

export const Language = Type.String({
  pattern: "^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$",
  maxLength: 35,
  description: "BCP 47 tag of a language.",
  examples: ["it"],
});

export const Timezone = Type.String({
  pattern: "^[A-Za-z0-9_+-]+(/[A-Za-z0-9_+-]+){0,2}$",
  maxLength: 64,
  description: "IANA name of a time zone.",
  examples: ["Europe/Rome"],
});
