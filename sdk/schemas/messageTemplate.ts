import { blockKinds, COLUMNS, SPACER_HEIGHTS } from "@fedele/core/messageBlocks.ts";
import { messagePurposes } from "@fedele/core/messageGates.ts";
import { languages } from "@fedele/core/sentences.ts";
import { type Static, Type } from "typebox";
import { Page, pageQuery } from "./page.ts";
import { Id, Instant, Line, OneOf, OrNull, Prose, Whole } from "./scalars.ts";

/** By which ways messages are written. */
export const messageChannels = ["email"] as const;
export type MessageChannel = (typeof messageChannels)[number];
export const Channel = OneOf(messageChannels, { description: "By which way it is written." });

export const TOPICS_MAX = 30;
export const TEMPLATES_MAX = 500;
export const BLOCKS_MAX = 40;
export const BLOCK_TEXT_MAX = 4_000;
export const SUBJECT_MAX = 200;

const code = (description: string) =>
  Type.String({ minLength: 1, maxLength: 40, pattern: "^[a-z][a-z0-9_-]*$", description, examples: ["news"] });

const names = Type.Partial(
  Type.Object(
    Object.fromEntries(languages.map((language) => [language, Line(`What it is called, in ${language}.`, 80)])),
  ),
  { additionalProperties: false, minProperties: 1, description: "What members call it, by language." },
);
const purpose = OneOf(messagePurposes, {
  description:
    "`transactional`: what the member is owed, as a receipt is; it needs no consent and knows no hours. " +
    "`promotional`: everything else.",
});

export const TopicPath = Type.Object({ topicCode: code("The topic's code.") }, { additionalProperties: false });
export const NewTopic = Type.Object(
  { names, purpose },
  { $id: "NewTopic", additionalProperties: false, description: "What messages are about." },
);
export type NewTopic = Static<typeof NewTopic>;
export const Topic = Type.Object(
  {
    code: code("The code by which programs name it."),
    names: Type.Record(Type.String(), Type.String(), { description: "What members call it, by language." }),
    purpose,
    isOwn: Type.Boolean({ description: "Whether the tenant wrote it down; false: it is there by itself." }),
  },
  { $id: "Topic", additionalProperties: false, description: "What messages are about: members say yes or no to it." },
);
export type Topic = Static<typeof Topic>;
export const TopicList = Type.Object(
  { items: Type.Array(Topic) },
  { $id: "TopicList", additionalProperties: false, description: "All topics." },
);

const plainBlock = {
  kind: OneOf(blockKinds, { description: "What it is; which fields it has follows from that." }),
  text: Type.Optional(Prose("Of a heading, a text and a button: the words, with variables in {{ }}.", BLOCK_TEXT_MAX)),
  href: Type.Optional(Line("Of a button, and of an image that leads somewhere: the address, or one variable.", 2_000)),
  src: Type.Optional(Line("Of an image: its address, beginning with https://.", 2_000)),
  alt: Type.Optional(Line("Of an image: what it shows, for whoever does not see it.", 200)),
  height: Type.Optional(Whole("Of a spacer: in pixels.", { minimum: SPACER_HEIGHTS.min, maximum: SPACER_HEIGHTS.max })),
};
const PlainBlock = Type.Object(plainBlock, { additionalProperties: false });
export const Block = Type.Object(
  {
    ...plainBlock,
    columns: Type.Optional(
      Type.Array(Type.Array(PlainBlock, { maxItems: BLOCKS_MAX }), {
        minItems: COLUMNS,
        maxItems: COLUMNS,
        description: "Of columns: the blocks of the left and of the right one.",
      }),
    ),
  },
  { $id: "MessageBlock", additionalProperties: false, description: "A piece of a letter." },
);

export const Wording = Type.Object(
  {
    language: OneOf(languages, { description: "The language of these words." }),
    subject: Line("The subject, with variables in {{ }}.", SUBJECT_MAX),
    preheader: Type.Optional(Line("What a mailbox shows beside the subject.", SUBJECT_MAX)),
    blocks: Type.Array(Block, { minItems: 1, maxItems: BLOCKS_MAX, description: "The letter, from top to bottom." }),
  },
  { $id: "MessageWording", additionalProperties: false, description: "What a message says in one language." },
);
export type Wording = Static<typeof Wording>;

const wordings = Type.Array(Wording, {
  minItems: 1,
  maxItems: languages.length,
  description: "The words, each language once. Whoever reads none of them gets the first.",
});
const about = {
  name: Line("What people call it.", 100),
  topic: code("The code of the topic that it is about."),
};

export const NewTemplate = Type.Object(
  { code: code("The code by which programs name it."), ...about, channel: Channel, wordings },
  { $id: "NewTemplate", additionalProperties: false, description: "A message to be written to members, with gaps." },
);
export type NewTemplate = Static<typeof NewTemplate>;

export const NewTemplateVersion = Type.Object(
  { name: Type.Optional(about.name), topic: Type.Optional(about.topic), wordings },
  {
    $id: "NewTemplateVersion",
    additionalProperties: false,
    description: "Other words for a template. What was sent before keeps its own.",
  },
);
export type NewTemplateVersion = Static<typeof NewTemplateVersion>;

const shown = {
  id: Id("tpl", "The template's id."),
  code: code("The code by which programs name it."),
  ...about,
  channel: Channel,
  status: OneOf(["live", "ended"], { description: "`ended`: nothing is sent with it any more." }),
  version: Whole("The latest version's number.", { minimum: 1 }),
  languages: Type.Array(OneOf(languages), { description: "In which it is written, the first one first." }),
  createdAt: Instant("When it was made."),
  changedAt: Instant("When it was last changed."),
};
export const TemplateSummary = Type.Object(shown, {
  $id: "TemplateSummary",
  additionalProperties: false,
  description: "A template, without its words.",
});
export type TemplateSummary = Static<typeof TemplateSummary>;
export const Template = Type.Object(
  { ...shown, wordings: Type.Array(Wording, { description: "The latest version's words." }) },
  { $id: "Template", additionalProperties: false, description: "A message to be written to members, with gaps." },
);
export type Template = Static<typeof Template>;
export const TemplatePath = Type.Object({ templateId: shown.id }, { additionalProperties: false });
export const TemplatePage = Page("TemplatePage", TemplateSummary);
export const TemplatePageQuery = Type.Object(pageQuery, { additionalProperties: false });

export const NewPreview = Type.Object(
  {
    wording: Type.Optional(Wording),
    memberId: Type.Optional(Id("mem", "As whom it is read; absent: as somebody of whom nothing is known.")),
    data: Type.Optional(
      Type.Record(Type.String(), Type.Unknown(), { description: "What its cause would bring along." }),
    ),
    language: Type.Optional(OneOf(languages, { description: "In which language; default: the reader's." })),
  },
  {
    $id: "NewPreview",
    additionalProperties: false,
    description: "As whom a message is to be shown, and in which words.",
  },
);
export type NewPreview = Static<typeof NewPreview>;
export const Preview = Type.Object(
  {
    language: OneOf(languages),
    subject: Type.String({ description: "The subject as it would arrive." }),
    html: Type.String({ description: "The letter as HTML. Show it where no script may run." }),
    text: Type.String({ description: "The letter as plain text." }),
  },
  {
    $id: "Preview",
    additionalProperties: false,
    description: "A message as one reader would get it; nothing is sent.",
  },
);
export const TestSend = Type.Object(
  { to: OrNull(Type.String({ description: "The address that it goes to: your own." })) },
  { $id: "TestSend", additionalProperties: false, description: "A letter to oneself is on its way." },
);
