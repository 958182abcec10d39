// What comes in is checked against its schema and never bent into shape: no text becomes a number, nothing is dropped.
// Only query parameters, which are always text, are read as the numbers and booleans that their schema names.
import type { TSchema } from "typebox";
import { Compile, type Validator } from "typebox/compile";
import type { TLocalizedValidationError } from "typebox/error";
import { Refusal } from "../refusal.ts";

const places: Record<string, string> = {
  body: "The body",
  querystring: "The query",
  headers: "The header",
};

/** Bodies nested deeper than this are refused before any schema sees them. */
export const DEPTH_MAX = 32;

type Part = { readonly schema: TSchema; readonly httpPart?: string };
type Verdict = { value: unknown } | { error: Error };

/**
 * Fastify's compiler of validators, each made when it is first asked: of two hundred operations a process serves a few.
 * Words are only looked for once a check has failed.
 */
export function validatorCompiler({ schema, httpPart }: Part): (value: unknown) => Verdict {
  let made: Validator | undefined;
  const place = httpPart ?? "body";
  return (value) => {
    made ??= Compile(schema);
    const check = made;
    const read = place === "querystring" ? readQuery(schema, value) : value;
    if (!check.Check(read)) return { error: refusalOf(place, read, check.Errors(read)) };
    const unfit = place === "body" ? undefined : nameOfUnfit(read);
    return unfit === undefined ? { value: read } : { error: unfitAt(place, unfit) };
  };
}

/** Numbers out of text where the schema asks for them; anything else stays the text that it was. */
function readQuery(schema: TSchema, value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  const properties = propertiesOf(schema);
  return Object.fromEntries(Object.entries(value).map(([name, text]) => [name, readText(properties[name], text)]));
}

function propertiesOf(schema: TSchema): Record<string, TSchema> {
  return "properties" in schema && isRecord(schema.properties) ? schema.properties : {};
}

function isRecord(value: unknown): value is Record<string, TSchema> {
  return typeof value === "object" && value !== null;
}

function readText(schema: TSchema | undefined, text: unknown): unknown {
  if (schema === undefined || typeof text !== "string" || !("type" in schema)) return text;
  if (schema.type === "integer" && /^-?\d{1,16}$/.test(text)) return Number(text);
  if (schema.type === "boolean" && (text === "true" || text === "false")) return text === "true";
  return text;
}

/** The first thing that is wrong, in one sentence. */
function refusalOf(place: string, value: unknown, errors: readonly TLocalizedValidationError[]): Refusal {
  if (place === "params") return nothingHere();
  const where = places[place] ?? "The request";
  const error = mostTelling(errors);
  if (error === undefined) return new Refusal("invalid", `${where} is not what is expected here.`);
  const unknownName = unknownNameIn(error);
  const missing = missingNameIn(error);
  const path = pathOf(error.instancePath, unknownName ?? missing);
  if (unknownName !== undefined) return invalidAt(path, `${where} has a field "${path}" that is not known here.`);
  if (missing !== undefined) return invalidAt(path, missingSentence(place, path));
  const subject = path === "" ? where : `"${path}"`;
  return invalidAt(path, `${subject} must be ${expectationOf(error, errors)}${found(value, error.instancePath)}.`);
}

function nothingHere(): Refusal {
  return new Refusal("not_found", "There is nothing with this id.");
}

function invalidAt(path: string, message: string): Refusal {
  return new Refusal("invalid", message, path === "" ? {} : { field: path });
}

function missingSentence(place: string, path: string): string {
  if (place === "headers") return `The header ${headerName(path)} is missing.`;
  return place === "querystring" ? `The query needs "${path}".` : `The field "${path}" is missing.`;
}

function headerName(name: string): string {
  return name.replace(/(^|-)[a-z]/g, (letter) => letter.toUpperCase());
}

/**
 * A choice between shapes reports the faults of every shape. The shape that was meant is the one whose fixed words
 * and type match, so its own faults are told; when none matches, the words or the types are the fault.
 */
function mostTelling(errors: readonly TLocalizedValidationError[]): TLocalizedValidationError | undefined {
  const choice = errors.find((error) => error.keyword === "anyOf");
  const first = errors.find((error) => error.keyword !== "boolean");
  if (choice === undefined || first === undefined || !first.schemaPath.startsWith(`${choice.schemaPath}/anyOf`)) {
    return first;
  }
  const branches = Map.groupBy(
    errors.filter((error) => error.schemaPath.startsWith(`${choice.schemaPath}/anyOf/`) && error.keyword !== "boolean"),
    (error) => error.schemaPath.slice(choice.schemaPath.length).split("/", 3).join("/"),
  );
  const faults = [...branches.values()];
  const meant = faults.find((branch) => !branch.some((error) => isOfAnotherShape(error, choice)));
  return meant === undefined ? (errors.find(isFixedWord) ?? first) : mostTelling(meant);
}

function isFixedWord(error: TLocalizedValidationError): boolean {
  return error.keyword === "const";
}

function isOfAnotherShape(error: TLocalizedValidationError, choice: TLocalizedValidationError): boolean {
  return isFixedWord(error) || (error.keyword === "type" && error.instancePath === choice.instancePath);
}

function unknownNameIn(error: TLocalizedValidationError): string | undefined {
  return error.keyword === "additionalProperties" ? error.params.additionalProperties[0] : undefined;
}

function missingNameIn(error: TLocalizedValidationError): string | undefined {
  return error.keyword === "required" ? error.params.requiredProperties[0] : undefined;
}

