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
  ["FEDELE_DEMO_SEED", "two words", "letters, digits"],
  ["FEDELE_NEW_TENANTS", "yes", "0 or 1"],
  ["LOG_LEVEL", "loud", "one of fatal"],
  ["RATE_LIMIT_PER_MINUTE", "0", "from 1"],
  ["FEDELE_ROOT_KEY", "short", "FEDELE_ROOT_KEY must hold 32 random bytes"],
  ["DATABASE_URL", "localhost/fedele", "must be an address like postgres://"],
  ["SMTP_URL", "mail.example.com", "must be an address like smtps://"],
  ["SMTP_URL", "smtp://mail.example.com", "MAIL_FROM must say who writes"],
  ["PUBLIC_URL", "https://loyalty.example.com/path", "an address without a path"],
  ["PUBLIC_URL", "loyalty.example.com", "an address without a path"],
  ["TRUSTED_PROXIES", "proxy.local", "addresses or networks"],
  ["TRUSTED_PROXIES", "0.0.0.0/0", "addresses or networks"],
  ["TRUSTED_PROXIES", "10.0.0.0/33", "addresses or networks"],
  ["DATABASE_OWNER_URL", "postgres://a@b/c", "need DATABASE_URL beside them"],
])("%s = %s is refused in words", (name, value, words) => {
  expect(() => parseConfig({ [name]: value })).toThrow(words);
});

test("a refusal never repeats a secret", () => {
  expect(() => parseConfig({ DATABASE_URL: "user:secret@host" })).not.toThrow(/secret/);
  expect(() => parseConfig({ FEDELE_ROOT_KEY: "secret" })).not.toThrow(/secret/);
  expect(() => parseConfig({ SMTP_URL: "ana:secret@mail.example.com" })).not.toThrow(/secret/);
});

test.each([
  ["smtps://ana:s%40fe@mail.example.com", { port: 465, isTlsFromStart: true, isTlsRequired: true, password: "s@fe" }],
  ["smtp://mail.example.com", { port: 587, isTlsFromStart: false, isTlsRequired: true, user: undefined }],
  ["smtp://127.0.0.1:2525", { host: "127.0.0.1", port: 2525, isTlsRequired: false }],
  ["smtp://[::1]:2525", { host: "::1", isTlsRequired: false }],
])("%s is a mail server", (address, expected) => {
  const { smtp } = parseConfig({ SMTP_URL: address, MAIL_FROM: "Corner shop <hello@example.com>" });
  expect(smtp).toMatchObject({ ...expected, from: { name: "Corner shop", address: "hello@example.com" } });
});

test.each([
  "hello@example.com\r\nBcc: eve@example.com",
  "Corner <a@example.com>, Eve <eve@example.com>",
  "Corner shop",
  "a@example.com, eve@example.com",
])("nobody writes as %j", (sender) => {
  expect(() => parseConfig({ SMTP_URL: "smtp://localhost", MAIL_FROM: sender })).toThrow(/MAIL_FROM/);
});

test("a root key is 64 hexadecimal digits or base64", () => {
  const bytes = Buffer.alloc(32, 7);
  expect(parseConfig({ FEDELE_ROOT_KEY: bytes.toString("hex") }).rootKey).toEqual(bytes);
  expect(parseConfig({ FEDELE_ROOT_KEY: bytes.toString("base64") }).rootKey).toEqual(bytes);
});
