// What staff remember of a member. The text is the member's own affair: it is sealed with their key.
import type { Ctx } from "../../platform/database/transaction.ts";
import { Refusal } from "../../platform/refusal.ts";
import type { MemberKey, Sealer } from "../../platform/sealing.ts";
import { lockedOpenMember, memberWithKey, openedWith } from "./keyring.ts";
import type { SealedNote } from "./store/notes.ts";
import * as store from "./store/notes.ts";

export const NOTES_MAX = 1_000;

export type Note = Omit<SealedNote, "text"> & { readonly text: string | null };
type Place = { readonly memberId: string; readonly id: string };

export async function writeNote(ctx: Ctx, sealer: Sealer, place: Place, text: string): Promise<Note> {
  const { key } = await lockedOpenMember(ctx, sealer, place.memberId);
  if ((await store.countNotes(ctx, place.memberId)) >= NOTES_MAX) {
    throw new Refusal("conflict", `Of a member at most ${NOTES_MAX} notes are kept; remove some first.`);
  }
  const note = { ...place, writtenBy: ctx.actor, writtenAt: ctx.now };
  await store.insertNote(ctx, { ...note, text: key.seal(labelOf(place.id), text) });
  return { ...note, text };
}

export async function getNote(ctx: Ctx, sealer: Sealer, { memberId, id }: Place): Promise<Note> {
  const [{ key }, note] = await Promise.all([memberWithKey(ctx, sealer, memberId), store.findNote(ctx, memberId, id)]);
  if (note === null) throw noSuchNote();
  return opened(note, key);
}

/** The latest first. */
export async function listNotes(
  ctx: Ctx,
  sealer: Sealer,
  memberId: string,
  page: { before: string | null; limit: number },
): Promise<Note[]> {
  const [{ key }, notes] = await Promise.all([
    memberWithKey(ctx, sealer, memberId),
    store.listNotes(ctx, memberId, page),
  ]);
  return notes.map((note) => opened(note, key));
}

export async function removeNote(ctx: Ctx, { memberId, id }: Place): Promise<void> {
  if (!(await store.deleteNote(ctx, memberId, id))) throw noSuchNote();
}

function opened(note: SealedNote, key: MemberKey | undefined): Note {
  return { ...note, text: openedWith(key, labelOf(note.id), note.text) };
}

/** The id stands in it, so that one note's text cannot be put in another's place. */
function labelOf(id: string): string {
  return `note ${id}`;
}

function noSuchNote(): Refusal {
  return new Refusal("not_found", "There is no such note.");
}
