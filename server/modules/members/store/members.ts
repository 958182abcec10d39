// All SQL on members and member_keys, and the row of facts that a member begins with.
import type { MemberFacts } from "@fedele/core/facts.ts";
import type { Ctx } from "../../../platform/database/transaction.ts";
import { timeTextOrNull as isoOrNull } from "../../../platform/database/values.ts";
import { bucketOf } from "../../../platform/ids.ts";

export type Birthday = { readonly month: number; readonly day: number };

/** What is plain of a member: coarse facts. */
export type PlainMember = {
  readonly id: string;
  readonly kind: MemberFacts["kind"];
  readonly status: MemberFacts["status"];
  readonly language: string | undefined;
  readonly country: string | undefined;
  readonly birthday: Birthday | undefined;
  /** From when the member is of age; undefined: they are. */
  readonly adultFrom: number | undefined;
  /** The member who they have become; undefined: they are themselves. */
  readonly mergedInto: string | undefined;
  readonly enrolledAt: number;
};

/** `personal` is sealed with the member's key, which is wrapped by the tenant's; undefined: the key was destroyed. */
export type SealedMember = PlainMember & {
  readonly personal: Buffer | undefined;
  readonly wrappedKey: Buffer | undefined;
};

/** A member who is new has a key. */
export type SealedNewcomer = SealedMember & { readonly wrappedKey: Buffer };

type MemberRow = {
  id: string;
  kind: MemberFacts["kind"];
  status: MemberFacts["status"];
  personal: Buffer | null;
  wrapped_key: Buffer | null;
  language: string | null;
  country: string | null;
  birth_month: number | null;
  birth_day: number | null;
  adult_from: number | null;
  merged_into: string | null;
  enrolled_at: number;
};

const COLUMNS = `m.id, m.kind, m.status, m.personal, k.wrapped_key, f.language, f.country, f.birth_month, f.birth_day,
  f.adult_from, f.merged_into, m.enrolled_at`;
// Whoever was erased has no key any more, but was a member all the same.
const PARTS = `left join member_keys as k on k.bucket = m.bucket and k.tenant_id = m.tenant_id and k.member_id = m.id
  join member_facts as f on f.bucket = m.bucket and f.tenant_id = m.tenant_id and f.member_id = m.id`;

/** Three statements in one flight, however many members. */
export async function insertMembers(ctx: Ctx, members: readonly SealedNewcomer[]): Promise<void> {
  const buckets = members.map((member) => bucketOf(member.id));
  const ids = members.map((member) => member.id);
  const kinds = members.map((member) => member.kind);
  const statuses = members.map((member) => member.status);
  const enrolled = members.map((member) => new Date(member.enrolledAt).toISOString());
  await Promise.all([
    ctx.query(
      `insert into members (bucket, tenant_id, id, kind, status, personal, enrolled_at, created_at)
       select bucket, $1, id, kind, status, personal, enrolled_at, $8
       from unnest($2::smallint[], $3::uuid[], $4::text[], $5::text[], $6::bytea[], $7::timestamptz[])
         as new (bucket, id, kind, status, personal, enrolled_at)`,
      [
        ctx.tenantId,
        buckets,
        ids,
        kinds,
        statuses,
        members.map((member) => member.personal ?? null),
        enrolled,
        new Date(ctx.now).toISOString(),
      ],
    ),
    ctx.query(
      `insert into member_keys (bucket, tenant_id, member_id, wrapped_key)
       select bucket, $1, member_id, wrapped_key
       from unnest($2::smallint[], $3::uuid[], $4::bytea[]) as new (bucket, member_id, wrapped_key)`,
      [ctx.tenantId, buckets, ids, members.map((member) => member.wrappedKey)],
    ),
    ctx.query(
      `insert into member_facts (bucket, tenant_id, member_id, kind, status, language, country, birth_month, birth_day,
         adult_from, enrolled_at)
       select bucket, $1, member_id, kind, status, language, country, birth_month, birth_day, adult_from, enrolled_at
       from unnest($2::smallint[], $3::uuid[], $4::text[], $5::text[], $6::text[], $7::text[], $8::smallint[],
         $9::smallint[], $10::timestamptz[], $11::timestamptz[])
         as new (bucket, member_id, kind, status, language, country, birth_month, birth_day, adult_from, enrolled_at)`,
      [
        ctx.tenantId,
        buckets,
        ids,
        kinds,
        statuses,
        members.map((member) => member.language ?? null),
        members.map((member) => member.country ?? null),
        members.map((member) => member.birthday?.month ?? null),
        members.map((member) => member.birthday?.day ?? null),
        members.map((member) => isoOrNull(member.adultFrom ?? null)),
        enrolled,
      ],
    ),
  ]);
}

