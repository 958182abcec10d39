// Good requests about the table of members, and about two who are one.
type Own = { memberId: string; friendId: string; mergedId: string };

export const memberSamples = {
  listMembers: () => ({ query: "limit=100" }),
  countMembers: () => ({ query: "status=active" }),
  listMerges: ({ memberId }: Own) => ({ path: { memberId } }),
  reverseMerge: ({ memberId, mergedId }: Own) => ({ path: { memberId, fromId: mergedId } }),
  mergeMembers: ({ memberId, friendId }: Own) => ({ path: { memberId }, body: { fromId: friendId } }),
};
