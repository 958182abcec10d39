// Who the rows of a file are: new, known, or perhaps known. And a chunk of rows becomes members, with what they agreed
// to, the fields of the tenant's own, and what they bring in points.
import { hash } from "node:crypto";
import { canonicalText } from "@fedele/core/canonicalText.ts";
import type { IdentityKind } from "@fedele/sdk/schemas/member.ts";
import type { MemberImport, MemberMapping } from "@fedele/sdk/schemas/memberImport.ts";
import type { Ctx } from "../../../platform/database/transaction.ts";
import { bucketOf, newId } from "../../../platform/ids.ts";
import { Refusal } from "../../../platform/refusal.ts";
import type { Sealer } from "../../../platform/sealing.ts";
import type { Tenant } from "../../../platform/tenant.ts";
import { recordConsent } from "../../members/consents.ts";
import { changeValues } from "../../members/customFields.ts";
import { findMembersByIdentity, lookupOf } from "../../members/identities.ts";
import type { IdentityValue } from "../../members/identityValues.ts";
import { enrolMembers, findMembers } from "../../members/members.ts";
import { businessKey } from "../incoming.ts";
import { type Opening, openBalances } from "../openings.ts";
import type { Draft } from "./rows.ts";

/** The source that the openings are recorded under: the same for every file, so that no file opens twice. */
export const IMPORT_SOURCE = "member-import";
/** Positions of issuers are kept by lane; imports are one that writes alone. */
const IMPORT_LANE = 69;

export type Mistake = MemberImport["preview"]["first"][number];
export type Counts = MemberImport["counts"];

/** Who a row is. `taken`: identities of theirs that somebody has. */
export type Placed =
  | Readonly<{ state: "new" }>
  | Readonly<{ state: "known"; memberId: string }>
  | Readonly<{ state: "possible"; taken: readonly IdentityValue[] }>
  | Readonly<{ state: "repeated"; row: number }>;

type Home = Readonly<{ sealer: Sealer; tenant: Tenant }>;

/**
 * A number, a card or a QR code is the shop's own, and an address counts where it was proved to be the member's. All
 * else is a guess, and so are addresses that lead to two members. `seen`: identities of rows before, in the same file.
 */
export async function placeRows(
  ctx: Ctx,
  { sealer }: Home,
  drafts: readonly Draft[],
  seen: Map<string, number>,
): Promise<Placed[]> {
  const identities = drafts.flatMap((draft) => draft.identities);
  const found = identities.length === 0 ? [] : await findMembersByIdentity(ctx, sealer, identities);
  const ownerOf = new Map(identities.map((identity, index) => [identity, found[index]]));
  const owners = await findMembers(ctx, sealer, [...new Set(found.filter((id) => id !== undefined))]);
  const proved = new Set(
    owners.flatMap((member) =>
      member.identities.flatMap(({ kind, value, verifiedAt }) =>
        verifiedAt !== undefined || isOfTheShop(kind) ? [`${member.id} ${kind} ${value}`] : [],
      ),
    ),
  );
  return drafts.map((draft): Placed => {
    const before = draft.identities.map(keyOf).find((key) => seen.has(key));
    if (before !== undefined) return { state: "repeated", row: seen.get(before) ?? 0 };
    for (const identity of draft.identities) seen.set(keyOf(identity), draft.row);
    const taken = draft.identities.filter((identity) => ownerOf.get(identity) !== undefined);
    const ids = new Set(taken.map((identity) => ownerOf.get(identity)));
    const [memberId, another] = ids;
    if (memberId === undefined) return { state: "new" };
    const isProved = taken.some(({ kind, value }) => proved.has(`${memberId} ${kind} ${value}`));
    return isProved && another === undefined ? { state: "known", memberId } : { state: "possible", taken };
  });
}

/** What the shop or a partner gave out: whoever holds it was given it. */
function isOfTheShop(kind: IdentityKind): boolean {
  return kind === "number" || kind === "qr" || kind === "card";
}

function keyOf({ kind, value }: IdentityValue): string {
  return `${kind} ${value}`;
}

/** What is said of a row that is not taken over. */
export function wordsOf(placed: Extract<Placed, { state: "possible" | "repeated" }>): string {
  if (placed.state === "repeated") return `The row names somebody who is in row ${placed.row} already.`;
  const kinds = [...new Set(placed.taken.map(({ kind }) => kind))].join(" and ");
  return `The row may be a member whom we know: its ${kinds} belongs to somebody. Look, and merge or enrol by hand.`;
}

