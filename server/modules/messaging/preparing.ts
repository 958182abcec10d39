// From messages that are due to letters that are ready: each is decided by core/messageGates.ts, and what is to go is
// rendered. Nothing is sent here, so that no transaction waits for a mail server.
import { type DeliveryFacts, decideDelivery } from "@fedele/core/messageGates.ts";
import type { Ctx } from "../../platform/database/transaction.ts";
import { bucketOf, newId } from "../../platform/ids.ts";
import type { Parcel } from "../../platform/mail/smtpPool.ts";
import { emit, type OutboxEvent } from "../../platform/outbox.ts";
import { type Standing, standingsOf } from "./broadcastStandings.ts";
import { dataOf } from "./deliveries.ts";
import { type Home, type Readers, readersOf, scopeFor, suppressionKey } from "./readers.ts";
import { type DeliveryRow, type Result, saveResults } from "./store/deliveries.ts";
import { addressHash, addressOf } from "./suppressions.ts";
import { findTemplates, type TemplateRow, type WordingRow, wordingFor, wordingsOf } from "./templates.ts";
import { renderWording } from "./wordings.ts";

/** A letter that is ready to go. */
export type Ready = Readonly<{ delivery: DeliveryRow; parcel: Parcel; version: number }>;

type Written = Readonly<{ template: TemplateRow; wordings: readonly WordingRow[] }>;

/** Decides what is due. What is skipped or waits is written down at once; what is to go comes back. */
export async function prepare(ctx: Ctx, home: Home, due: readonly DeliveryRow[]): Promise<Ready[]> {
  const [readers, written, standings] = await Promise.all([
    readersOf(
      ctx,
      home,
      due.map(({ memberId }) => memberId),
    ),
    writtenFor(ctx, due),
    standingsOf(ctx, home.tenant, due),
  ]);
  const recent = new Map(readers.recent);
  const ready: Ready[] = [];
  const results: Result[] = [];
  for (const delivery of due) {
    const words = written.get(delivery.templateId);
    const standing = standings.get(delivery.id) ?? "meant";
    if (standing === "parked") {
      results.push(waiting(delivery, null, "paused_broadcast"));
      continue;
    }
    const facts = factsOf(ctx, home, { ...readers, recent }, { delivery, template: words?.template, standing });
    const decided = decideDelivery(facts);
    if (decided.kind === "wait") {
      results.push(waiting(delivery, decided.untilMs, "quiet_hours"));
      continue;
    }
    const letter =
      decided.kind === "skip" || words === undefined ? undefined : letterFor(ctx, home, readers, { delivery, words });
    if (letter !== undefined) {
      ready.push(letter);
      if (delivery.purpose === "promotional") recent.set(delivery.memberId, facts.recent + 1);
      continue;
    }
    results.push(skipped(delivery, decided.kind === "skip" ? decided.reason : "not_rendered"));
  }
  await Promise.all([
    saveResults(ctx, results),
    emit(
      ctx,
      results.flatMap((result) => eventsOf(ctx, due, result)),
    ),
  ]);
  return ready;
}

async function writtenFor(ctx: Ctx, due: readonly DeliveryRow[]): Promise<ReadonlyMap<string, Written>> {
  const templates = await findTemplates(ctx, [...new Set(due.map(({ templateId }) => templateId))]);
  const written = await Promise.all(
    templates.map(async (template): Promise<[string, Written]> => {
      return [template.id, { template, wordings: await wordingsOf(ctx, template) }];
    }),
  );
  return new Map(written);
}

type Judged = Readonly<{
  delivery: DeliveryRow;
  template: TemplateRow | undefined;
  standing: Exclude<Standing, "parked">;
}>;

