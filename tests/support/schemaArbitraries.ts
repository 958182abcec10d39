// Values for a JSON schema, made by fast-check from the schema itself: such as it allows, and such as it does not.
import fc from "fast-check";

/** What the generator reads of a schema; anything else in it only narrows, and is checked by whoever asks. */
export type Schema = {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly Schema[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly patternProperties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | Schema;
  readonly items?: Schema;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly uniqueItems?: boolean;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly pattern?: string;
  readonly format?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMinimum?: number;
  readonly exclusiveMaximum?: number;
  readonly examples?: readonly unknown[];
};

export type World = {
  /** Named schemas, by the name that a reference ends with. */
  readonly components: Readonly<Record<string, Schema>>;
  /** Texts that mean something here, such as ids: preferred wherever the pattern allows them. */
  readonly known: readonly string[];
};

/** So deep a value may name itself; deeper, the first choice is taken and lists stay empty. */
const DEPTH_MAX = 4;
const ITEMS_MAX = 4;
const TEXT_MAX = 60;

/** Values that the schema allows, for the most part: what a pattern or a set says beyond this is left to chance. */
export function valuesOf(world: World, schema: Schema, depth = 0): fc.Arbitrary<unknown> {
  if (schema.$ref !== undefined) return valuesOf(world, named(world, schema.$ref), depth + 1);
  if (schema.const !== undefined) return fc.constant(schema.const);
  if (schema.enum !== undefined) return fc.constantFrom(...schema.enum);
  if (schema.anyOf !== undefined) {
    const choices = depth > DEPTH_MAX ? schema.anyOf.slice(0, 1) : schema.anyOf;
    return fc.oneof(...choices.map((choice) => valuesOf(world, choice, depth + 1)));
  }
  if (typeof schema.type === "string" || schema.type === undefined) return ofType(world, schema, depth);
  return fc.oneof(...schema.type.map((type) => ofType(world, { ...schema, type }, depth)));
}

export function named({ components }: World, reference: string): Schema {
  const schema = components[reference.split("/").at(-1) ?? ""];
  if (schema === undefined) throw new Error(`there is no schema ${reference}`);
  return schema;
}

function ofType(world: World, schema: Schema, depth: number): fc.Arbitrary<unknown> {
  switch (schema.type) {
    case "object":
      return objectsOf(world, schema, depth);
    case "array": {
      if (depth > DEPTH_MAX) return fc.constant([]);
      const least = schema.minItems ?? 0;
      const most = Math.max(least, Math.min(schema.maxItems ?? ITEMS_MAX, ITEMS_MAX));
      const items = valuesOf(world, schema.items ?? {}, depth + 1);
      if (schema.uniqueItems !== true) return fc.array(items, { minLength: least, maxLength: most });
      return fc.uniqueArray(items, { minLength: least, maxLength: most, selector: (item) => JSON.stringify(item) });
    }
    case "string":
      return textsOf(world, schema);
    case "integer":
    case "number":
      return numbersOf(schema);
    case "boolean":
      return fc.boolean();
    case "null":
      return fc.constant(null);
    default:
      return fc.jsonValue({ maxDepth: 2 });
  }
}

function objectsOf(world: World, schema: Schema, depth: number): fc.Arbitrary<unknown> {
  const properties = Object.entries(schema.properties ?? {}).map(
    ([name, value]) => [name, valuesOf(world, value, depth + 1)] as const,
  );
  const known = fc.record(Object.fromEntries(properties), { requiredKeys: [...(schema.required ?? [])] });
  const [pattern] = Object.entries(schema.patternProperties ?? {});
  const free = typeof schema.additionalProperties === "object" ? schema.additionalProperties : pattern?.[1];
  if (free === undefined || depth > DEPTH_MAX) return known;
  const names = fc.stringMatching(new RegExp(pattern?.[0] ?? "^[a-z]{1,8}$"));
  const others = fc.dictionary(names, valuesOf(world, free, depth + 1), { maxKeys: 3 });
  return fc.tuple(others, known).map(([first, second]) => ({ ...first, ...second }));
}

function textsOf({ known }: World, schema: Schema): fc.Arbitrary<string> {
  const fits = (text: string): boolean =>
    text.length >= (schema.minLength ?? 0) &&
    text.length <= (schema.maxLength ?? Number.POSITIVE_INFINITY) &&
    (schema.pattern === undefined || new RegExp(schema.pattern, "u").test(text));
  const meaningful = [...known, ...(schema.examples ?? [])].filter((text) => typeof text === "string").filter(fits);
  const random = randomTexts(schema).filter(fits);
  if (meaningful.length === 0) return random;
  return fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...meaningful) }, { weight: 1, arbitrary: random });
}

