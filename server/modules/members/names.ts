// What finds members by name: the beginnings of its words as keyed hashes. Written whenever a name is, and removed when
// a member is forgotten or has become another.
import { beginningsOf, beginningsSought } from "@fedele/core/nameWords.ts";
import type { Ctx } from "../../platform/database/transaction.ts";
import type { TenantKeys } from "../../platform/sealing.ts";
import * as store from "./store/names.ts";

type Named = Readonly<{ id: string; name: string | undefined }>;

/** One statement, or none where nobody has a name. */
export async function indexNames(ctx: Ctx, keys: TenantKeys, members: readonly Named[]): Promise<void> {
  const named = members.flatMap(({ id, name }) => {
    const hashes = name === undefined ? [] : beginningsOf(name).map((beginning) => hashOfBeginning(keys, beginning));
    return hashes.length === 0 ? [] : [{ memberId: id, hashes }];
  });
  if (named.length > 0) await store.insertBeginnings(ctx, named);
}

/** The member is called otherwise, or nothing any more. */
export async function reindexName(ctx: Ctx, keys: TenantKeys, member: Named): Promise<void> {
  await store.deleteBeginnings(ctx, member.id);
  await indexNames(ctx, keys, [member]);
}

export async function forgetName(ctx: Ctx, memberId: string): Promise<void> {
  await store.deleteBeginnings(ctx, memberId);
}

/** The hashes that a member must have who is meant by what was typed; undefined: it holds no word. */
export function hashesSought(keys: TenantKeys, typed: string): readonly number[] | undefined {
  return beginningsSought(typed)?.map((beginning) => hashOfBeginning(keys, beginning));
}

/** 32 bits are enough to tell a million beginnings apart, and whoever is found by mistake is left out when opened. */
function hashOfBeginning(keys: TenantKeys, beginning: string): number {
  return keys.blindIndex("name_beginning", beginning).readInt32BE(0);
}
