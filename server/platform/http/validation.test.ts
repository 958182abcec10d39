import { type TSchema, Type } from "typebox";
import { expect, test } from "vitest";
import { refuseUnfit, validatorCompiler } from "./validation.ts";

function refusalOf(schema: TSchema, value: unknown, httpPart = "body") {
  const verdict = validatorCompiler({ schema, httpPart })(value);
  return "error" in verdict ? verdict.error.message : undefined;
}

const exact = { additionalProperties: false };
const Shape = Type.Union([
  Type.Object({ kind: Type.Literal("circle"), radius: Type.Integer({ minimum: 1 }) }, exact),
  Type.Object({ kind: Type.Literal("square"), side: Type.Integer({ minimum: 1 }) }, exact),
]);

test.each([
  [{ kind: "circle", radius: 1 }, undefined],
  [{ kind: "circle", radius: 0 }, '"shape.radius" must be 1 or more, not 0.'],
  [{ kind: "circle", side: 1 }, 'The field "shape.radius" is missing.'],
  [{ kind: "square", side: 1, radius: 1 }, 'The body has a field "shape.radius" that is not known here.'],
  [{ kind: "triangle" }, '"shape.kind" must be one of "circle", "square".'],
  ["circle", '"shape" must be a JSON object.'],
])("a choice of shapes tells the fault of the one that was meant: %j", (shape, words) => {
  expect(refusalOf(Type.Object({ shape: Shape }), { shape })).toBe(words);
});

const Attributes = Type.Record(
  Type.String({ pattern: "^[a-z]{1,8}$" }),
  Type.Union([Type.String({ maxLength: 3 }), Type.Integer(), Type.Boolean()]),
  { additionalProperties: false, maxProperties: 2 },
);

test.each([
  [{ a: "x", b: 1 }, undefined],
  [{ a: null }, '"a" must be a text or a whole number (a JSON number, not a text) or true or false.'],
  [{ a: "long" }, '"a" must be at most 3 characters long.'],
  [{ a: { b: 1 } }, '"a" must be a text or a whole number (a JSON number, not a text) or true or false.'],
  [{ "A!": 1 }, 'The body has a field "A!" that is not known here.'],
  [{ a: 1, b: 2, c: 3 }, "The body must be an object with at most 2 fields."],
])("a choice of types names them all: %j", (attributes, words) => {
  expect(refusalOf(Attributes, attributes)).toBe(words);
});

const Query = Type.Object({
  limit: Type.Integer(),
  all: Type.Optional(Type.Boolean()),
  name: Type.Optional(Type.String()),
});

test.each([
  [
    { limit: "5", all: "true", name: "5" },
    { limit: 5, all: true, name: "5" },
  ],
  [{ limit: "-1" }, { limit: -1 }],
])("a query's texts are read as what its schema names: %j", (query, value) => {
  expect(validatorCompiler({ schema: Query, httpPart: "querystring" })(query)).toEqual({ value });
});

test.each([
  [{ limit: "5.5" }],
  [{ limit: "0x10" }],
  [{ limit: "" }],
  [{ limit: " 5" }],
  [{ limit: "1", all: "yes" }],
  [{ limit: ["1", "2"] }],
])("a query's other texts stay texts and are refused: %j", (query) => {
  expect(refusalOf(Query, query, "querystring")).toBeDefined();
});

test.each([["querystring"], ["params"]])("what could not be kept is refused in %s too", (httpPart) => {
  for (const name of ["a\0b", "\ud800"]) expect(refusalOf(Query, { limit: "1", name }, httpPart)).toBeDefined();
  expect(refusalOf(Query, { limit: "1", name: "Ștefan 👩‍👩‍👧" }, "querystring")).toBeUndefined();
});

test.each([["a\0b"], ["\udc00x"]])("a body with a text that could not be kept is refused: %j", (text) => {
  expect(() => refuseUnfit({ list: [{ text }] })).toThrow("zero character or half of a character");
  expect(() => refuseUnfit({ list: [{ text: "Zoë 𝒳" }] })).not.toThrow();
});