export async function findMembers(ctx: Ctx, ids: readonly string[]): Promise<SealedMember[]> {
  const rows = await ctx.query<MemberRow>(
    `select ${COLUMNS} from unnest($2::smallint[], $3::uuid[]) as wanted (bucket, id)
     join members as m on m.bucket = wanted.bucket and m.tenant_id = $1 and m.id = wanted.id
     ${PARTS}`,
    [ctx.tenantId, ids.map(bucketOf), ids],
  );
  return rows.map(toMember);
}

/** One member, whose row nobody else changes until this transaction ends. */
export async function lockMember(ctx: Ctx, id: string): Promise<SealedMember | undefined> {
  const rows = await ctx.query<MemberRow>(
    `select ${COLUMNS} from members as m ${PARTS}
     where m.bucket = $2 and m.tenant_id = $1 and m.id = $3 for no key update of m`,
    [ctx.tenantId, bucketOf(id), id],
  );
  return rows.map(toMember)[0];
}

export async function updateMember(ctx: Ctx, member: SealedMember): Promise<void> {
  const place = [ctx.tenantId, bucketOf(member.id), member.id];
  await Promise.all([
    ctx.query(`update members set status = $4, personal = $5 where bucket = $2 and tenant_id = $1 and id = $3`, [
      ...place,
      member.status,
      member.personal ?? null,
    ]),
    ctx.query(
      `update member_facts set status = $4, language = $5, country = $6, birth_month = $7, birth_day = $8,
         adult_from = $9
       where bucket = $2 and tenant_id = $1 and member_id = $3`,
      [
        ...place,
        member.status,
        member.language ?? null,
        member.country ?? null,
        member.birthday?.month ?? null,
        member.birthday?.day ?? null,
        isoOrNull(member.adultFrom ?? null),
      ],
    ),
  ]);
}

/** Where the status stands twice: for who looks at the member, and for the hot path. */
export async function saveStatus(ctx: Ctx, id: string, status: MemberFacts["status"]): Promise<void> {
  const values = [ctx.tenantId, bucketOf(id), id, status];
  await Promise.all([
    ctx.query("update members set status = $4 where bucket = $2 and tenant_id = $1 and id = $3", values),
    ctx.query("update member_facts set status = $4 where bucket = $2 and tenant_id = $1 and member_id = $3", values),
  ]);
}

/** A bound rather than "or there is none": a plan for both would read the index from its end for every page. */
const BEHIND_ALL = "ffffffff-ffff-ffff-ffff-ffffffffffff";

/**
 * Ids of a tenant's members, latest first, before `before`. Each bucket gives its latest by its primary key and the
 * latest of those are taken: no index but that is needed, and the cost grows with the span, not with the members.
 */
export async function listMemberIds(
  ctx: Ctx,
  page: { readonly buckets: readonly number[]; readonly before: string | undefined; readonly limit: number },
): Promise<string[]> {
  const rows = await ctx.query<{ id: string }>(
    `select latest.id from unnest($2::smallint[]) as place (bucket)
     cross join lateral (
       select m.id from members as m
       where m.bucket = place.bucket and m.tenant_id = $1 and m.id < $3
       order by m.id desc limit $4
     ) as latest
     order by latest.id desc limit $4`,
    [ctx.tenantId, page.buckets, page.before ?? BEHIND_ALL, page.limit],
  );
  return rows.map((row) => row.id);
}

function toMember(row: MemberRow): SealedMember {
  return {
    id: row.id,
    kind: row.kind,
    status: row.status,
    personal: row.personal ?? undefined,
    wrappedKey: row.wrapped_key ?? undefined,
    language: row.language ?? undefined,
    country: row.country ?? undefined,
    birthday:
      row.birth_month === null || row.birth_day === null ? undefined : { month: row.birth_month, day: row.birth_day },
    adultFrom: row.adult_from ?? undefined,
    mergedInto: row.merged_into ?? undefined,
    enrolledAt: row.enrolled_at,
  };
}
