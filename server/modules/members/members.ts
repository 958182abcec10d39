// Members join, change and are read. What identifies a person is sealed under a key of the member's own.
import { randomInt } from "node:crypto";
import { type AgeLimits, isChildAt } from "@fedele/core/age.ts";
import type { IdentityKind, MemberChange, NewMember } from "@fedele/sdk/schemas/member.ts";
import type { Ctx } from "../../platform/database/transaction.ts";
import { BUCKETS, bucketOf, bucketWithin, newId } from "../../platform/ids.ts";
import { emit } from "../../platform/outbox.ts";
import { countryOf, invalid, languageOf } from "../../platform/places.ts";
import { Refusal } from "../../platform/refusal.ts";
import type { MemberKey, Sealer, TenantKeys } from "../../platform/sealing.ts";
import type { Tenant } from "../../platform/tenant.ts";
import { adultFromOf, findAgeLimits } from "./ages.ts";
import { type Identity, lookupOf, opened, sealed, taken } from "./identities.ts";
import { identityOf } from "./identityValues.ts";
import { indexNames, reindexName } from "./names.ts";
import { claimLookups, deleteLookups, findIdentities, insertIdentities, type OwnedLookup } from "./store/identities.ts";
import type { PlainMember, SealedMember, SealedNewcomer } from "./store/members.ts";
import * as store from "./store/members.ts";

export type Member = PlainMember & {
  readonly name: string | undefined;
  readonly birthDate: string | undefined;
  readonly identities: readonly Identity[];
  readonly isChild: boolean;
  /** Whether what named the member was destroyed for good. */
  readonly isErased: boolean;
};

/** What is sealed of a member as a whole; each identity is sealed by itself. */
type Personal = { readonly name?: string; readonly birthDate?: string };

type Home = { readonly sealer: Sealer; readonly tenant: Tenant };

/** A member to be enrolled, under an id that was given already where a retry must find it again. */
export type Enrolment = NewMember & { readonly id?: string; readonly enrolledAt?: number };

export type Enrolled =
  | { readonly state: "enrolled"; readonly memberId: string }
  | { readonly state: "taken"; readonly kind: IdentityKind };

/** A new member's id, on a random step of the tenant's span. */
export function newMemberId(tenant: Tenant, now: number): string {
  return newId(now, bucketWithin(tenant.id, tenant.bucketSpan, randomInt(BUCKETS)));
}

/**
 * Enrols many members by seven statements. A member of whom an identity is taken, by another member or by one earlier
 * in the list, is left out whole and said to be. What is malformed refuses the whole list.
 */
export async function enrolMembers(ctx: Ctx, home: Home, list: readonly Enrolment[]): Promise<Enrolled[]> {
  const keys = await home.sealer.keysOf(ctx);
  const limits = list.some(({ birthDate }) => birthDate !== undefined) ? await findAgeLimits(ctx) : undefined;
  const drafts = list.map((enrolment) => draftOf(ctx, { tenant: home.tenant, keys, limits }, enrolment));

  const wanted = drafts.flatMap(({ lookups }) => lookups);
  const claimed = wanted.length === 0 ? [] : await claimLookups(ctx, wanted);
  const got = new Set(claimed.map(placeOf));
  const outcomes = drafts.map((draft): Enrolled => {
    const lost = draft.lookups.find((lookup) => !got.has(placeOf(lookup)));
    return lost === undefined ? { state: "enrolled", memberId: draft.member.id } : { state: "taken", kind: lost.kind };
  });
  const enrolled = drafts.filter((_draft, index) => outcomes[index]?.state === "enrolled");
  const kept = new Set(enrolled.map(({ member }) => member.id));
  const unused = claimed.filter(({ memberId }) => !kept.has(memberId));

  const identities = enrolled.flatMap((draft) => draft.identities);
  await Promise.all([
    unused.length === 0 ? undefined : deleteLookups(ctx, unused),
    enrolled.length === 0
      ? undefined
      : store.insertMembers(
          ctx,
          enrolled.map(({ member }) => member),
        ),
    identities.length === 0 ? undefined : insertIdentities(ctx, identities),
    indexNames(ctx, keys, enrolled),
    emit(
      ctx,
      enrolled.map(({ member }) => memberEnrolled(ctx, member)),
    ),
  ]);
  return outcomes;
}

