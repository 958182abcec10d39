// From what an author composed to what a reader gets. MJML is compiled once, when a version is written; each reader's
// words are put in by Liquid, under limits: no file is read, nothing comes from a prototype, no loop outlives a blink,
// and whatever a variable holds is text.
import { faultInBlocks, type MessageBlock, textsIn, toMjml, withLiquid } from "@fedele/core/messageBlocks.ts";
import type { MessagePurpose } from "@fedele/core/messageGates.ts";
import { type MessageScope, messageVariables } from "@fedele/core/messageVariables.ts";
import type { Language } from "@fedele/core/sentences.ts";
import { Liquid, LiquidError, type Template } from "liquidjs";
import { invalid } from "../../platform/places.ts";
import type { WordingRow } from "./store/templates.ts";

/** What one letter may cost: milliseconds and units of Liquid's own for rendering, characters for reading. */
export const RENDER_MS_MAX = 200;
export const RENDER_MEMORY_MAX = 300_000;
const PARSE_CHARS_MAX = 500_000;
/** What a mail server would cut off anyway; mailboxes hide what comes after some 100 kB. */
export const HTML_BYTES_MAX = 200_000;
const SUBJECT_CHARS_MAX = 400;

const tagsAllowed = new Set(["if", "unless", "case", "for", "assign", "comment", "break", "continue"]);
const filtersAllowed = new Set(
  [
    "abs",
    "at_least",
    "at_most",
    "capitalize",
    "ceil",
    "date",
    "default",
    "divided_by",
    "downcase",
    "first",
    "floor",
  ].concat([
    "join",
    "last",
    "minus",
    "modulo",
    "plus",
    "replace",
    "round",
    "size",
    "strip",
    "times",
    "truncate",
    "upcase",
  ]),
);

/** `escapes`: in HTML a variable's text is escaped; in plain text it stands as it is. */
function engine({ escapes }: { readonly escapes: boolean }): Liquid {
  const liquid = new Liquid({
    strictVariables: true,
    strictFilters: true,
    lenientIf: true,
    ownPropertyOnly: true,
    dynamicPartials: false,
    renderLimit: RENDER_MS_MAX,
    memoryLimit: RENDER_MEMORY_MAX,
    parseLimit: PARSE_CHARS_MAX,
    cache: 500,
    ...(escapes ? { outputEscape: "escape" } : {}),
  });
  for (const name of Object.keys(liquid.tags)) if (!tagsAllowed.has(name)) Reflect.deleteProperty(liquid.tags, name);
  for (const name of Object.keys(liquid.filters)) {
    // Liquid's own escaping of output is one of its filters.
    if (!filtersAllowed.has(name) && name !== "escape") Reflect.deleteProperty(liquid.filters, name);
  }
  liquid.registerFilter("web_address", webAddress);
  return liquid;
}

