import { CUSTOM_TEXT_CHARS_MAX, customFieldTypes } from "@fedele/core/customFields.ts";
import { type Static, Type } from "typebox";
import { Instant, Line, OneOf } from "./scalars.ts";

export const CUSTOM_FIELDS_MAX = 50;
export const CHOICES_MAX = 100;

const code = Type.String({
  minLength: 1,
  maxLength: 40,
  pattern: "^[a-z][a-z0-9_]*$",
  description: "The code by which programs name the field.",
  examples: ["shoe_size"],
});
const name = Line("What people call the field.", 100);
const type = OneOf(customFieldTypes, { description: "What it holds; a `choice` is one of `choices`." });
const choices = Type.Array(Line("One of the choices.", 100), {
  maxItems: CHOICES_MAX,
  uniqueItems: true,
  description: "What a `choice` can be; of other types it stays empty.",
});

export const NewCustomField = Type.Object(
  { code, name, type, choices: Type.Optional(choices) },
  {
    $id: "NewCustomField",
    additionalProperties: false,
    description: `A field that members shall have. A tenant has at most ${CUSTOM_FIELDS_MAX}.`,
  },
);
export type NewCustomField = Static<typeof NewCustomField>;

export const CustomField = Type.Object(
  { code, name, type, choices, createdAt: Instant("When it was added.") },
  { $id: "CustomField", additionalProperties: false, description: "A field that members have." },
);
export type CustomField = Static<typeof CustomField>;

export const CustomFieldList = Type.Object(
  { items: Type.Array(CustomField) },
  { $id: "CustomFieldList", additionalProperties: false },
);

const valueWords =
  "A text, a number, true or false, as the field's type has it; a day is a text like 2026-03-01. " +
  `A text has at most ${CUSTOM_TEXT_CHARS_MAX} characters.`;
const ValueOrNull = Type.Unsafe<string | number | boolean | null>({
  type: ["string", "number", "boolean", "null"],
  maxLength: CUSTOM_TEXT_CHARS_MAX,
  description: `${valueWords} Null empties the field.`,
});

export const CustomValueChange = Type.Object(
  {
    values: Type.Array(Type.Object({ code, value: ValueOrNull }, { additionalProperties: false }), {
      minItems: 1,
      maxItems: CUSTOM_FIELDS_MAX,
      description: "Each field at most once; what is not named stays.",
    }),
  },
  { $id: "CustomValueChange", additionalProperties: false, description: "What changes of a member's own fields." },
);
export type CustomValueChange = Static<typeof CustomValueChange>;

export const CustomValues = Type.Object(
  {
    items: Type.Array(
      Type.Object(
        {
          code,
          value: Type.Unsafe<string | number | boolean>({
            type: ["string", "number", "boolean"],
            description: valueWords,
          }),
        },
        { additionalProperties: false },
      ),
    ),
  },
  {
    $id: "CustomValues",
    additionalProperties: false,
    description: "A member's values, in the order of the fields; what is empty is left out.",
  },
);
export type CustomValues = Static<typeof CustomValues>;

export const CustomFieldPath = Type.Object({ code: Type.String({ maxLength: 64 }) }, { additionalProperties: false });
