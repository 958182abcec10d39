// Fields of the tenant's own. What a member has in them is sealed as a whole with the member's key: nobody can tell
// from outside what a field of a tenant's making says about a person.
import { type CustomValue, faultOfValue } from "@fedele/core/customFields.ts";
import { CUSTOM_FIELDS_MAX, type CustomValueChange, type NewCustomField } from "@fedele/sdk/schemas/customField.ts";
import type { Ctx } from "../../platform/database/transaction.ts";
import { invalid } from "../../platform/places.ts";
import { Refusal } from "../../platform/refusal.ts";
import type { MemberKey, Sealer } from "../../platform/sealing.ts";
import { lockedOpenMember, memberWithKey, openedWith } from "./keyring.ts";
import type { CustomField } from "./store/customFields.ts";
import * as store from "./store/customFields.ts";

export type { CustomField } from "./store/customFields.ts";

type Values = Readonly<Record<string, CustomValue>>;

export function listFields(ctx: Ctx): Promise<CustomField[]> {
  return store.listFields(ctx);
}

export async function addField(ctx: Ctx, asked: NewCustomField): Promise<CustomField> {
  const { choices = [] } = asked;
  if ((asked.type === "choice") !== choices.length > 0) {
    throw invalid("choices", "A choice has at least one thing to choose, and no other type has any.");
  }
  const known = await store.listFields(ctx);
  const field = { ...asked, choices, createdAt: ctx.now };
  if (known.some(({ code }) => code === asked.code)) throw taken();
  if (known.length >= CUSTOM_FIELDS_MAX) {
    throw new Refusal("conflict", `Members have at most ${CUSTOM_FIELDS_MAX} fields of your own; remove one first.`);
  }
  if (!(await store.insertField(ctx, field))) throw taken();
  return field;
}

export async function getField(ctx: Ctx, code: string): Promise<CustomField> {
  const field = (await store.listFields(ctx)).find((known) => known.code === code);
  if (field === undefined) throw noSuchField();
  return field;
}

/** Its values are read no more, and gone for good from each member whose fields are changed later. */
export async function removeField(ctx: Ctx, code: string): Promise<void> {
  if (!(await store.deleteField(ctx, code))) throw noSuchField();
}

/** A member's values by field, in the order of the fields. */
export async function valuesOf(
  ctx: Ctx,
  sealer: Sealer,
  memberId: string,
): Promise<{ code: string; value: CustomValue }[]> {
  const [{ key }, fields, sealed] = await Promise.all([
    memberWithKey(ctx, sealer, memberId),
    store.listFields(ctx),
    store.findValues(ctx, memberId),
  ]);
  return listed(fields, opened(key, sealed));
}

/** What is named changes, null empties. One value that does not fit, and nothing is changed. */
export async function changeValues(
  ctx: Ctx,
  sealer: Sealer,
  memberId: string,
  { values }: CustomValueChange,
): Promise<{ code: string; value: CustomValue }[]> {
  const { key } = await lockedOpenMember(ctx, sealer, memberId);
  const [fields, sealed] = await Promise.all([store.listFields(ctx), store.findValues(ctx, memberId)]);
  const next = new Map(listed(fields, opened(key, sealed)).map(({ code, value }) => [code, value]));
  values.forEach(({ code, value }, index) => {
    const field = fields.find((known) => known.code === code);
    if (field === undefined) throw invalid(`values[${index}].code`, `Members have no field "${code}".`);
    if (values.findIndex((other) => other.code === code) < index) {
      throw invalid(`values[${index}].code`, `The field "${code}" is in the list twice.`);
    }
    const fault = value === null ? null : faultOfValue(field, value);
    if (fault !== null) throw invalid(`values[${index}].value`, `"${code}" ${fault}.`);
    if (value === null) next.delete(code);
    else next.set(code, value);
  });
  await store.saveValues(ctx, memberId, key.seal(LABEL, JSON.stringify(Object.fromEntries(next))));
  return listed(fields, Object.fromEntries(next));
}

const LABEL = "values";

function opened(key: MemberKey | undefined, sealed: Buffer | null): Values {
  const text = openedWith(key, LABEL, sealed);
  return text === null ? {} : JSON.parse(text);
}

/** What a field of the same code held before it was made anew as another type is no value of it. */
function listed(fields: readonly CustomField[], values: Values): { code: string; value: CustomValue }[] {
  return fields.flatMap((field) => {
    const value = values[field.code];
    return value === undefined || faultOfValue(field, value) !== null ? [] : [{ code: field.code, value }];
  });
}

function taken(): Refusal {
  return new Refusal("conflict", "There is a field with this code already.", { field: "code" });
}

function noSuchField(): Refusal {
  return new Refusal("not_found", "Members have no such field.");
}
