import { expect, test } from "vitest";
import { createLog, hideValues } from "./log.ts";

function linesOf(write: (log: ReturnType<typeof createLog>) => void): string {
  const lines: string[] = [];
  write(createLog("info", { write: (line: string) => lines.push(line) }));
  return lines.join("");
}

test("personal data and keys are hidden wherever they are logged by mistake", () => {
  const text = linesOf((log) => {
    log.info({ email: "ana@example.com", phone: "+39061234567", name: "Ana", query: "email=ana@example.com" }, "a");
    log.info({ request: { headers: { authorization: "Bearer fed_abc" } }, member: { name: "Ana" } }, "b");
    log.error({ error: new Error('Key (code)=(ana@example.com) exists: "Ana Rossi" +39 06 1234567 fed_abc') }, "c");
  });
  expect(text).not.toMatch(/ana@|Ana|fed_|1234567/);
  expect(text.split("\n").filter(Boolean)).toHaveLength(3);
});

test.each([
  ['invalid input syntax for type uuid: "ana"', 'invalid input syntax for type uuid: "[value]"'],
  ["duplicate key, Key (email)=(a@b.example)", "duplicate key, Key (email)=([value])"],
  ["mail to ana.b+c@example.co.uk failed", "mail to [e-mail] failed"],
  ["at file.ts:120:15 in 1,234 ms", "at file.ts:120:15 in 1,234 ms"],
])("%s", (text, hidden) => {
  expect(hideValues(text)).toBe(hidden);
});

test("an error keeps what helps: its kind, its code and where it happened", () => {
  const error = Object.assign(new TypeError("it broke"), {
    code: "42P01",
    detail: "ana@example.com",
    parameters: ["Ana"],
  });
  const [line] = linesOf((log) => log.error({ error }, "failed")).split("\n");
  const logged = JSON.parse(line ?? "");
  expect(logged.error).toMatchObject({ type: "TypeError", code: "42P01", message: "it broke" });
  expect(Object.keys(logged.error)).toEqual(["type", "code", "message", "stack"]);
});
