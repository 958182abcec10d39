// Who changed what, when: one chain of sealed entries a tenant, written in the transaction of the change. Each seal is
// over its entry and the seal before, under a key that is not in the database, so that whoever changes, removes or
// reorders entries afterwards is found out (audit/verification.ts). See docs/decisions/0019.
import type { Ctx, Trail } from "./database/transaction.ts";
import { timeText } from "./database/values.ts";
import { bucketOf } from "./ids.ts";
import type { MemberKey, Sealer, TenantKeys } from "./sealing.ts";

/** What somebody did. `said`: what they asked for, which is kept sealed. */
export type Deed = Readonly<{
  /** The operationId, as the reference names it. */
  operation: string;
  /** The thing that was changed or made, as the API names it. */
  resource: string | null;
  /** Whom it is about: what was said is sealed under this member's key, and is gone with it. */
  memberId: string | null;
  said: Readonly<Record<string, unknown>> | null;
}>;

/** An entry as it is kept. `fields`: the names of what was said. */
export type AuditEntry = Readonly<{
  place: number;
  at: number;
  actor: string;
  operation: string;
  resource: string | null;
  memberId: string | null;
  fields: readonly string[];
  said: Buffer | null;
  seal: Buffer;
}>;

/** The keys of these members; who was erased has none. */
export type MemberKeysOf = (ctx: Ctx, memberIds: readonly string[]) => Promise<ReadonlyMap<string, MemberKey>>;

export type Auditor = Readonly<{
  /**
   * Adds to the tenant's chain, as the last thing of a transaction: the chain's end stays locked until the commit, so
   * whoever holds it must not wait for anybody any more.
   */
  append(ctx: Ctx, deeds: readonly Deed[]): Promise<void>;
  /** A page of the chain, the latest first. */
  list(ctx: Ctx, page: AuditPage): Promise<ToldEntry[]>;
}>;

export type AuditFilter = Readonly<{
  actor?: string | undefined;
  operation?: string | undefined;
  resource?: string | undefined;
  memberId?: string | undefined;
  fromMs?: number | undefined;
  untilMs?: number | undefined;
}>;

export type AuditPage = Readonly<{ before: number | null; limit: number; filter: AuditFilter }>;

/** `told`: what was said; null where nothing was, or where the member it was about has been erased. */
export type ToldEntry = AuditEntry & Readonly<{ told: Readonly<Record<string, unknown>> | null }>;

export function createAuditor(sealer: Pick<Sealer, "keysOf">, memberKeysOf: MemberKeysOf): Auditor {
  const memberKeysIn = async (ctx: Ctx, list: readonly { memberId: string | null }[]) => {
    const ids = new Set(list.flatMap(({ memberId }) => memberId ?? []));
    return ids.size === 0 ? new Map<string, MemberKey>() : memberKeysOf(ctx, [...ids]);
  };
  return {
    append: async (ctx, deeds) => {
      const keys = await sealer.keysOf(ctx);
      const memberKeys = await memberKeysIn(ctx, deeds);
      const head = await lockHead(ctx, deeds.length);
      let place = head.entries - deeds.length;
      let { seal } = head;
      const entries = deeds.map((deed): AuditEntry => {
        const key = deed.memberId === null ? keys.own : memberKeys.get(deed.memberId);
        place += 1;
        const entry = { place, at: ctx.now, actor: ctx.actor, ...sealed(deed, key) };
        seal = sealOf(keys, ctx.tenantId, { before: seal, entry });
        return { ...entry, seal };
      });
      ctx.later(insertEntries(ctx, entries));
      ctx.later(saveSeal(ctx, seal));
    },
    list: async (ctx, page) => {
      const [keys, entries] = await Promise.all([sealer.keysOf(ctx), listEntries(ctx, page)]);
      const memberKeys = await memberKeysIn(ctx, entries);
      return entries.map((entry) => {
        const key = entry.memberId === null ? keys.own : memberKeys.get(entry.memberId);
        const told = entry.said === null || key === undefined ? null : JSON.parse(key.open(labelOf(entry), entry.said));
        return { ...entry, told };
      });
    },
  };
}

/** What is done leaves one entry, however many transactions it takes, and none where it was only repeated. */
export function trailOf(auditor: Auditor, deedOf: (result: unknown) => Deed): Trail {
  let isOver = false;
  return {
    repeated: () => {
      isOver = true;
    },
    end: async (ctx, result) => {
      if (isOver) return;
      isOver = true;
      await auditor.append(ctx, [deedOf(result)]);
    },
  };
}

function sealed({ operation, resource, memberId, said }: Deed, key: MemberKey | undefined) {
  const fields = Object.keys(said ?? {});
  const kept = said === null || key === undefined ? null : key.seal(labelOf({ operation }), keptText(said));
  return { operation, resource, memberId, fields, said: kept };
}

const labelOf = ({ operation }: { operation: string }): string => `audit ${operation}`;

