import { expect, test } from "vitest";
import { PORT_DEFAULT, parseConfig } from "./config.ts";

test("an empty environment is enough", () => {
  const config = parseConfig({});
  expect(config).toMatchObject({ host: "127.0.0.1", port: PORT_DEFAULT, isDemo: true, externalDatabase: undefined });
  expect(config.dataFolder).toMatch(/\/data$/);
});

test.each([
  ["PORT", "http", 'The setting PORT is "http", but must be a whole number from 0 to 65535.'],
  ["PORT", "-1", "whole number"],
  ["PORT", "65536", "whole number"],
  ["FEDELE_DEMO", "no", "0 or 1"],
  ["LOG_LEVEL", "loud", "one of fatal"],
  ["RATE_LIMIT_PER_MINUTE", "0", "from 1"],
  ["FEDELE_ROOT_KEY", "short", "FEDELE_ROOT_KEY must hold 32 random bytes"],
  ["DATABASE_URL", "localhost/fedele", "must be an address like postgres://"],
  ["DATABASE_OWNER_URL", "postgres://a@b/c", "need DATABASE_URL beside them"],
])("%s = %s is refused in words", (name, value, words) => {
  expect(() => parseConfig({ [name]: value })).toThrow(words);
});

test("a refusal never repeats a secret", () => {
  expect(() => parseConfig({ DATABASE_URL: "user:secret@host" })).not.toThrow(/secret/);
  expect(() => parseConfig({ FEDELE_ROOT_KEY: "secret" })).not.toThrow(/secret/);
});

test("a root key is 64 hexadecimal digits or base64", () => {
  const bytes = Buffer.alloc(32, 7);
  expect(parseConfig({ FEDELE_ROOT_KEY: bytes.toString("hex") }).rootKey).toEqual(bytes);
  expect(parseConfig({ FEDELE_ROOT_KEY: bytes.toString("base64") }).rootKey).toEqual(bytes);
});
