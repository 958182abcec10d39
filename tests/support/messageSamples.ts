// One good request for every operation about messages, and what they are made of.
import { randomBytes } from "node:crypto";
import type { Sample } from "./operations.ts";
import type { Call } from "./server.ts";

export type MessageBelongings = { memberId: string; templateId: string; topicCode: string; letterToken: string };

const wording = {
  language: "en",
  subject: "Hello {{ member.firstName }}",
  blocks: [{ kind: "text", text: "{{ member.greeting }}, you have {{ member.points }} points." }],
};

export const newsTemplate = (code: string) => ({
  code,
  name: "News",
  topic: "news",
  channel: "email",
  wordings: [wording],
});

/** A template that is there already serves again: there may be so many at most. */
export async function messagesOf(call: Call): Promise<Omit<MessageBelongings, "memberId">> {
  const topicCode = await topicOf(call);
  const { items } = (await call("GET", "/v1/message-templates?limit=1")).body;
  const known = items.find(({ status }: { status: string }) => status === "live")?.id;
  const templateId = known ?? (await call("POST", "/v1/message-templates", newsTemplate(markOf()))).body.id;
  const shown = await call("POST", `/v1/message-templates/${templateId}/preview`, {});
  return { templateId, topicCode, letterToken: /\/u\/([\w-]+)/.exec(shown.body.text)?.[1] ?? "" };
}

/** There may be so many at most: what was made before is removed first. */
async function topicOf(call: Call): Promise<string> {
  const own = (await call("GET", "/v1/message-topics")).body.items.filter(({ isOwn }: { isOwn: boolean }) => isOwn);
  if (own.length > 20) for (const { code } of own) await call("DELETE", `/v1/message-topics/${code}`);
  const topicCode = markOf();
  await call("PUT", `/v1/message-topics/${topicCode}`, { names: { en: "Samples" }, purpose: "promotional" });
  return topicCode;
}

function markOf(): string {
  return `x${randomBytes(8).toString("hex")}`;
}

export const messageSamples: Record<string, (own: MessageBelongings) => Sample> = {
  listTopics: () => ({}),
  putTopic: () => ({ path: { topicCode: "samples" }, body: { names: { en: "Samples" }, purpose: "promotional" } }),
  removeTopic: ({ topicCode }) => ({ path: { topicCode } }),
  getMessageSettings: () => ({}),
  changeMessageSettings: () => ({ body: { quietFrom: "22:00", quietUntil: "07:00", weeklyMax: 2 } }),
  addTemplate: () => ({ body: newsTemplate(markOf()) }),
  addTemplateVersion: ({ templateId }) => ({ path: { templateId }, body: { wordings: [wording] } }),
  listTemplates: () => ({ query: "limit=100" }),
  getTemplate: ({ templateId }) => ({ path: { templateId } }),
  endTemplate: ({ templateId }) => ({ path: { templateId } }),
  previewTemplate: ({ templateId, memberId }) => ({ path: { templateId }, body: { memberId } }),
  sendTest: ({ templateId }) => ({ path: { templateId }, body: {} }),
  sendMessage: ({ memberId, templateId }) => ({ path: { memberId }, body: { templateId } }),
  listMessages: ({ memberId }) => ({ path: { memberId } }),
  getPreferences: ({ memberId }) => ({ path: { memberId } }),
  changePreferences: ({ memberId }) => ({
    path: { memberId },
    body: { choices: [{ topic: "news", channel: "email", isWanted: false }] },
  }),
  liftSuppression: ({ memberId }) => ({ path: { memberId, channel: "email" } }),
  showUnsubscribing: ({ letterToken: token }) => ({ path: { token } }),
  unsubscribe: ({ letterToken: token }) => ({ path: { token } }),
};
