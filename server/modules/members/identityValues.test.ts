import { fc, test as property } from "@fast-check/vitest";
import { expect, test } from "vitest";
import { identityOf } from "./identityValues.ts";

const written = (kind: "email" | "phone" | "qr" | "number", text: string, country?: string) =>
  identityOf(kind, text, country).value;

test.each([
  ["Ana.Rossi@Example.COM", "ana.rossi@example.com"],
  ["  ana@example.com ", "ana@example.com"],
  ["ana+shop@example.com", "ana+shop@example.com"],
  ["ANA@BÜCHER.example", "ana@xn--bcher-kva.example"],
  ["ana@xn--bcher-kva.example", "ana@xn--bcher-kva.example"],
  ["jose\u0301@example.com", "josé@example.com"],
  ["JOSÉ@example.com", "josé@example.com"],
  ["пользователь@пример.рф", "пользователь@xn--e1afmkfd.xn--p1ai"],
])("the e-mail %s is written %s", (text, value) => {
  expect(written("email", text)).toBe(value);
});

test.each([
  "a@b",
  '"a b"@example.com',
  "a b@example.com",
  "ana@example.com.",
  "ana@.example.com",
  "ana..rossi@example.com",
  ".ana@example.com",
  "ana@exam_ple.com",
  "ana@-example.com",
  "ana@example.c",
  "ana@127.0.0.1",
  "ana@[127.0.0.1]",
  "ana@example.com, bob@example.com",
  "ana@example.com\r\nBcc: bob@example.com",
  "ana\u200b@example.com",
  "ana@exam\u200dple.com",
  "\u202eana@example.com",
  "ana@example.com\u0000",
  "ana@exa%6dple.com",
  "ana@example.com/path",
  "ana@@example.com",
  "@example.com",
  "ana",
  "",
  `${"a".repeat(65)}@example.com`,
  `ana@${"a".repeat(64)}.com`,
  `${"a".repeat(64)}@${"b".repeat(60)}.${"c".repeat(60)}.${"d".repeat(60)}.${"e".repeat(20)}.com`,
  `${"x".repeat(308)}@example.com`,
])("%j is no e-mail", (text) => {
  expect(() => written("email", text)).toThrow("not an e-mail address");
});

test.each([
  ["06 1234 5678", "IT", "+390612345678"],
  ["333 123 4567", "IT", "+393331234567"],
  ["0039 06 12345678", "IT", "+390612345678"],
  ["+39 06 12345678", undefined, "+390612345678"],
  ["(020) 7946-0958", "GB", "+442079460958"],
  ["٠٢٠٧٩٤٦٠٩٥٨", "GB", "+442079460958"],
  ["0721 234 567", "RO", "+40721234567"],
])("the phone %s dialled in %s is %s", (text, country, value) => {
  expect(written("phone", text, country)).toBe(value);
});

test.each([
  ["06 12345678", undefined, "write it with its country"],
  ["0039 06 12345678", undefined, "write it with its country"],
  ["123", "IT", "as dialled in IT"],
  ["+39 06 12345678 ext 5", "IT", "as dialled in IT"],
  ["call +39 06 12345678", "IT", "as dialled in IT"],
  ["+1 800 FLOWERS", "US", "as dialled in US"],
  ["+390612345678\u200b", "IT", "as dialled in IT"],
  ["+999 123456789", "IT", "as dialled in IT"],
  ["0".repeat(400), "IT", "as dialled in IT"],
  ["899 123456", "IT", "premium"],
  ["+44 909 8790000", "GB", "premium"],
])("the phone %s in %s is refused", (text, country, words) => {
  expect(() => written("phone", text, country)).toThrow(words);
});

test("codes keep their case and their inner spaces, and lose those around them", () => {
  expect(written("qr", " Ab 12 ")).toBe("Ab 12");
  expect(written("number", "e\u0301")).toBe("é");
  for (const wrong of ["", "   ", "a\u0007", "a\u200b", "x".repeat(65)]) {
    expect(() => written("number", wrong)).toThrow("1 to 64 visible characters");
  }
});

const word = fc.stringMatching(/^[a-z0-9]{1,10}$/);
property.prop([word, word, fc.constantFrom("com", "it", "example")])(
  "what is written once is written the same again, whatever the case",
  (local, host, top) => {
    const once = written("email", `${local}@${host}.${top}`);
    expect(written("email", once)).toBe(once);
    expect(written("email", once.toUpperCase())).toBe(once);
  },
);

property.prop([fc.string({ unit: "binary", maxLength: 400 })])(
  "any text is either one written form or a refusal",
  (text) => {
    for (const kind of ["email", "phone", "qr", "number", "card"] as const) {
      try {
        const { value } = identityOf(kind, text, "IT");
        expect(identityOf(kind, value, "IT").value).toBe(value);
      } catch (error) {
        expect(error).toMatchObject({ name: "Refusal", code: "invalid" });
      }
    }
  },
);