const secretNames = [
  /secret|password|passcode|token|credential|private_?key/i,
  /(^pin|_pin|Pin|^otp|_otp|Otp)$/,
  // Coupons: whoever reads one has it.
  /^codes$/,
  // No secret, but kilobytes that nobody reads.
  /^picture$/,
];
export const NOT_KEPT = "(not kept)";

/** As it was said, but for what nobody should ever read again, however deep it stands. */
export function keptText(said: Readonly<Record<string, unknown>>): string {
  return JSON.stringify(said, (name, value) => (value !== null && isSecret(name) ? NOT_KEPT : value));
}

function isSecret(name: string): boolean {
  return secretNames.some((pattern) => pattern.test(name));
}

/** The seal of an entry. What was said is sealed over as ciphertext, so that it can be erased and still be verified. */
export function sealOf(
  keys: Pick<TenantKeys, "blindIndex">,
  tenantId: string,
  { before, entry }: { before: Buffer; entry: Omit<AuditEntry, "seal"> },
): Buffer {
  const { place, at, actor, operation, resource, memberId, fields, said } = entry;
  const content = [tenantId, place, at, actor, operation, resource, memberId, fields, said?.toString("hex") ?? null];
  return keys.blindIndex("audit", `${before.toString("hex")}\n${JSON.stringify(content)}`);
}

type Head = { entries: number; seal: Buffer };

/** Locks the end of the chain until the commit, with so many entries more. Of a new chain the seal is empty. */
async function lockHead(ctx: Ctx, more: number): Promise<Head> {
  const [head] = await ctx.query<Head>(
    `insert into audit_heads (bucket, tenant_id, entries, seal) values ($1, $2, $3, '')
     on conflict (bucket, tenant_id) do update set entries = audit_heads.entries + excluded.entries
     returning entries, seal`,
    [bucketOf(ctx.tenantId), ctx.tenantId, more],
  );
  if (head === undefined) throw new Error("the end of the audit chain was neither made nor found");
  return head;
}

async function saveSeal(ctx: Ctx, seal: Buffer): Promise<void> {
  await ctx.query("update audit_heads set seal = $3 where bucket = $1 and tenant_id = $2", [
    bucketOf(ctx.tenantId),
    ctx.tenantId,
    seal,
  ]);
}

async function insertEntries(ctx: Ctx, entries: readonly AuditEntry[]): Promise<void> {
  await ctx.query(
    `insert into audit_entries (bucket, tenant_id, place, at, actor, operation, resource, member_id, fields, said, seal)
     select $1, $2, n.place, n.at, n.actor, n.operation, n.resource, n.member_id,
       array(select json_array_elements_text(n.fields)), n.said, n.seal
     from unnest($3::bigint[], $4::timestamptz[], $5::text[], $6::text[], $7::text[], $8::uuid[], $9::json[],
       $10::bytea[], $11::bytea[]) as n (place, at, actor, operation, resource, member_id, fields, said, seal)`,
    [
      bucketOf(ctx.tenantId),
      ctx.tenantId,
      entries.map((entry) => entry.place),
      entries.map((entry) => timeText(entry.at)),
      entries.map((entry) => entry.actor),
      entries.map((entry) => entry.operation),
      entries.map((entry) => entry.resource),
      entries.map((entry) => entry.memberId),
      entries.map((entry) => JSON.stringify(entry.fields)),
      entries.map((entry) => entry.said),
      entries.map((entry) => entry.seal),
    ],
  );
}

export type AuditRow = {
  tenant_id: string;
  place: number;
  at: number;
  actor: string;
  operation: string;
  resource: string | null;
  member_id: string | null;
  fields: string[];
  said: Buffer | null;
  seal: Buffer;
};

export const auditColumns = "tenant_id, place, at, actor, operation, resource, member_id, fields, said, seal";

export function toAuditEntry({ member_id: memberId, tenant_id: _, ...entry }: AuditRow): AuditEntry {
  return { ...entry, memberId };
}

async function listEntries(ctx: Ctx, { before, limit, filter }: AuditPage): Promise<AuditEntry[]> {
  const { actor, operation, resource, memberId, fromMs, untilMs } = filter;
  const rows = await ctx.query<AuditRow>(
    `select ${auditColumns} from audit_entries
     where bucket = $1 and tenant_id = $2 and ($3::bigint is null or place < $3)
       and ($4::text is null or actor = $4) and ($5::text is null or operation = $5)
       and ($6::text is null or resource = $6) and ($7::uuid is null or member_id = $7)
       and ($8::timestamptz is null or at >= $8) and ($9::timestamptz is null or at < $9)
     order by place desc limit $10`,
    [
      bucketOf(ctx.tenantId),
      ctx.tenantId,
      before,
      actor ?? null,
      operation ?? null,
      resource ?? null,
      memberId ?? null,
      fromMs === undefined ? null : timeText(fromMs),
      untilMs === undefined ? null : timeText(untilMs),
      limit,
    ],
  );
  return rows.map(toAuditEntry);
}
