// What a letter is composed of, and how that becomes MJML. Authors write words and addresses, never markup: whatever
// they write is text. Variables in {{ }} and conditions in {% %} are taken out before and put back afterwards, so that
// no quotation mark in one can end an attribute.
import { textOn } from "./contrast.ts";
import type { MessagePurpose } from "./messageGates.ts";
import { type MessageWords, messageWords } from "./messageWords.ts";
import type { Language } from "./sentences.ts";

export const blockKinds = ["heading", "text", "button", "image", "divider", "spacer", "points", "columns"] as const;
export type BlockKind = (typeof blockKinds)[number];

/** As it comes in: which fields a kind has is said by `faultInBlocks`. */
export type MessageBlock = Readonly<{
  kind: BlockKind;
  text?: string;
  /** A web address, or one variable that is one. */
  href?: string;
  src?: string;
  alt?: string;
  height?: number;
  columns?: readonly (readonly Omit<MessageBlock, "columns">[])[];
}>;

export const SPACER_HEIGHTS = { min: 4, max: 120 } as const;
export const COLUMNS = 2;

type Field = Exclude<keyof MessageBlock, "kind">;

/** The fields that a kind must have, and those that it may. */
const fieldsOf: Readonly<Record<BlockKind, Readonly<{ must: readonly Field[]; may: readonly Field[] }>>> = {
  heading: { must: ["text"], may: [] },
  text: { must: ["text"], may: [] },
  button: { must: ["text", "href"], may: [] },
  image: { must: ["src", "alt"], may: ["href"] },
  divider: { must: [], may: [] },
  spacer: { must: ["height"], may: [] },
  points: { must: [], may: [] },
  columns: { must: ["columns"], may: [] },
};
const allFields: readonly Field[] = ["text", "href", "src", "alt", "height", "columns"];

export type BlockFault = Readonly<{ path: string; says: string }>;

/** The first thing wrong with the blocks; undefined where nothing is. */
export function faultInBlocks(blocks: readonly MessageBlock[], path = "blocks"): BlockFault | undefined {
  for (const [index, block] of blocks.entries()) {
    const fault = faultInBlock(block, `${path}[${index}]`);
    if (fault !== undefined) return fault;
  }
  return undefined;
}

