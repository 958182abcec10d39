import { describe, expect, test } from "vitest";
import { faultInBlocks, type MessageBlock, textsIn, toMjml, withLiquid } from "./messageBlocks.ts";
import { languages } from "./sentences.ts";

const brand = { color: "#0b5fff" };
const letter = (blocks: readonly MessageBlock[]) =>
  toMjml({ language: "en", purpose: "promotional", preheader: undefined, blocks, brand });

describe("what an author writes is text", () => {
  test.each([
    ["markup", "<script>alert(1)</script> & more", "&lt;script&gt;alert(1)&lt;/script&gt; &amp; more"],
    ["MJML", "</mj-text><mj-raw>x</mj-raw>", "&lt;/mj-text&gt;&lt;mj-raw&gt;x&lt;/mj-raw&gt;"],
    ["an attribute's end", '"onmouseover="x', "&quot;onmouseover=&quot;x"],
  ])("%s", (_, text, shown) => {
    const { mjml } = letter([{ kind: "text", text }]);
    expect(mjml).toContain(`<mj-text>${shown}</mj-text>`);
    expect(mjml).not.toContain("<mj-raw");
  });

  test("variables are put aside whole and come back where they were", () => {
    const { mjml, liquid } = letter([{ kind: "text", text: 'Hi {{ member.firstName | default: "<you>" }} & co' }]);
    expect(mjml).not.toContain("default");
    expect(withLiquid(mjml, liquid)).toContain('Hi {{ member.firstName | default: "<you>" }} &amp; co');
  });
});

describe("a block has the fields of its kind and no others", () => {
  test.each<[string, MessageBlock, string | undefined]>([
    ["a text", { kind: "text", text: "Hi" }, undefined],
    ["a text without one", { kind: "text" }, "blocks[0].text"],
    ["a text with an address", { kind: "text", text: "Hi", href: "https://x.example" }, "blocks[0].href"],
    ["a button", { kind: "button", text: "Go", href: "https://x.example/{{ data.cart }}" }, undefined],
    ["a button to the portal", { kind: "button", text: "Go", href: "{{ links.portal }}" }, undefined],
    ["a button to what the cause brings", { kind: "button", text: "Go", href: "{{ data.url }}" }, undefined],
    ["a button to a name", { kind: "button", text: "Go", href: "{{ member.firstName }}" }, "blocks[0].href"],
    ["a button that runs", { kind: "button", text: "Go", href: "javascript:alert(1)" }, "blocks[0].href"],
    ["a picture of the reader's own disk", { kind: "image", src: "file:///x", alt: "x" }, "blocks[0].src"],
    ["a picture without words", { kind: "image", src: "https://x.example/a.png" }, "blocks[0].alt"],
    ["columns", { kind: "columns", columns: [[{ kind: "divider" }], [{ kind: "points" }]] }, undefined],
    [
      "a column's button",
      { kind: "columns", columns: [[{ kind: "button", text: "x" }], []] },
      "blocks[0].columns[0][0].href",
    ],
  ])("%s", (_, block, path) => {
    expect(faultInBlocks([block])?.path).toBe(path);
  });
});

test("an address that a variable brings is looked at when it is known", () => {
  const { mjml, liquid } = letter([{ kind: "button", text: "Go", href: "{{ data.url }}" }]);
  expect(withLiquid(mjml, liquid)).toContain('href="{{ data.url | web_address }}"');
});

test("every text with variables is found, in columns too", () => {
  const blocks: MessageBlock[] = [
    { kind: "heading", text: "A" },
    {
      kind: "columns",
      columns: [[{ kind: "text", text: "B" }], [{ kind: "image", src: "https://x.example", alt: "C" }]],
    },
  ];
  expect(textsIn(blocks)).toEqual([
    { path: "blocks[0].text", text: "A" },
    { path: "blocks[1].columns[0][0].text", text: "B" },
    { path: "blocks[1].columns[1][0].alt", text: "C" },
  ]);
});

test.each(languages)("advertising in %s says why it came and how to end it; what is owed does not", (language) => {
  const blocks: MessageBlock[] = [{ kind: "points" }];
  const of = (purpose: "promotional" | "transactional") => {
    const { mjml, liquid } = toMjml({ language, purpose, preheader: "P", blocks, brand });
    return withLiquid(mjml, liquid);
  };
  expect(of("promotional")).toContain("{{ links.unsubscribe }}");
  expect(of("transactional")).not.toContain("links.unsubscribe");
  expect(of("transactional")).toContain("{{ links.preferences }}");
});
