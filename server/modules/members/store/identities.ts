// All SQL on identities and identity_lookups.
import type { IdentityKind } from "@fedele/sdk/schemas/member.ts";
import type { Ctx } from "../../../platform/database/transaction.ts";
import { bucketOf } from "../../../platform/ids.ts";

/** Where a value is looked up: its blind index carries its bucket. */
export type Lookup = { readonly kind: IdentityKind; readonly valueHash: Buffer };
export type OwnedLookup = Lookup & { readonly memberId: string };

export type SealedIdentity = OwnedLookup & {
  readonly valueSealed: Buffer;
  readonly verifiedAt: number | undefined;
  readonly createdAt: number;
};

type LookupRow = { kind: IdentityKind; value_hash: Buffer; member_id: string };
type IdentityRow = LookupRow & { value_sealed: Buffer; verified_at: number | null; created_at: number };

/** The bucket of a blind index: its low 14 bits, as the table's check has it. */
export function bucketOfHash(valueHash: Buffer): number {
  return valueHash.readUInt16BE(30) & 16_383;
}

/**
 * Claims values for members; returns those that were free. The row is the lock: who comes second waits, then finds it
 * taken. Sorted, so that two batches with the same values cannot wait for each other.
 */
export async function claimLookups(ctx: Ctx, lookups: readonly OwnedLookup[]): Promise<OwnedLookup[]> {
  const sorted = lookups.toSorted((a, b) => placed(a) - placed(b) || Buffer.compare(a.valueHash, b.valueHash));
  const rows = await ctx.query<LookupRow>(
    `insert into identity_lookups (bucket, tenant_id, kind, value_hash, member_id)
     select bucket, $1, kind, value_hash, member_id
     from unnest($2::smallint[], $3::text[], $4::bytea[], $5::uuid[]) as claim (bucket, kind, value_hash, member_id)
     on conflict do nothing
     returning kind, value_hash, member_id`,
    [...columnsOf(ctx, sorted), sorted.map((lookup) => lookup.memberId)],
  );
  return rows.map(toOwned);
}

export async function findLookups(ctx: Ctx, lookups: readonly Lookup[]): Promise<OwnedLookup[]> {
  const rows = await ctx.query<LookupRow>(
    `select l.kind, l.value_hash, l.member_id
     from unnest($2::smallint[], $3::text[], $4::bytea[]) as wanted (bucket, kind, value_hash)
     join identity_lookups as l
       on l.bucket = wanted.bucket and l.tenant_id = $1 and l.kind = wanted.kind and l.value_hash = wanted.value_hash`,
    columnsOf(ctx, lookups),
  );
  return rows.map(toOwned);
}

export async function deleteLookups(ctx: Ctx, lookups: readonly Lookup[]): Promise<void> {
  await ctx.query(
    `delete from identity_lookups as l
     using unnest($2::smallint[], $3::text[], $4::bytea[]) as gone (bucket, kind, value_hash)
     where l.bucket = gone.bucket and l.tenant_id = $1 and l.kind = gone.kind and l.value_hash = gone.value_hash`,
    columnsOf(ctx, lookups),
  );
}

export async function insertIdentities(ctx: Ctx, identities: readonly SealedIdentity[]): Promise<void> {
  await ctx.query(
    `insert into identities (bucket, tenant_id, member_id, kind, value_hash, value_sealed, verified_at, created_at)
     select bucket, $1, member_id, kind, value_hash, value_sealed, verified_at, created_at
     from unnest($2::smallint[], $3::uuid[], $4::text[], $5::bytea[], $6::bytea[], $7::timestamptz[], $8::timestamptz[])
       as new (bucket, member_id, kind, value_hash, value_sealed, verified_at, created_at)`,
    [
      ctx.tenantId,
      identities.map((identity) => bucketOf(identity.memberId)),
      identities.map((identity) => identity.memberId),
      identities.map((identity) => identity.kind),
      identities.map((identity) => identity.valueHash),
      identities.map((identity) => identity.valueSealed),
      identities.map(({ verifiedAt }) => (verifiedAt === undefined ? null : new Date(verifiedAt).toISOString())),
      identities.map((identity) => new Date(identity.createdAt).toISOString()),
    ],
  );
}

/** The identities of members, in the order in which they were added. */
export async function findIdentities(ctx: Ctx, memberIds: readonly string[]): Promise<SealedIdentity[]> {
  const rows = await ctx.query<IdentityRow>(
    `select i.member_id, i.kind, i.value_hash, i.value_sealed, i.verified_at, i.created_at
     from unnest($2::smallint[], $3::uuid[]) as m (bucket, id)
     join identities as i on i.bucket = m.bucket and i.tenant_id = $1 and i.member_id = m.id
     order by i.member_id, i.created_at, i.kind, i.value_hash`,
    [ctx.tenantId, memberIds.map(bucketOf), memberIds],
  );
  return rows.map(toSealed);
}

/** Undefined when the member has no such identity. */
export async function updateVerified(
  ctx: Ctx,
  { memberId, kind, valueHash }: OwnedLookup,
  verifiedAt: number | undefined,
): Promise<SealedIdentity | undefined> {
  const rows = await ctx.query<IdentityRow>(
    `update identities set verified_at = $6
     where bucket = $2 and tenant_id = $1 and member_id = $3 and kind = $4 and value_hash = $5
     returning member_id, kind, value_hash, value_sealed, verified_at, created_at`,
    [
      ctx.tenantId,
      bucketOf(memberId),
      memberId,
      kind,
      valueHash,
      verifiedAt === undefined ? null : new Date(verifiedAt).toISOString(),
    ],
  );
  return rows.map(toSealed)[0];
}

/** False when the member has no such identity. */
export async function deleteIdentity(ctx: Ctx, { memberId, kind, valueHash }: OwnedLookup): Promise<boolean> {
  const rows = await ctx.query(
    `delete from identities
     where bucket = $2 and tenant_id = $1 and member_id = $3 and kind = $4 and value_hash = $5 returning kind`,
    [ctx.tenantId, bucketOf(memberId), memberId, kind, valueHash],
  );
  return rows.length === 1;
}

function placed(lookup: Lookup): number {
  return bucketOfHash(lookup.valueHash);
}

function columnsOf(ctx: Ctx, lookups: readonly Lookup[]): unknown[] {
  return [
    ctx.tenantId,
    lookups.map(placed),
    lookups.map((lookup) => lookup.kind),
    lookups.map((lookup) => lookup.valueHash),
  ];
}

function toOwned(row: LookupRow): OwnedLookup {
  return { kind: row.kind, valueHash: row.value_hash, memberId: row.member_id };
}

function toSealed(row: IdentityRow): SealedIdentity {
  return {
    ...toOwned(row),
    valueSealed: row.value_sealed,
    verifiedAt: row.verified_at ?? undefined,
    createdAt: row.created_at,
  };
}