/** Enrols one member, or refuses because an identity is taken. */
export async function enrolMember(ctx: Ctx, home: Home, enrolment: Enrolment): Promise<string> {
  const [outcome] = await enrolMembers(ctx, home, [enrolment]);
  if (outcome === undefined) throw new Error("enrolling one member gave no outcome");
  if (outcome.state === "taken") throw taken(outcome.kind);
  return outcome.memberId;
}

/** The members with these ids, in their order; those that do not exist are left out. */
export async function findMembers(ctx: Ctx, sealer: Sealer, ids: readonly string[]): Promise<Member[]> {
  if (ids.length === 0) return [];
  const keys = await sealer.keysOf(ctx);
  const [members, identities] = await Promise.all([store.findMembers(ctx, ids), findIdentities(ctx, ids)]);
  const sealedOf = Map.groupBy(identities, (identity) => identity.memberId);
  const byId = new Map(members.map((member) => [member.id, member]));
  return ids.flatMap((id): Member[] => {
    const member = byId.get(id);
    if (member === undefined) return [];
    const key = keyOf(keys, member);
    const plain = { ...plainOf(member), isChild: isChildAt(member.adultFrom, ctx.now) };
    if (key === undefined) return [{ ...plain, ...nothingPersonal, identities: [], isErased: true }];
    const own = (sealedOf.get(id) ?? []).map((identity) => opened(identity, key));
    return [{ ...plain, ...personalOf(member, key), identities: own, isErased: false }];
  });
}

export async function getMember(ctx: Ctx, sealer: Sealer, id: string): Promise<Member> {
  const [member] = await findMembers(ctx, sealer, [id]);
  if (member === undefined) throw noSuchMember();
  return member;
}

/** A page of a tenant's members, latest first. */
export async function listMembers(
  ctx: Ctx,
  home: Home,
  page: { readonly before: string | undefined; readonly limit: number },
): Promise<Member[]> {
  const { id, bucketSpan } = home.tenant;
  const buckets = Array.from({ length: bucketSpan }, (_, step) => bucketWithin(id, bucketSpan, step));
  return findMembers(ctx, home.sealer, await store.listMemberIds(ctx, { ...page, buckets }));
}

/** Changes what is named; null empties. A closed member stays closed. */
export async function changeMember(
  ctx: Ctx,
  { sealer, tenant }: Home,
  { id, change }: { readonly id: string; readonly change: MemberChange },
): Promise<void> {
  const keys = await sealer.keysOf(ctx);
  const member = await store.lockMember(ctx, id);
  if (member === undefined) throw noSuchMember();
  if (member.status === "closed")
    throw new Refusal("conflict", "This membership is closed; it cannot change any more.");
  const key = keyOf(keys, member);
  if (key === undefined) throw erased();
  const was = personalOf(member, key);
  const birthDate = changed(was.birthDate, change.birthDate);
  const country = optionally(countryOf, changed(member.country, change.country));
  const limits = birthDate === undefined ? undefined : await findAgeLimits(ctx);
  const age = { birthDate, country, isChild: change.isChild, tenant, limits, was: member.adultFrom };
  const name = changed(was.name, change.name);
  if (name !== was.name) await reindexName(ctx, keys, { id, name });
  await store.updateMember(ctx, {
    ...member,
    status: change.status ?? member.status,
    language: optionally(languageOf, changed(member.language, change.language)),
    country,
    birthday: birthdayOf(ctx, birthDate),
    adultFrom: adultFromOf(ctx, age),
    personal: sealPersonal(key, { name, birthDate }),
  });
}

/** The key that a member's data is sealed with. Refuses when there is no such member, or no such key any more. */
export async function getMemberKey(ctx: Ctx, sealer: Sealer, id: string): Promise<MemberKey> {
  const keys = await sealer.keysOf(ctx);
  const member = await store.lockMember(ctx, id);
  if (member === undefined) throw noSuchMember();
  const key = keyOf(keys, member);
  if (key === undefined) throw erased();
  return key;
}

/** Undefined once the member was erased. */
export function keyOf(keys: TenantKeys, { id, wrappedKey }: SealedMember): MemberKey | undefined {
  return wrappedKey === undefined ? undefined : keys.memberKey(id, wrappedKey);
}

export function erased(): Refusal {
  return new Refusal("conflict", "This member's personal data was erased; nothing personal can be added or changed.");
}

export function noSuchMember(): Refusal {
  return new Refusal("not_found", "There is no member with this id.");
}