/** `/items/2/amountMinor` as people write it: `items[2].amountMinor`. */
function pathOf(pointer: string, last: string | undefined): string {
  const steps = pointer
    .split("/")
    .slice(1)
    .map((step) => step.replaceAll("~1", "/").replaceAll("~0", "~"));
  if (last !== undefined) steps.push(last);
  return steps
    .map((step, index) => {
      if (/^\d+$/.test(step)) return `[${step}]`;
      return index === 0 ? step.slice(0, 64) : `.${step.slice(0, 64)}`;
    })
    .join("");
}

const typeWords: Record<string, string> = {
  integer: "a whole number (a JSON number, not a text)",
  number: "a number (a JSON number, not a text)",
  string: "a text",
  boolean: "true or false",
  object: "a JSON object",
  array: "a list",
  null: "null",
};

const formatWords: Record<string, string> = {
  "date-time": 'a moment with its offset, like "2026-03-01T09:30:00Z"',
  date: 'a day of the calendar, like "1984-02-29"',
  uuid: "a UUID",
  email: "an e-mail address",
};

/** What would have been right, to stand after "must be". */
function expectationOf(error: TLocalizedValidationError, errors: readonly TLocalizedValidationError[]): string {
  switch (error.keyword) {
    case "type":
      return typesIn(errors.filter((other) => other.instancePath === error.instancePath));
    case "enum":
      return listed(error.params.allowedValues);
    case "const":
      return listed(errors.filter((other) => other.instancePath === error.instancePath).flatMap(constOf));
    case "format":
      return formatWords[error.params.format] ?? `written as ${error.params.format}`;
    case "pattern":
      return `written as ${patternWords(String(error.params.pattern))}`;
    case "minLength":
      return `at least ${counted(error.params.limit, "character")} long`;
    case "maxLength":
      return `at most ${counted(error.params.limit, "character")} long`;
    case "minItems":
      return `a list of at least ${counted(error.params.limit, "item")}`;
    case "maxItems":
      return `a list of at most ${counted(error.params.limit, "item")}`;
    case "minProperties":
      return `an object with at least ${counted(error.params.limit, "field")}`;
    case "maxProperties":
      return `an object with at most ${counted(error.params.limit, "field")}`;
    case "uniqueItems":
      return "a list without repetition";
    case "minimum":
      return `${error.params.limit} or more`;
    case "maximum":
      return `${error.params.limit} or less`;
    case "exclusiveMinimum":
      return `more than ${error.params.limit}`;
    case "exclusiveMaximum":
      return `less than ${error.params.limit}`;
    case "multipleOf":
      return `a multiple of ${error.params.multipleOf}`;
    default:
      return "one of the documented shapes";
  }
}

/** All types that would have done: a choice reports one each. */
function typesIn(errors: readonly TLocalizedValidationError[]): string {
  const types = errors.flatMap((error) => (error.keyword === "type" ? [error.params.type].flat() : []));
  return [...new Set(types)].map((type) => typeWords[type] ?? type).join(" or ");
}

function constOf(error: TLocalizedValidationError): unknown[] {
  return error.keyword === "const" ? [error.params.allowedValue] : [];
}

function listed(words: readonly unknown[]): string {
  const unique = [...new Set(words.map((word) => JSON.stringify(word)))];
  return unique.length === 1 ? String(unique[0]) : `one of ${unique.join(", ")}`;
}

function counted(count: number | bigint | string, noun: string): string {
  return `${count} ${noun}${String(count) === "1" ? "" : "s"}`;
}

/** Patterns that people meet often, in words; the rest as they stand. */
function patternWords(pattern: string): string {
  const prefix = /^\^([a-z]{3})_\[0-7\]/.exec(pattern)?.[1];
  if (prefix !== undefined) return `an id that begins with "${prefix}_"`;
  if (pattern === "^[A-Z]{3}$") return "three capital letters";
  if (pattern === "^[A-Z]{2}$") return "two capital letters";
  if (pattern.includes("\\p{Cc}")) return "one line of text without spaces at its ends or control characters";
  if (pattern.startsWith("^[\\x21-\\x7e]")) return "printable ASCII characters without spaces at the ends";
  return `the pattern ${pattern}`;
}

/** What stood there instead, where it is short and harmless to repeat: numbers, never texts, which may be personal. */
function found(value: unknown, pointer: string): string {
  let here: unknown = value;
  for (const step of pointer.split("/").slice(1)) {
    here = typeof here === "object" && here !== null ? Reflect.get(here, step) : undefined;
  }
  return typeof here === "number" ? `, not ${here}` : "";
}

/** The field whose text could not be kept. */
function nameOfUnfit(fields: unknown): string | undefined {
  return Object.entries(Object(fields)).find(([, value]) => !isText(value))?.[0];
}

function unfitAt(place: string, name: string): Refusal {
  if (place === "params") return nothingHere();
  return invalidAt(name, `"${name}" has a zero character or half of a character.`);
}

/** What the database can keep as it is: no zero character, no half of one. True of whatever is no text. */
function isText(value: unknown): boolean {
  return typeof value !== "string" || (!value.includes("\0") && value.isWellFormed());
}

/**
 * Refuses a body that is nested too deep to be meant, and texts that could not be kept. Stops at the limit, so that the
 * depth of the input costs nothing.
 */
export function refuseUnfit(value: unknown, depth = 0): void {
  if (!isText(value)) throw new Refusal("invalid", "A text in the body has a zero character or half of a character.");
  if (typeof value !== "object" || value === null) return;
  if (depth >= DEPTH_MAX) throw new Refusal("invalid", `The body is nested deeper than ${DEPTH_MAX} levels.`);
  for (const inner of Object.values(value)) refuseUnfit(inner, depth + 1);
}