/** Makes members of these rows; all of it in the caller's transaction. */
export async function takeOver(
  ctx: Ctx,
  home: Home,
  { drafts, mapping }: { drafts: readonly Draft[]; mapping: MemberMapping },
): Promise<{ counts: Counts; mistakes: Mistake[] }> {
  const placed = await placeRows(ctx, home, drafts, new Map());
  const mistakes: Mistake[] = [];
  const counts = { enrolled: 0, known: 0, possibleDuplicates: 0, mistakes: 0, opened: 0 };
  const fresh: Draft[] = [];
  const there: [Draft, string][] = [];
  for (const [index, draft] of drafts.entries()) {
    const who = placed[index] ?? { state: "new" };
    if (who.state === "known") {
      counts.known += 1;
      there.push([draft, who.memberId]);
    } else if (who.state === "new") {
      fresh.push(draft);
    } else if (who.state === "possible" && mapping.possibleDuplicates === "enrol") {
      counts.possibleDuplicates += 1;
      const own = draft.identities.filter((identity) => !who.taken.includes(identity));
      const [first, ...others] = own;
      if (first === undefined) mistakes.push({ row: draft.row, words: wordsOf(who) });
      else fresh.push({ ...draft, identities: [first, ...others] });
    } else {
      if (who.state === "possible") counts.possibleDuplicates += 1;
      mistakes.push({ row: draft.row, words: wordsOf(who) });
    }
  }
  const enrolled = await enrol(ctx, home, fresh, mistakes);
  counts.enrolled = enrolled.length;
  for (const [draft, memberId] of enrolled) await addWords(ctx, home, { draft, memberId, mapping }, mistakes);
  counts.opened = await openAll(ctx, home, [...enrolled, ...there], mistakes);
  counts.mistakes = mistakes.length;
  return { counts, mistakes: mistakes.sort((a, b) => a.row - b.row) };
}

async function enrol(ctx: Ctx, home: Home, drafts: readonly Draft[], mistakes: Mistake[]): Promise<[Draft, string][]> {
  if (drafts.length === 0) return [];
  const outcomes = await enrolMembers(
    ctx,
    home,
    drafts.map(({ name, identities, birthDate, language, country, joinedAt }) => ({
      identities: identities.map(({ kind, value }) => ({ kind, value })),
      ...(name === undefined ? {} : { name }),
      ...(birthDate === undefined ? {} : { birthDate }),
      ...(language === undefined ? {} : { language }),
      ...(country === undefined ? {} : { country }),
      ...(joinedAt === undefined ? {} : { enrolledAt: joinedAt }),
    })),
  );
  return drafts.flatMap((draft, index): [Draft, string][] => {
    const outcome = outcomes[index];
    if (outcome?.state === "enrolled") return [[draft, outcome.memberId]];
    mistakes.push({ row: draft.row, words: "Somebody was enrolled just now who has the same address or number." });
    return [];
  });
}

/** What somebody agreed to, and the fields of the tenant's own. Who may not agree is a member all the same. */
async function addWords(
  ctx: Ctx,
  { sealer }: Home,
  { draft, memberId, mapping }: { draft: Draft; memberId: string; mapping: MemberMapping },
  mistakes: Mistake[],
): Promise<void> {
  const attempt = async (work: () => Promise<unknown>): Promise<void> => {
    try {
      await work();
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      mistakes.push({ row: draft.row, words: `Enrolled, but: ${error.message}` });
    }
  };
  for (const { topic, state } of draft.consents) {
    const said = { topic, state, source: "import" } as const;
    const evidence = mapping.consentText === undefined ? {} : { textVersion: mapping.consentText };
    const place = { memberId, id: newId(ctx.now, bucketOf(memberId)) };
    await attempt(() => recordConsent(ctx, sealer, place, { ...said, ...evidence }));
  }
  if (draft.values.length > 0) {
    await attempt(() => changeValues(ctx, sealer, memberId, { values: draft.values.map((value) => ({ ...value })) }));
  }
}

/** Points and tiers of before; who had theirs opened already gets nothing again. */
async function openAll(
  ctx: Ctx,
  { sealer, tenant }: Home,
  members: readonly [Draft, string][],
  mistakes: Mistake[],
): Promise<number> {
  const keys = await sealer.keysOf(ctx);
  const wanted = new Map<string, [Draft, Opening]>();
  for (const [draft, memberId] of members) {
    if (draft.points === 0 && draft.tier === undefined) continue;
    if (wanted.has(memberId)) {
      mistakes.push({ row: draft.row, words: "The row is a member who is in a row before; its points were left out." });
      continue;
    }
    const document = lookupOf(keys, draft.identities[0]).valueHash.toString("base64url");
    const bucket = bucketOf(memberId);
    const isOver = draft.pointsExpireAt !== undefined && draft.pointsExpireAt <= ctx.now;
    const lots = draft.points === 0 || isOver ? [] : [{ points: draft.points, expiresAt: draft.pointsExpireAt }];
    const key = businessKey({ source: IMPORT_SOURCE, document, part: "opening" }, tenant);
    const tier = draft.tier === undefined ? null : { code: draft.tier, until: null };
    const opening = {
      key,
      fingerprint: fingerprintOf(draft),
      id: newId(ctx.now, bucket),
      bucket,
      memberId,
      lots,
      tier,
    };
    wanted.set(memberId, [draft, opening]);
  }
  const list = [...wanted.values()];
  if (list.length === 0) return 0;
  const outcomes = await openBalances(
    { ...ctx, lane: IMPORT_LANE },
    list.map(([, opening]) => opening),
    { tenant, pointsType: null },
  );
  for (const [index, [draft]] of list.entries()) {
    const outcome = outcomes[index];
    if (outcome instanceof Refusal) mistakes.push({ row: draft.row, words: `Not taken over: ${outcome.message}` });
  }
  return outcomes.filter((outcome) => outcome === "opened").length;
}

/** What the row says, expired points too: the same file must be the same next year. */
function fingerprintOf({ points, pointsExpireAt, tier }: Draft): string {
  const told = canonicalText([points, pointsExpireAt ?? null, tier ?? null]);
  return hash("sha256", told, "buffer").subarray(0, 16).toString("base64");
}
