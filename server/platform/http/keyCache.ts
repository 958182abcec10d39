// Keys and sessions as they were a moment ago, so that a request of a known caller asks no database.
import type { Scope } from "@fedele/sdk/schemas/apiKey.ts";
import type { Role } from "@fedele/sdk/schemas/role.ts";
import { idOfLetters, type KeyKind, type WrittenKey } from "../apiKeys.ts";
import type { Clock } from "../clock.ts";
import type { Tenant } from "../tenant.ts";

export type Caller = {
  readonly tenantId: string;
  /** The id of the key or session that was shown; requests are counted by it. */
  readonly keyId: string;
  /** `key_…`, `tky_…`, `stf_…` or `mem_…`, as entries and the audit log name who did it: see platform/actor.ts. */
  readonly actor: string;
  readonly scopes: ReadonlySet<Scope>;
  readonly tenant: Tenant;
  /** Set where a person of the staff calls, by a session. */
  readonly staff?: StaffCaller;
  /** Set where a till calls. */
  readonly till?: { readonly locationId: string };
  /** Set where a member calls, for himself. */
  readonly member?: { readonly id: string };
};

export type StaffCaller = {
  readonly id: string;
  readonly role: Role;
  /** The only partner that this person may see something of. */
  readonly partnerId: string | undefined;
};

export type StoredKey = {
  readonly caller: Caller;
  readonly secretHash: Buffer;
  /** The secret before the last renewal: requests that were under way then are still let in. */
  readonly previous?: { readonly secretHash: Buffer; readonly untilMs: number };
  readonly expiresAtMs?: number;
  /** SHA-256 of what the device must say of itself in each request. */
  readonly deviceHash?: Buffer;
};

/** Kinds of keys that requests are made with. An invitation and a link are none: they are shown once, in a body. */
export type CallerKind = Exclude<KeyKind, "invitation" | "portal_link">;

/** The key with this id if it is there and not revoked. */
export type FindKey = (tenantId: string, keyId: string) => Promise<StoredKey | undefined>;
export type FindKeys = Readonly<Record<CallerKind, FindKey>>;

export type ShownKey = WrittenKey & { readonly kind: CallerKind };

/** How long a revocation made by another process may go unnoticed. One made here is noticed at once. */
export const KEY_CACHE_MS = 5_000;
const KEYS_MAX = 10_000;

export type KeyCache = {
  remembered(written: ShownKey): StoredKey | undefined;
  find(written: ShownKey): Promise<StoredKey | undefined>;
  forgetTenant(tenantId: string): void;
};

export function createKeyCache(find: FindKeys, clock: Clock): KeyCache {
  const cache = new Map<string, StoredKey & { readonly untilMs: number }>();
  const arriving = new Map<string, Promise<StoredKey | undefined>>();
  const placeOf = (written: ShownKey): string => written.kind + written.tenant + written.key;
  return {
    remembered(written) {
      const known = cache.get(placeOf(written));
      return known !== undefined && known.untilMs > clock.now() ? known : undefined;
    },
    /** Many clients start at once with the same key; it is read once. */
    async find(written) {
      const place = placeOf(written);
      const waiting = arriving.get(place) ?? find[written.kind](idOfLetters(written.tenant), idOfLetters(written.key));
      arriving.set(place, waiting);
      try {
        const stored = await waiting;
        // Only if nobody revoked it meanwhile.
        if (stored !== undefined && arriving.get(place) === waiting) {
          if (cache.size >= KEYS_MAX) cache.clear();
          cache.set(place, { ...stored, untilMs: clock.now() + KEY_CACHE_MS });
        }
        return stored;
      } finally {
        if (arriving.get(place) === waiting) arriving.delete(place);
      }
    },
    forgetTenant(tenantId) {
      for (const [place, { caller }] of cache) if (caller.tenantId === tenantId) cache.delete(place);
      arriving.clear();
    },
  };
}
