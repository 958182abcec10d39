// All SQL on businesses and contacts.
import type { Ctx } from "../../../platform/database/transaction.ts";
import { timeText as iso } from "../../../platform/database/values.ts";
import { bucketOf } from "../../../platform/ids.ts";

export type BusinessRow = Readonly<{
  memberId: string;
  parentId: string | null;
  accountManager: string | null;
  details: Buffer | null;
}>;

type Row = { member_id: string; parent_id: string | null; account_manager: string | null; details: Buffer | null };

const columns = "member_id, parent_id, account_manager, details";

/** A row for each that has none yet, in one order. */
export async function ensureBusinesses(ctx: Ctx, ids: readonly string[]): Promise<void> {
  const sorted = byPlace(ids);
  await ctx.query(
    `insert into businesses (bucket, tenant_id, member_id)
     select bucket, $1, id from unnest($2::smallint[], $3::uuid[]) as new (bucket, id) on conflict do nothing`,
    [ctx.tenantId, sorted.map(bucketOf), sorted],
  );
}

/** Locked in one order, so that those who move businesses at once wait for each other instead of for ever. */
export async function lockBusinesses(ctx: Ctx, ids: readonly string[]): Promise<void> {
  const sorted = byPlace(ids);
  await ctx.query(
    `select from unnest($2::smallint[], $3::uuid[]) as m (bucket, id)
     join businesses b on b.bucket = m.bucket and b.tenant_id = $1 and b.member_id = m.id
     order by b.bucket, b.member_id for no key update of b`,
    [ctx.tenantId, sorted.map(bucketOf), sorted],
  );
}

export async function findBusiness(ctx: Ctx, id: string): Promise<BusinessRow | null> {
  const rows = await ctx.query<Row>(
    `select ${columns} from businesses where bucket = $1 and tenant_id = $2 and member_id = $3`,
    [bucketOf(id), ctx.tenantId, id],
  );
  const [row] = rows;
  if (row === undefined) return null;
  return {
    memberId: row.member_id,
    parentId: row.parent_id,
    accountManager: row.account_manager,
    details: row.details,
  };
}

export async function saveBusiness(ctx: Ctx, business: BusinessRow): Promise<void> {
  await ctx.query(
    `update businesses set parent_id = $4, account_manager = $5, details = $6
     where bucket = $1 and tenant_id = $2 and member_id = $3`,
    [
      bucketOf(business.memberId),
      ctx.tenantId,
      business.memberId,
      business.parentId,
      business.accountManager,
      business.details,
    ],
  );
}

/** The businesses directly below any of these, the latest first. */
export async function findBelow(
  ctx: Ctx,
  parentIds: readonly string[],
  place: { readonly buckets: readonly number[]; readonly limit: number },
): Promise<string[]> {
  const rows = await ctx.query<{ member_id: string }>(
    `/* scatter: businesses below one may live anywhere */
     select member_id from businesses where bucket = any($2::smallint[]) and tenant_id = $1
       and parent_id = any($3::uuid[]) order by member_id desc limit $4`,
    [ctx.tenantId, place.buckets, parentIds, place.limit],
  );
  return rows.map((row) => row.member_id);
}

export type ContactRow = Readonly<{
  id: string;
  businessId: string;
  personId: string | null;
  personal: Buffer;
  role: string | null;
  mayEarn: boolean;
  maySpend: boolean;
  addedAt: number;
}>;

type ContactColumns = {
  id: string;
  member_id: string;
  person_id: string | null;
  personal: Buffer;
  role: string | null;
  may_earn: boolean;
  may_spend: boolean;
  added_at: number;
};

export async function insertContact(ctx: Ctx, contact: ContactRow): Promise<void> {
  await ctx.query(
    `insert into contacts (bucket, tenant_id, member_id, id, person_id, personal, role, may_earn, may_spend, added_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      bucketOf(contact.businessId),
      ctx.tenantId,
      contact.businessId,
      contact.id,
      contact.personId,
      contact.personal,
      contact.role,
      contact.mayEarn,
      contact.maySpend,
      iso(contact.addedAt),
    ],
  );
}

/** In the order in which they were added. */
export async function listContacts(ctx: Ctx, businessId: string): Promise<ContactRow[]> {
  const rows = await ctx.query<ContactColumns>(
    `select id, member_id, person_id, personal, role, may_earn, may_spend, added_at from contacts
     where bucket = $1 and tenant_id = $2 and member_id = $3 order by id`,
    [bucketOf(businessId), ctx.tenantId, businessId],
  );
  return rows.map((row) => ({
    id: row.id,
    businessId: row.member_id,
    personId: row.person_id,
    personal: row.personal,
    role: row.role,
    mayEarn: row.may_earn,
    maySpend: row.may_spend,
    addedAt: row.added_at,
  }));
}

export async function deleteContact(ctx: Ctx, businessId: string, id: string): Promise<void> {
  await ctx.query("delete from contacts where bucket = $1 and tenant_id = $2 and member_id = $3 and id = $4", [
    bucketOf(businessId),
    ctx.tenantId,
    businessId,
    id,
  ]);
}

function byPlace(ids: readonly string[]): string[] {
  return [...new Set(ids)].toSorted((a, b) => bucketOf(a) - bucketOf(b) || (a < b ? -1 : 1));
}