export function factsOf(
  ctx: Ctx,
  { tenant }: Home,
  readers: Readers,
  { delivery, template, standing }: Judged,
): DeliveryFacts {
  const { memberId, channel, topic, purpose } = delivery;
  const member = readers.members.get(memberId);
  const address = member === undefined ? undefined : addressOf(member, channel);
  const said = readers.preferences.get(memberId);
  const { quietFrom, quietUntil, weeklyMax } = readers.settings;
  const hash = address === undefined ? undefined : addressHash(readers.keys, channel, address);
  return {
    nowMs: ctx.now,
    purpose,
    status: member?.status,
    isErased: member?.isErased === true,
    hasAddress: address !== undefined,
    hasConsent: readers.agreed.get(channel)?.has(memberId) === true,
    isOptedOut: said?.refused.includes(`${topic}/${channel}`) === true,
    pausedUntilMs: said?.pausedUntil ?? null,
    isSuppressed: hash !== undefined && readers.suppressed.has(suppressionKey(channel, hash)),
    isMuted: false,
    recent: readers.recent.get(memberId) ?? 0,
    weeklyMax: said?.weeklyMax ?? weeklyMax,
    quiet: quietFrom === quietUntil ? undefined : { from: quietFrom, until: quietUntil },
    zone: said?.timezone ?? tenant.timezone,
    isHeldOut: delivery.variant === "holdout",
    isOverBudget: false,
    isCancelled: template?.status !== "live" || standing === "cancelled",
    hasLeftAudience: standing === "left",
  };
}

function letterFor(
  ctx: Ctx,
  home: Home,
  readers: Readers,
  { delivery, words }: { readonly delivery: DeliveryRow; readonly words: Written },
): Ready | undefined {
  const { memberId, id, channel, purpose } = delivery;
  const member = readers.members.get(memberId);
  const address = member === undefined ? undefined : addressOf(member, channel);
  const wording = wordingFor(words.wordings, [member?.language, home.tenant.language]);
  if (member === undefined || address === undefined || wording === undefined) return undefined;
  const scope = scopeFor(ctx, home, readers, { memberId, deliveryId: id, language: wording.language });
  const data = dataOf(delivery, readers.memberKeys.get(memberId));
  const rendered = renderWording(wording, { ...scope, data });
  if (rendered === undefined) return undefined;
  return {
    delivery,
    version: words.template.version,
    parcel: {
      from: home.tenant.name,
      to: { name: headerName(member.name), address },
      ...rendered,
      unsubscribeUrl: purpose === "promotional" ? scope.links.unsubscribe : undefined,
    },
  };
}

const NAME_CHARS_MAX = 100;

/** A name as a header may carry it: on one line. */
function headerName(name: string | undefined): string {
  return (name ?? "")
    .replaceAll(/[\p{Cc}\p{Cs}\p{Zl}\p{Zp}]+/gu, " ")
    .trim()
    .slice(0, NAME_CHARS_MAX);
}

function waiting(delivery: DeliveryRow, dueAt: number | null, reason: string): Result {
  // To wait for the morning is no try.
  const attempts = Math.max(0, delivery.attempts - 1);
  return { delivery, status: "queued", reason, version: null, attempts, dueAt, sentAt: null };
}

function skipped(delivery: DeliveryRow, reason: string): Result {
  const { attempts } = delivery;
  return { delivery, status: "skipped", reason, version: null, attempts, dueAt: null, sentAt: null };
}

const told = new Set(["sent", "bounced", "failed", "skipped"]);

/** What is told of a result: ids and reasons, never an address or a word of the letter. */
export function eventsOf(ctx: Ctx, deliveries: readonly DeliveryRow[], result: Result): OutboxEvent[] {
  const delivery = deliveries.find(({ id }) => id === result.delivery.id);
  if (delivery === undefined || !told.has(result.status)) return [];
  const { id, memberId, templateId, topic, channel, causeKind, causeId } = delivery;
  const bucket = bucketOf(memberId);
  const why = result.status === "sent" ? {} : { because: result.reason };
  const data = { deliveryId: id, templateId, topic, channel, cause: causeKind, causeId, ...why };
  return [{ id: newId(ctx.now, bucket), type: `message.${result.status}`, bucket, memberId, at: ctx.now, data }];
}
