import openapiTypes, { astToString } from "openapi-typescript";

type Parameter = { readonly name?: string; readonly in?: string };

/** The typed client's types for an OpenAPI document, as they are checked in. */
export async function typesOf(document: object): Promise<string> {
  const ast = await openapiTypes(JSON.stringify(document, withoutDuty), { alphabetize: true });
  return `// Made by scripts/generateSdk.ts from /openapi.json. Do not edit.\n${astToString(ast)}`;
}

/** The client brings an Idempotency-Key itself where its caller gives none, so callers may leave it out. */
function withoutDuty(_name: string, value: unknown): unknown {
  return isParameter(value) && value.name === "idempotency-key" ? { ...value, required: false } : value;
}

function isParameter(value: unknown): value is Parameter {
  return typeof value === "object" && value !== null && "in" in value && "name" in value;
}
