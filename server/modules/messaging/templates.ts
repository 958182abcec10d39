// What is written, with gaps for whom it is written to. Words that were sent stay as they were: others are a version.
import type { MessagePurpose } from "@fedele/core/messageGates.ts";
import { type Language, languages } from "@fedele/core/sentences.ts";
import { type NewTemplate, type NewTemplateVersion, TEMPLATES_MAX } from "@fedele/sdk/schemas/messageTemplate.ts";
import type { Ctx } from "../../platform/database/transaction.ts";
import { invalid } from "../../platform/places.ts";
import { Refusal } from "../../platform/refusal.ts";
import { getPortalSettings } from "../members/portals.ts";
import type { TemplateRow, WordingRow } from "./store/templates.ts";
import * as store from "./store/templates.ts";
import { type Topic, topicsOf } from "./topics.ts";
import { compileWording, type Wording } from "./wordings.ts";

export type { TemplateRow, WordingRow } from "./store/templates.ts";

export async function addTemplate(ctx: Ctx, id: string, asked: NewTemplate): Promise<void> {
  const { code, name, channel } = asked;
  const topic = await topicNamed(ctx, asked.topic);
  const compiled = await compileAll(ctx, asked.wordings, topic.purpose);
  if ((await store.countTemplates(ctx)) >= TEMPLATES_MAX) {
    throw new Refusal("conflict", `There are at most ${TEMPLATES_MAX} templates; end one first.`);
  }
  const about = { id, code, name, channel, topic: topic.code, status: "live" as const, version: 1 };
  if (!(await store.insertTemplate(ctx, { ...about, createdAt: ctx.now, changedAt: ctx.now }))) {
    throw new Refusal("conflict", "There is a template with this code already.", { field: "code" });
  }
  await store.insertWordings(ctx, { templateId: id, version: 1 }, compiled);
}

/** Other words, from the next message on. */
export async function addVersion(ctx: Ctx, id: string, asked: NewTemplateVersion): Promise<void> {
  const known = await getTemplate(ctx, id);
  const topic = await topicNamed(ctx, asked.topic ?? known.topic);
  const compiled = await compileAll(ctx, asked.wordings, topic.purpose);
  const locked = await store.lockTemplate(ctx, id);
  if (locked?.status !== "live") throw new Refusal("conflict", "This template has ended; its words stay as they were.");
  const version = locked.version + 1;
  await store.insertWordings(ctx, { templateId: id, version }, compiled);
  await store.updateTemplate(ctx, id, { name: asked.name ?? null, topic: topic.code, version });
}

async function topicNamed(ctx: Ctx, code: string): Promise<Topic> {
  const topic = (await topicsOf(ctx)).find((one) => one.code === code);
  if (topic === undefined) throw invalid("topic", `There is no topic "${code}".`);
  return topic;
}

async function compileAll(ctx: Ctx, wordings: readonly Wording[], purpose: MessagePurpose): Promise<WordingRow[]> {
  if (new Set(wordings.map(({ language }) => language)).size < wordings.length) {
    throw invalid("wordings", "A template says the same in each language once.");
  }
  const { color } = await getPortalSettings(ctx);
  const style = { purpose, color };
  return Promise.all(wordings.map((wording, index) => compileWording(wording, style, `wordings[${index}]`)));
}

/** A draft as it would be kept, for whoever wants to look at it first. */
export async function compileDraft(ctx: Ctx, draft: Wording, topicCode: string): Promise<WordingRow> {
  const [{ purpose }, { color }] = await Promise.all([topicNamed(ctx, topicCode), getPortalSettings(ctx)]);
  return compileWording(draft, { purpose, color }, "wording");
}

export async function getTemplate(ctx: Ctx, id: string): Promise<TemplateRow> {
  const [template] = await store.findTemplates(ctx, [id]);
  if (template === undefined) throw new Refusal("not_found", "There is no such template.");
  return template;
}

export function findTemplates(ctx: Ctx, ids: readonly string[]): Promise<TemplateRow[]> {
  return store.findTemplates(ctx, ids);
}

export function findTemplatesByCode(ctx: Ctx, codes: readonly string[]): Promise<TemplateRow[]> {
  return codes.length === 0 ? Promise.resolve([]) : store.findTemplatesByCode(ctx, codes);
}

export function listTemplates(ctx: Ctx, page: { before: string | null; limit: number }): Promise<TemplateRow[]> {
  return store.listTemplates(ctx, page);
}

export function wordingsOf(ctx: Ctx, { id, version }: TemplateRow): Promise<WordingRow[]> {
  return store.findWordings(ctx, { templateId: id, version });
}

/** Nothing is sent with it any more, not even what waits already. */
export async function endTemplate(ctx: Ctx, id: string): Promise<void> {
  if (!(await store.endTemplate(ctx, id))) throw new Refusal("not_found", "There is no such template.");
}

/** In the reader's language, else in the shop's, else in the first. */
export function wordingFor<One extends { readonly language: Language }>(
  wordings: readonly One[],
  preferred: readonly (string | undefined)[],
): One | undefined {
  for (const wanted of preferred) {
    const language = languages.find((known) => known === wanted?.split("-")[0]);
    const found = wordings.find((wording) => wording.language === language);
    if (found !== undefined) return found;
  }
  return wordings[0];
}
