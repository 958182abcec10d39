// What of the table of members stands in the address, and how the server is asked for it.
import { validateConditions } from "@fedele/core/conditionParser.ts";
import type { ConditionGroup } from "@fedele/core/conditions.ts";
import { memberStatuses } from "@fedele/sdk/schemas/member.ts";
import { type MemberSort, memberSorts } from "@fedele/sdk/schemas/memberTable.ts";

type Status = (typeof memberStatuses)[number];

export type MembersSearch = {
  search?: string;
  status?: Status;
  /** The segment's id. */
  segment?: string;
  conditions?: ConditionGroup;
  sort?: MemberSort;
  cursor?: string;
};

/** What of it is to be otherwise; undefined takes it away. */
export type Change = { [Key in keyof MembersSearch]?: MembersSearch[Key] | undefined };

export function membersSearch(given: Record<string, unknown>): MembersSearch {
  const { search, status, segment, conditions, sort, cursor } = given;
  const parsed = conditions === undefined ? undefined : validateConditions(conditions, { scopes: ["member"] });
  const knownStatus = memberStatuses.find((one) => one === status);
  const knownSort = memberSorts.find((one) => one === sort);
  return {
    // A phone number in an address is read as a number.
    ...(typeof search === "string" || typeof search === "number" ? { search: String(search) } : {}),
    ...(knownStatus === undefined ? {} : { status: knownStatus }),
    ...(typeof segment === "string" ? { segment } : {}),
    ...(parsed?.ok === true && parsed.group.rules.length > 0 ? { conditions: parsed.group } : {}),
    ...(knownSort === undefined ? {} : { sort: knownSort }),
    ...(typeof cursor === "string" ? { cursor } : {}),
  };
}

/** Whom to look for. The server takes either a segment or conditions. */
export function filterOf({ search, status, segment, conditions }: MembersSearch) {
  const text = search?.trim() ?? "";
  return {
    ...(text === "" ? {} : { search: text }),
    ...(status === undefined ? {} : { status }),
    ...(segment === undefined ? {} : { segment }),
    ...(conditions === undefined || segment !== undefined ? {} : { conditions: JSON.stringify(conditions) }),
  };
}
