// Good requests about the table of members, and about two who are one.
export type PeopleBelongings = { mergedId: string; importId: string };
type Own = PeopleBelongings & { memberId: string; friendId: string };
type Make = (path: string, body: object) => Promise<{ id: string }>;

export async function peopleBelongingsOf(make: Make, memberId: string, mark: string): Promise<PeopleBelongings> {
  const merged = await make("/v1/members", { name: mark });
  await make(`/v1/members/${memberId}/merges`, { fromId: merged.id });
  return { mergedId: merged.id, importId: (await make("/v1/member-imports", { content: fileOf(mark) })).id };
}

/** A file of one member whom nobody else is. */
function fileOf(number: string): string {
  return Buffer.from(`Number,Name\n${number},Somebody\n`).toString("base64");
}

export const memberSamples = {
  uploadMemberImport: () => ({ body: { content: fileOf("C-1") } }),
  getMemberImport: ({ importId }: Own) => ({ path: { importId } }),
  mapMemberImport: ({ importId }: Own) => ({ path: { importId }, body: { columns: ["number", null] } }),
  runMemberImport: ({ importId }: Own) => ({ path: { importId } }),
  exportMemberImportMistakes: ({ importId }: Own) => ({ path: { importId } }),
  discardMemberImport: ({ importId }: Own) => ({ path: { importId } }),
  listMemberImports: () => ({}),
  listMembers: () => ({ query: "limit=100" }),
  countMembers: () => ({ query: "status=active" }),
  listMerges: ({ memberId }: Own) => ({ path: { memberId } }),
  reverseMerge: ({ memberId, mergedId }: Own) => ({ path: { memberId, fromId: mergedId } }),
  mergeMembers: ({ memberId, friendId }: Own) => ({ path: { memberId }, body: { fromId: friendId } }),
};
