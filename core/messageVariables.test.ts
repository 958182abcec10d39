import { describe, expect, test } from "vitest";
import { firstNameOf, messageScope } from "./messageVariables.ts";
import { languages } from "./sentences.ts";

const links = { portal: "https://x.example/p", preferences: "https://x.example/q", unsubscribe: "https://x.example/u" };
const reader = { name: "Ana Popescu", points: 12_345, tier: "Gold", shop: "Bottega", links } as const;

describe.each(languages)("in %s", (language) => {
  test("a reader without a name is still greeted whole", () => {
    const { member, tier } = messageScope({ ...reader, language, name: undefined, tier: undefined });
    for (const text of [member.firstName, member.greeting, tier.name]) expect(text).toMatch(/^\p{L}.*[\p{L}\p{N}]$/u);
    expect(`${member.greeting} ${member.firstName}`).not.toMatch(/undefined|null/);
  });

  test("a name is used as it is", () => {
    const { member } = messageScope({ ...reader, language });
    expect(member.firstName).toBe("Ana");
    expect(member.greeting).toMatch(/ Ana$/);
    expect(member.points).toMatch(/^12.345$/);
  });
});

describe("30, 31: the name by which somebody is called", () => {
  test.each([
    ["Ana Popescu", "Ana"],
    ["  Ana  ", "Ana"],
    ["", undefined],
    ["   ", undefined],
    ["—", undefined],
    ["\u202eanA", "anA"],
    ["\u200b", undefined],
    ["{{7*7}}", "{{7*7}}"],
    ["<script>", "<script>"],
    ["=HYPERLINK()", "=HYPERLINK()"],
    ["Zoë\u0301", "Zoë\u0301"],
    ["👩\u200d👧1", "👩\u200d👧1"],
    ["x".repeat(10_000), "x".repeat(60)],
  ])("%j is %j", (name, first) => {
    expect(firstNameOf(name)).toBe(first);
  });
});