function faultInBlock(block: MessageBlock, path: string): BlockFault | undefined {
  const { must, may } = fieldsOf[block.kind];
  for (const field of allFields) {
    const isThere = block[field] !== undefined;
    if (must.includes(field) && !isThere) {
      return { path: `${path}.${field}`, says: `A block of the kind "${block.kind}" has a "${field}".` };
    }
    if (isThere && !must.includes(field) && !may.includes(field)) {
      return { path: `${path}.${field}`, says: `A block of the kind "${block.kind}" has no "${field}".` };
    }
  }
  if (block.href !== undefined && !isAddress(block.href)) {
    return {
      path: `${path}.href`,
      says: "An address begins with https://, http://, mailto: or tel:, or is a variable.",
    };
  }
  if (block.src !== undefined && !/^https:\/\/[^\s"'<>{}]+$/.test(block.src)) {
    return { path: `${path}.src`, says: "A picture has an address that begins with https://." };
  }
  for (const [place, column] of (block.columns ?? []).entries()) {
    const fault = faultInBlocks(column, `${path}.columns[${place}]`);
    if (fault !== undefined) return fault;
  }
  return undefined;
}

const variable = /^\{\{\s*(links\.(?:portal|preferences|unsubscribe)|data(?:\.[A-Za-z][A-Za-z0-9_]*)+)\s*\}\}$/;

function isAddress(text: string): boolean {
  return variable.test(text) || /^(https?:\/\/|mailto:|tel:)([^\s"'<>{}]|\{\{[^{}]*\}\})+$/.test(text);
}

/** Every text of the blocks in which variables may stand, with where it is. */
export function textsIn(blocks: readonly MessageBlock[], path = "blocks"): { path: string; text: string }[] {
  return blocks.flatMap((block, index) => {
    const at = `${path}[${index}]`;
    const own = (["text", "href", "alt"] as const).flatMap((field) => {
      const text = block[field];
      return text === undefined ? [] : [{ path: `${at}.${field}`, text }];
    });
    return [...own, ...(block.columns ?? []).flatMap((column, place) => textsIn(column, `${at}.columns[${place}]`))];
  });
}

export type Brand = Readonly<{ color: string }>;

export type Composition = Readonly<{
  language: Language;
  purpose: MessagePurpose;
  preheader: string | undefined;
  blocks: readonly MessageBlock[];
  brand: Brand;
}>;

export type Compiled = Readonly<{ mjml: string; liquid: readonly string[] }>;

/** MJML with a mark wherever a variable or condition stood. */
export function toMjml({ language, purpose, preheader, blocks, brand }: Composition): Compiled {
  const liquid: string[] = [];
  const pen: Pen = { words: messageWords[language], brand, write: (text) => written(text, liquid) };
  const preview = preheader === undefined ? "" : `<mj-preview>${pen.write(preheader)}</mj-preview>`;
  const body = blocks.map((block) => sectionOf(block, pen)).join("");
  const head = `<mj-head>${preview}<mj-attributes>${defaults}</mj-attributes></mj-head>`;
  const wrapper = `<mj-wrapper background-color="#ffffff" padding="24px 0">${body}</mj-wrapper>`;
  const all = `<mj-body background-color="#f4f5f7">${wrapper}${footer(purpose, pen)}</mj-body>`;
  const mjml = `<mjml lang="${language}">${head}${all}</mjml>`;
  return { mjml, liquid };
}

const defaults = [
  '<mj-all font-family="Helvetica, Arial, sans-serif" />',
  '<mj-text font-size="16px" line-height="1.5" color="#1f2328" />',
  '<mj-button font-size="16px" font-weight="700" border-radius="8px" inner-padding="12px 24px" />',
  '<mj-section padding="0" />',
].join("");

type Pen = Readonly<{ words: MessageWords; brand: Brand; write: (text: string) => string }>;

function sectionOf(block: MessageBlock, pen: Pen): string {
  if (block.columns === undefined) return section(column([block], pen));
  return section(block.columns.map((blocks) => column(blocks, pen)).join(""));
}

function section(columns: string): string {
  return `<mj-section>${columns}</mj-section>`;
}

function column(blocks: readonly MessageBlock[], pen: Pen): string {
  return `<mj-column>${blocks.map((block) => blockOf(block, pen)).join("")}</mj-column>`;
}

function blockOf({ kind, text = "", href, src = "", alt = "", height }: MessageBlock, pen: Pen): string {
  const { write, brand, words } = pen;
  const link = href === undefined ? "" : ` href="${write(checkedLater(href))}"`;
  switch (kind) {
    case "heading":
      return `<mj-text font-size="24px" font-weight="700" line-height="1.25">${lines(write(text))}</mj-text>`;
    case "text":
      return `<mj-text>${lines(write(text))}</mj-text>`;
    case "button":
      return `<mj-button${link} ${colours(brand)}>${write(text)}</mj-button>`;
    case "image":
      return `<mj-image src="${write(src)}" alt="${write(alt)}"${link} border-radius="8px" />`;
    case "divider":
      return '<mj-divider border-width="1px" border-color="#d0d4d9" />';
    case "spacer":
      return `<mj-spacer height="${height ?? SPACER_HEIGHTS.min}px" />`;
    case "points":
      return `<mj-text align="center"><span style="font-size:36px;font-weight:700;line-height:1.2">${write(
        "{{ member.points }}",
      )}</span><br />${words.points}</mj-text>`;
    case "columns":
      return "";
  }
}

function colours({ color }: Brand): string {
  return `background-color="${color}" color="${textOn(color)}"`;
}

/** A whole address that a variable brings is looked at when it is known. */
function checkedLater(href: string): string {
  const name = variable.exec(href)?.[1];
  return name?.startsWith("data.") === true ? `{{ ${name} | web_address }}` : href;
}

function footer(purpose: MessagePurpose, { words, write }: Pen): string {
  const link = (to: string, text: string): string =>
    `<a href="${write(`{{ links.${to} }}`)}" style="color:#57606a">${text}</a>`;
  const because = purpose === "promotional" ? `${words.because(write("{{ shop.name }}"))}<br />` : "";
  const leave = purpose === "promotional" ? ` · ${link("unsubscribe", words.unsubscribe)}` : "";
  return section(
    `<mj-column><mj-text font-size="13px" color="#57606a" align="center">${because}${write("{{ shop.name }}")} · ${link(
      "preferences",
      words.preferences,
    )}${leave}</mj-text></mj-column>`,
  );
}

const liquidPart = /\{\{[\s\S]*?\}\}|\{%[\s\S]*?%\}/g;
const mark = (index: number): string => `fedelevariable${index}end`;

/** The text as markup shows it, with its variables put aside into `liquid`. */
function written(text: string, liquid: string[]): string {
  let end = 0;
  let markup = "";
  for (const match of text.matchAll(liquidPart)) {
    markup += escaped(text.slice(end, match.index)) + mark(liquid.length);
    liquid.push(match[0]);
    end = match.index + match[0].length;
  }
  return markup + escaped(text.slice(end));
}

/** Puts the variables back into what came of the MJML. */
export function withLiquid(text: string, liquid: readonly string[]): string {
  return text.replaceAll(/fedelevariable(\d+)end/g, (whole, index) => liquid[Number(index)] ?? whole);
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}

function lines(markup: string): string {
  return markup.replaceAll("\n", "<br />");
}
