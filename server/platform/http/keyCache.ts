// API keys as they were a moment ago, so that a request of a known caller asks no database.
import type { Scope } from "@fedele/sdk/schemas/apiKey.ts";
import { idOfLetters, type WrittenKey } from "../apiKeys.ts";
import type { Clock } from "../clock.ts";
import type { Tenant } from "../tenant.ts";

export type Caller = {
  readonly tenantId: string;
  readonly keyId: string;
  /** `key_…`, as entries and the audit log name who did it. */
  readonly actor: string;
  readonly scopes: ReadonlySet<Scope>;
  readonly tenant: Tenant;
};

export type StoredKey = { readonly caller: Caller; readonly secretHash: Buffer };

/** The key with this id if it is there and not revoked. */
export type FindKey = (tenantId: string, keyId: string) => Promise<StoredKey | undefined>;

/** How long a revocation made by another process may go unnoticed. One made here is noticed at once. */
export const KEY_CACHE_MS = 5_000;
const KEYS_MAX = 10_000;

type KeyCache = {
  remembered(written: WrittenKey): StoredKey | undefined;
  find(written: WrittenKey): Promise<StoredKey | undefined>;
  forgetTenant(tenantId: string): void;
};

export function createKeyCache(findKey: FindKey, clock: Clock): KeyCache {
  const cache = new Map<string, StoredKey & { readonly untilMs: number }>();
  const arriving = new Map<string, Promise<StoredKey | undefined>>();
  const placeOf = (written: WrittenKey): string => written.tenant + written.key;
  return {
    remembered(written) {
      const known = cache.get(placeOf(written));
      return known !== undefined && known.untilMs > clock.now() ? known : undefined;
    },
    /** Many clients start at once with the same key; it is read once. */
    async find(written) {
      const place = placeOf(written);
      const waiting = arriving.get(place) ?? findKey(idOfLetters(written.tenant), idOfLetters(written.key));
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
