// What looks like chance and is always the same for the same words: who belongs to a group, which way somebody goes.

/** A place among so many, from 0. FNV-1a, then the finalizer of MurmurHash3, because FNV alone mixes its end poorly. */
export function placeAmong(places: number, text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return ((hash ^ (hash >>> 16)) >>> 0) % places;
}
