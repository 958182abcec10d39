// A shop that writes to its members, and the verbs to do it in a story.

import type { Message } from "@fedele/sdk/schemas/message.ts";
import type { Preferences } from "@fedele/sdk/schemas/messagePreference.ts";
import type { Mailbox } from "../../support/mailbox.ts";
import { type Call, type Reply, TEST_START, type TestServer } from "../../support/server.ts";

export type MessageShop = Awaited<ReturnType<typeof openMessageShop>>;

type Words = { subject: string; text: string; button?: { text: string; href: string } };
type Letter = { to: string; subject: string; text: string; html: string };

const usual: Record<string, Words> = {
  en: { subject: "Hello {{ member.firstName }}", text: "Hello {{ member.firstName }}, here we are." },
};

export async function openMessageShop(server: TestServer, mailbox: Mailbox, settings: { isDemo?: boolean } = {}) {
  server.clock.set(TEST_START);
  const { call, tenant } = await server.newTenant({
    isDemo: settings.isDemo ?? false,
    language: "en",
    name: "Bottega",
  });
  let templates = 0;

  return {
    tenant,
    asks: call,
    at: (text: string) => server.clock.set(Date.parse(text)),
    ...enrolling(call),
    writes: async (topic: string, words = usual): Promise<string> => {
      templates += 1;
      const about = { code: `t${templates}`, name: "A letter", topic, channel: "email" };
      return (await good(call("POST", "/v1/message-templates", { ...about, wordings: wordingsOf(words) }))).id;
    },
    rewrites: (templateId: string, words: Record<string, Words>) =>
      good(call("POST", `/v1/message-templates/${templateId}/versions`, { wordings: wordingsOf(words) })),
    sends: (
      memberId: string,
      templateId: string,
      { key, ...rest }: { key?: string; data?: object; dueAt?: string } = {},
    ) =>
      call(
        "POST",
        `/v1/members/${memberId}/messages`,
        { templateId, ...rest },
        key === undefined ? {} : { "idempotency-key": key },
      ),
    prefers: (memberId: string, change: object) =>
      good(call("PATCH", `/v1/members/${memberId}/message-preferences`, change)),
    preferences: (memberId: string): Promise<Preferences> =>
      good(call("GET", `/v1/members/${memberId}/message-preferences`)),
    /** Whatever is due is sent. */
    delivers: () => server.parts.messenger.sendDue(),
    /** The latest first. */
    messages: async (memberId: string): Promise<Message[]> =>
      (await good(call("GET", `/v1/members/${memberId}/messages`))).items,
    told: async (type: string): Promise<{ data: Record<string, unknown> }[]> => {
      await server.parts.relay.deliverAll();
      const told = [];
      for (let after = 0; ; ) {
        const page = await good(call("GET", `/v1/events?types=${type}&after=${after}`));
        told.push(...page.items);
        if (!page.hasMore) return told;
        after = page.position;
      }
    },
    letters: async (): Promise<Letter[]> => mailbox.taken.map(({ to, raw }) => letterOf(to, raw)),
  };
}

async function good(reply: Promise<Reply>) {
  const { status, body } = await reply;
  if (status >= 300) throw new Error(`refused with ${status}: ${JSON.stringify(body)}`);
  return body;
}

function wordingsOf(words: Record<string, Words>) {
  return Object.entries(words).map(([language, { subject, text, button }]) => ({
    language,
    subject,
    blocks: [{ kind: "text", text }, ...(button === undefined ? [] : [{ kind: "button", ...button }])],
  }));
}

function enrolling(call: Call) {
  return {
    /** With an address of their own unless told otherwise; whoever agrees does so to e-mail. */
    enrols: async (
      name: string | undefined,
      member: { agrees?: boolean; language?: string; email?: string | null } = {},
    ): Promise<string> => {
      const first = (name ?? "").split(" ")[0]?.toLowerCase();
      const email = member.email === undefined ? `${first}@example.com` : member.email;
      const { id } = await good(
        call("POST", "/v1/members", {
          ...(name === undefined ? {} : { name }),
          ...(member.language === undefined ? {} : { language: member.language }),
          identities: email === null ? [] : [{ kind: "email", value: email, verified: true }],
        }),
      );
      const said = { topic: "email", state: "granted", source: "form", textVersion: "1" };
      if (member.agrees === true) await good(call("POST", `/v1/members/${id}/consents`, said));
      return id;
    },
    gives: async (memberId: string, points: number) => {
      await call("POST", "/v1/points-types", { code: "points", name: "Points", spendable: true, qualifying: true });
      await good(
        call("POST", `/v1/members/${memberId}/adjustments`, { pointsType: "points", points, reason: "A test." }),
      );
    },
  };
}

function letterOf(to: string[], raw: string): Letter {
  const unfolded = raw.replaceAll(/\r\n[ \t]/g, " ");
  const part = (type: string): string => {
    const start = raw.indexOf(`Content-Type: ${type}`);
    const [head = "", ...body] = raw.slice(start).split("\r\n\r\n");
    const text = body.join("\r\n\r\n").split("\r\n--")[0] ?? "";
    return decoded(/Content-Transfer-Encoding: (\S+)/i.exec(head)?.[1], text);
  };
  return {
    to: to.join(),
    subject: wordsOf(/^Subject: (.*)$/im.exec(unfolded)?.[1] ?? ""),
    text: part("text/plain"),
    html: part("text/html"),
  };
}

function decoded(encoding: string | undefined, text: string): string {
  if (encoding === "base64") return Buffer.from(text, "base64").toString();
  if (encoding !== "quoted-printable") return text;
  return quoted(text.replaceAll(/=\r\n/g, ""));
}

function quoted(text: string): string {
  const bytes = text.replaceAll(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, "latin1").toString();
}

/** RFC 2047, of which some words of a header may be. */
function wordsOf(header: string): string {
  return header
    .replaceAll(/\?=\s+=\?/g, "?==?")
    .replaceAll(/=\?utf-8\?([qb])\?(.*?)\?=/gi, (_, kind: string, text: string) =>
      kind.toLowerCase() === "b" ? Buffer.from(text, "base64").toString() : quoted(text.replaceAll("_", " ")),
    );
}
