// What of a member's page stands in the address: which of its sides is open.
export const memberTabs = ["timeline", "ledger", "rewards", "messages", "notes"] as const;
export type MemberTab = (typeof memberTabs)[number];

export type MemberSearch = { tab?: MemberTab };

export function memberSearch({ tab }: Record<string, unknown>): MemberSearch {
  const known = memberTabs.find((one) => one === tab);
  return known === undefined || known === "timeline" ? {} : { tab: known };
}
