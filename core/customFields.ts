// Fields that a tenant adds to its members: what a value must look like.
import { isDate } from "./calendar.ts";

export const customFieldTypes = ["text", "number", "boolean", "date", "choice"] as const;
export type CustomFieldType = (typeof customFieldTypes)[number];

export type CustomField = Readonly<{ code: string; type: CustomFieldType; choices: readonly string[] }>;
export type CustomValue = string | number | boolean;

export const CUSTOM_TEXT_CHARS_MAX = 500;
/** Beyond this a number with two decimals is no longer exact. */
export const CUSTOM_NUMBER_MAX = 10 ** 13;

/** Visible at both ends; in between anything but control characters and halves of characters. */
const line = /^[^\s\p{Cc}\p{Cs}]([^\p{Cc}\p{Cs}]*[^\s\p{Cc}\p{Cs}])?$/u;

/** What is wrong with a value, as the end of a sentence that begins with the field; null: nothing. */
export function faultOfValue({ type, choices }: CustomField, value: CustomValue): string | null {
  switch (type) {
    case "text": {
      const isText = typeof value === "string" && value.length <= CUSTOM_TEXT_CHARS_MAX && line.test(value);
      return isText ? null : `must be one line of at most ${CUSTOM_TEXT_CHARS_MAX} characters`;
    }
    case "number": {
      const isNumber = typeof value === "number" && Math.abs(value) <= CUSTOM_NUMBER_MAX;
      return isNumber ? null : `must be a number of at most ${CUSTOM_NUMBER_MAX}`;
    }
    case "boolean":
      return typeof value === "boolean" ? null : "must be true or false";
    case "date":
      return typeof value === "string" && isDate(value) ? null : "must be a day like 2026-03-01";
    case "choice":
      return typeof value === "string" && choices.includes(value) ? null : `must be one of ${choices.join(", ")}`;
  }
}
