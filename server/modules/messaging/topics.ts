// What messages are about. Members say yes or no to a topic on a channel, so that a shop need not lose them for good.
// Four topics are there by themselves; a tenant may call them otherwise, and add its own.
import { type NewTopic, TOPICS_MAX } from "@fedele/sdk/schemas/messageTemplate.ts";
import type { Ctx } from "../../platform/database/transaction.ts";
import { Refusal } from "../../platform/refusal.ts";
import { isTopicUsed } from "./store/templates.ts";
import * as store from "./store/topics.ts";

export type Topic = store.TopicRow & Readonly<{ isOwn: boolean }>;

const known: readonly store.TopicRow[] = [
  {
    code: "news",
    purpose: "promotional",
    names: { en: "News", it: "Novità", ro: "Noutăți", de: "Neuigkeiten", cs: "Novinky" },
  },
  {
    code: "offers",
    purpose: "promotional",
    names: { en: "Offers", it: "Offerte", ro: "Oferte", de: "Angebote", cs: "Nabídky" },
  },
  {
    code: "points",
    purpose: "promotional",
    names: {
      en: "Your points",
      it: "I tuoi punti",
      ro: "Punctele dumneavoastră",
      de: "Ihre Punkte",
      cs: "Vaše body",
    },
  },
  {
    code: "receipts",
    purpose: "transactional",
    names: { en: "Receipts", it: "Ricevute", ro: "Chitanțe", de: "Belege", cs: "Účtenky" },
  },
];

export async function topicsOf(ctx: Ctx): Promise<Topic[]> {
  const own = await store.listTopics(ctx);
  const codes = new Set(own.map(({ code }) => code));
  const rest = known.filter(({ code }) => !codes.has(code));
  return [...rest.map((topic) => ({ ...topic, isOwn: false })), ...own.map((topic) => ({ ...topic, isOwn: true }))];
}

/** Adds a topic, or says of one that is there what it is called and what it is for. */
export async function putTopic(ctx: Ctx, code: string, { names, purpose }: NewTopic): Promise<Topic> {
  const topics = await topicsOf(ctx);
  if (topics.length >= TOPICS_MAX && topics.every((topic) => topic.code !== code)) {
    throw new Refusal("conflict", `There are at most ${TOPICS_MAX} topics; remove one first.`);
  }
  const said = Object.fromEntries(
    Object.entries(names).flatMap(([key, name]) => (name === undefined ? [] : [[key, name]])),
  );
  await store.saveTopic(ctx, { code, names: said, purpose });
  return { code, names: said, purpose, isOwn: true };
}

/** One that is there by itself is as it was at first again. */
export async function removeTopic(ctx: Ctx, code: string): Promise<void> {
  const isLasting = known.some((topic) => topic.code === code);
  if (!isLasting && (await isTopicUsed(ctx, code))) {
    throw new Refusal("conflict", "A template is about this topic; end the template first, or give it another.");
  }
  if (!(await store.deleteTopic(ctx, code)))
    throw new Refusal("not_found", "There is no topic of your own with this code.");
}
