// One good request for every operation about messages, and what they are made of.
import { randomBytes } from "node:crypto";
import type { Sample } from "./operations.ts";
import type { Call } from "./server.ts";

export type MessageBelongings = {
  memberId: string;
  templateId: string;
  topicCode: string;
  broadcastId: string;
  scheduledId: string;
  pausedId: string;
  letterToken: string;
};

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
  const broadcasts = await broadcastsOf(call, templateId);
  return { ...broadcasts, templateId, topicCode, letterToken: /\/u\/([\w-]+)/.exec(shown.body.text)?.[1] ?? "" };
}

/** There may be so many at most: what was made before is removed first. */
async function topicOf(call: Call): Promise<string> {
  const own = (await call("GET", "/v1/message-topics")).body.items.filter(({ isOwn }: { isOwn: boolean }) => isOwn);
  if (own.length > 20) for (const { code } of own) await call("DELETE", `/v1/message-topics/${code}`);
  const topicCode = markOf();
  await call("PUT", `/v1/message-topics/${topicCode}`, { names: { en: "Samples" }, purpose: "promotional" });
  return topicCode;
}

/** A draft, one that is to begin in a far future, and one that was paused. */
async function broadcastsOf(call: Call, templateId: string) {
  const ids = [];
  for (const _ of [1, 2, 3]) ids.push((await call("POST", "/v1/broadcasts", broadcast(templateId))).body.id);
  const [broadcastId, scheduledId, pausedId] = ids;
  for (const id of [scheduledId, pausedId]) await call("POST", `/v1/broadcasts/${id}/start`, farAway);
  await call("POST", `/v1/broadcasts/${pausedId}/pause`);
  return { broadcastId, scheduledId, pausedId };
}

const farAway = { at: "2099-01-01T00:00:00Z" };
const everybody = { combinator: "and", rules: [] };

function broadcast(templateId: string) {
  return { name: "Spring", variants: [{ templateId, weight: 1 }], audience: everybody };
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
  draftBroadcast: ({ templateId }) => ({ body: broadcast(templateId) }),
  listBroadcasts: () => ({ query: "limit=100" }),
  getBroadcast: ({ broadcastId }) => ({ path: { broadcastId } }),
  changeBroadcast: ({ broadcastId }) => ({ path: { broadcastId }, body: { perMinute: 100 } }),
  getFunnel: ({ broadcastId }) => ({ path: { broadcastId } }),
  forecastBroadcast: ({ broadcastId }) => ({ path: { broadcastId } }),
  startBroadcast: ({ broadcastId }) => ({ path: { broadcastId }, body: farAway }),
  pauseBroadcast: ({ scheduledId: broadcastId }) => ({ path: { broadcastId } }),
  resumeBroadcast: ({ pausedId: broadcastId }) => ({ path: { broadcastId } }),
  cancelBroadcast: ({ broadcastId }) => ({ path: { broadcastId } }),
  showUnsubscribing: ({ letterToken: token }) => ({ path: { token } }),
  unsubscribe: ({ letterToken: token }) => ({ path: { token } }),
};