/** An address that came from outside may lead anywhere, but run nothing. */
function webAddress(value: unknown): string {
  if (typeof value === "string" && /^https?:\/\/[^\s"'<>]+$/.test(value)) return value;
  throw new Error("not a web address");
}

const markup = engine({ escapes: true });
const plain = engine({ escapes: false });

export type Wording = Readonly<{
  language: Language;
  subject: string;
  preheader?: string | undefined;
  blocks: readonly MessageBlock[];
}>;

type Style = Readonly<{ purpose: MessagePurpose; color: string }>;

/** Compiled for good. Refuses with where the fault is: a campaign that cannot be rendered does not even begin. */
export async function compileWording(wording: Wording, style: Style, path: string): Promise<WordingRow> {
  const { language, subject, preheader, blocks } = wording;
  const fault = faultInBlocks(blocks);
  if (fault !== undefined) throw invalid(`${path}.${fault.path}`, fault.says);
  const texts = [...textsIn(blocks), { path: "subject", text: subject }, { path: "preheader", text: preheader ?? "" }];
  for (const { path: at, text } of texts) refuseFaultyLiquid(text, `${path}.${at}`);

  const { mjml, liquid } = toMjml({
    language,
    purpose: style.purpose,
    preheader,
    blocks,
    brand: { color: style.color },
  });
  // Loaded by who writes a version: it takes a second and 60 MB, which no other request should pay for.
  const [{ "module.exports": compile }, { convert }] = await Promise.all([import("mjml"), import("html-to-text")]);
  const { html, errors } = await compile(mjml, { validationLevel: "strict", ignoreIncludes: true, fonts: {} });
  if (errors.length > 0) throw invalid(`${path}.blocks`, errors[0]?.formattedMessage ?? "The letter has a fault.");
  const body = convert(html, {
    wordwrap: false,
    selectors: [
      { selector: "img", format: "skip" },
      { selector: "a", options: { hideLinkHrefIfSameAsText: true, linkBrackets: ["(", ")"] } },
    ],
  });
  const row = {
    language,
    subject,
    preheader: preheader ?? null,
    blocks,
    html: withLiquid(html, liquid),
    body: withLiquid(body, liquid),
  };
  if (Buffer.byteLength(row.html) > HTML_BYTES_MAX) {
    throw invalid(`${path}.blocks`, `The letter would have more than ${HTML_BYTES_MAX} bytes; make it shorter.`);
  }
  refuseEndless(row, path);
  return row;
}

/** Whatever is not closed, unknown or forbidden, and every variable that nobody publishes. */
function refuseFaultyLiquid(text: string, path: string): void {
  const parsed = parsedOrRefused(text, path);
  const names = new Set<string>(messageVariables);
  const unknown = plain.globalFullVariablesSync(parsed).find((name) => !names.has(name) && !/^data\./.test(name));
  if (unknown === undefined) return;
  throw invalid(
    path,
    `There is no variable "${unknown}". There are: ${messageVariables.join(", ")}, and those under data.`,
  );
}

function parsedOrRefused(text: string, path: string): Template[] {
  try {
    return plain.parse(text);
  } catch (error) {
    if (error instanceof LiquidError) throw invalid(path, sentenceOf(error));
    throw error;
  }
}

/** Rendered once as somebody who has everything: what exceeds the limits does so for everybody. */
function refuseEndless(row: WordingRow, path: string): void {
  for (const [text, liquid] of [
    [row.html, markup],
    [row.body, plain],
    [row.subject, plain],
  ] as const) {
    try {
      liquid.parseAndRenderSync(text, anybody, { strictVariables: false });
    } catch (error) {
      if (!(error instanceof LiquidError)) throw error;
      if (/limit exceeded/.test(error.message)) throw invalid(path, sentenceOf(error));
    }
  }
}

const links = { portal: "https://x.example", preferences: "https://x.example", unsubscribe: "https://x.example" };
const anybody = {
  member: { firstName: "A", greeting: "A", points: "1" },
  tier: { name: "A" },
  shop: { name: "A" },
  links,
  data: {},
} satisfies MessageScope & { data: object };

function sentenceOf(error: LiquidError): string {
  if (/limit exceeded/.test(error.message))
    return "This would take too long or become too large; make its loops shorter.";
  return `The variables cannot be read: ${error.originalError?.message ?? error.message}`;
}

export type Rendered = Readonly<{ subject: string; html: string; text: string }>;

/** Undefined where a variable is missing or a limit is reached: nothing with a hole in it goes out. */
export function renderWording(
  { subject, html, body }: Pick<WordingRow, "subject" | "html" | "body">,
  scope: MessageScope & Readonly<{ data: Readonly<Record<string, unknown>> }>,
): Rendered | undefined {
  try {
    const line = plain.renderSync(parsedOnce(plain, subject), scope);
    return {
      subject: oneLine(String(line)),
      html: String(markup.renderSync(parsedOnce(markup, html), scope)),
      text: String(plain.renderSync(parsedOnce(plain, body), scope)),
    };
  } catch (error) {
    if (error instanceof LiquidError) return undefined;
    throw error;
  }
}

const PARSED_MAX = 500;
const parsedTexts = new WeakMap<Liquid, Map<string, Template[]>>();

/** A version is parsed once a process, not once a reader. */
function parsedOnce(liquid: Liquid, text: string): Template[] {
  let texts = parsedTexts.get(liquid);
  if (texts === undefined) {
    texts = new Map();
    parsedTexts.set(liquid, texts);
  }
  const known = texts.get(text);
  if (known !== undefined) return known;
  if (texts.size >= PARSED_MAX) texts.clear();
  const parsed = liquid.parse(text);
  texts.set(text, parsed);
  return parsed;
}

/** A header ends where its line does, so whatever a variable brought along is put on one. */
function oneLine(text: string): string {
  return text
    .replaceAll(/[\p{Cc}\p{Cs}\p{Zl}\p{Zp}]+/gu, " ")
    .trim()
    .slice(0, SUBJECT_CHARS_MAX);
}