type Draft = {
  readonly id: string;
  readonly name: string | undefined;
  readonly member: SealedNewcomer;
  readonly lookups: readonly OwnedLookup[];
  readonly identities: ReturnType<typeof sealed>[];
};

type Drafting = Readonly<{ tenant: Tenant; keys: TenantKeys; limits: AgeLimits | undefined }>;

function draftOf(ctx: Ctx, { tenant, keys, limits }: Drafting, enrolment: Enrolment): Draft {
  const id = enrolment.id ?? newMemberId(tenant, ctx.now);
  const { wrapped, key } = keys.newMemberKey(id);
  const identities = (enrolment.identities ?? []).map((identity, index) => {
    const known = inList(index, () => identityOf(identity.kind, identity.value, enrolment.country ?? tenant.country));
    const verifiedAt = identity.verified === true ? ctx.now : undefined;
    return sealed({ ...lookupOf(keys, known), memberId: id }, { key, value: known.value, verifiedAt, at: ctx.now });
  });
  const lookups = identities.map(({ kind, valueHash, memberId }) => ({ kind, valueHash, memberId }));
  if (new Set(lookups.map(placeOf)).size < lookups.length) {
    throw invalid("identities", "The same identity is in the list twice.");
  }
  const member: SealedNewcomer = {
    id,
    kind: enrolment.kind ?? "individual",
    status: "active",
    language: optionally(languageOf, enrolment.language),
    country: optionally(countryOf, enrolment.country),
    birthday: birthdayOf(ctx, enrolment.birthDate),
    adultFrom: adultFromOf(ctx, { ...enrolment, tenant, limits, was: undefined }),
    mergedInto: undefined,
    enrolledAt: enrolment.enrolledAt ?? ctx.now,
    personal: sealPersonal(key, { name: enrolment.name, birthDate: enrolment.birthDate }),
    wrappedKey: wrapped,
  };
  return { id, name: enrolment.name, member, lookups, identities };
}

/** Says which of the identities is wrong. */
function inList<T>(index: number, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof Refusal) throw invalid(`identities[${index}].value`, error.message);
    throw error;
  }
}

function memberEnrolled(ctx: Ctx, { id, kind, enrolledAt }: SealedMember) {
  const bucket = bucketOf(id);
  const data = { kind, enrolledAt };
  return { id: newId(ctx.now, bucket), type: "member.enrolled", bucket, memberId: id, at: ctx.now, data };
}

function sealPersonal(key: MemberKey, { name, birthDate }: Record<"name" | "birthDate", string | undefined>) {
  if (name === undefined && birthDate === undefined) return undefined;
  return key.seal("personal", JSON.stringify({ name, birthDate }));
}

const nothingPersonal = { name: undefined, birthDate: undefined };

/** What is sealed of a member as a whole. */
export function personalOf(member: SealedMember, key: MemberKey): Record<"name" | "birthDate", string | undefined> {
  if (member.personal === undefined) return nothingPersonal;
  const personal: Personal = JSON.parse(key.open("personal", member.personal));
  return { name: personal.name, birthDate: personal.birthDate };
}

function plainOf(member: PlainMember): PlainMember {
  const { id, kind, status, language, country, birthday, adultFrom, mergedInto, enrolledAt } = member;
  return { id, kind, status, language, country, birthday, adultFrom, mergedInto, enrolledAt };
}

export const BIRTH_YEAR_MIN = 1880;

/** The month and the day, which rules may see. */
function birthdayOf(ctx: Ctx, birthDate: string | undefined): store.Birthday | undefined {
  if (birthDate === undefined) return undefined;
  const [year = 0, month = 0, day = 0] = birthDate.split("-").map(Number);
  const isPast = Date.UTC(year, month - 1, day) <= ctx.now;
  if (year >= BIRTH_YEAR_MIN && isPast) return { month, day };
  throw invalid("birthDate", `"birthDate" must be a day from the year ${BIRTH_YEAR_MIN} until today.`);
}

function changed<Value>(was: Value | undefined, becomes: Value | null | undefined): Value | undefined {
  if (becomes === undefined) return was;
  return becomes ?? undefined;
}

function optionally(check: (text: string) => string, text: string | undefined): string | undefined {
  return text === undefined ? undefined : check(text);
}

function placeOf({ kind, valueHash, memberId }: OwnedLookup): string {
  return `${memberId} ${kind} ${valueHash.toString("latin1")}`;
}