function randomTexts(schema: Schema): fc.Arbitrary<string> {
  const moments = fc.date({ min: new Date("1970-01-01T00:00:00Z"), max: new Date("2099-12-31T00:00:00Z") });
  if (schema.format === "date-time") return moments.map((moment) => moment.toISOString());
  if (schema.format === "date") return moments.map((moment) => moment.toISOString().slice(0, 10));
  // fast-check knows no properties of characters; such patterns mean a line of text.
  const isLine = schema.pattern?.includes("\\p{") === true || schema.pattern?.includes("(?") === true;
  if (schema.pattern !== undefined && !isLine) return fc.stringMatching(new RegExp(schema.pattern));
  const minLength = schema.minLength ?? 0;
  const maxLength = Math.max(minLength, Math.min(schema.maxLength ?? TEXT_MAX, TEXT_MAX));
  const words = fc.constantFrom("Ana", "Zoë Ștefănescu", "{{7*7}}", "<b>x</b>", "=1+1", "𝒳 👩‍👩‍👧", "ﷺ");
  return isLine ? words : fc.oneof(words, fc.string({ minLength, maxLength, unit: "grapheme" }));
}

function numbersOf(schema: Schema): fc.Arbitrary<number> {
  const least = schema.minimum ?? (schema.exclusiveMinimum === undefined ? undefined : schema.exclusiveMinimum + 1);
  const most = schema.maximum ?? (schema.exclusiveMaximum === undefined ? undefined : schema.exclusiveMaximum - 1);
  const min = least ?? Number.MIN_SAFE_INTEGER;
  const max = most ?? Number.MAX_SAFE_INTEGER;
  const small = { min: Math.max(min, 0), max: Math.max(min, Math.min(max, 1_000)) };
  return fc.oneof(fc.integer(small), fc.integer({ min, max }), fc.constantFrom(min, max));
}

/** What no field expects. */
const nonsense: readonly unknown[] = [
  null,
  true,
  -1,
  0.5,
  2 ** 53,
  1e308,
  "",
  "\u0000",
  "\ud800",
  "a".repeat(5_000),
  "2026-02-30T25:61:00Z",
  [],
  {},
  [[[[]]]],
  { $ref: "#" },
];

/** The same value with one place spoiled: something else in it, a field missing, or one too many. */
export function spoiled(values: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
  return fc.tuple(values, fc.nat(), fc.constantFrom(...nonsense), fc.nat(2)).map(([value, at, other, how]) => {
    const places = placesIn(value);
    const place = places[at % places.length] ?? [];
    return changedAt(value, place, { other, how: (["put", "drop", "add"] as const)[how] ?? "put" });
  });
}

type Place = readonly string[];
type Change = { readonly other: unknown; readonly how: "put" | "drop" | "add" };

function placesIn(value: unknown, here: Place = []): Place[] {
  if (typeof value !== "object" || value === null) return [here];
  return [here, ...Object.entries(value).flatMap(([name, inner]) => placesIn(inner, [...here, name]))];
}

function changedAt(value: unknown, [step, ...rest]: Place, change: Change): unknown {
  if (step === undefined) {
    const isObject = typeof value === "object" && value !== null && !Array.isArray(value);
    return change.how === "add" && isObject ? { ...value, __proto: change.other, other: change.other } : change.other;
  }
  if (Array.isArray(value))
    return value.map((item, index) => (`${index}` === step ? changedAt(item, rest, change) : item));
  const entries = Object.entries(Object(value)).flatMap(([name, inner]) => {
    if (name !== step) return [[name, inner]];
    return change.how === "drop" && rest.length === 0 ? [] : [[name, changedAt(inner, rest, change)]];
  });
  return Object.fromEntries(entries);
}
