// What an export holds, from every module: the parts of one member's document, and the columns of the table of all.
import { entriesPart, walletColumns, walletsPart } from "./modules/ledger/exports.ts";
import {
  blocksPart,
  businessPart,
  consentsPart,
  contactsPart,
  guardiansPart,
  notesPart,
  profilePart,
  tasksPart,
  termsPart,
  valuesPart,
} from "./modules/members/exportParts.ts";
import type { ExportPart, MemberColumns } from "./modules/members/exports.ts";
import { type TimelineSource, timelineOf } from "./modules/members/timeline.ts";
import { standingColumns } from "./modules/programme/exports.ts";
import type { Sealer } from "./platform/sealing.ts";

/** In the order in which they stand in the document. */
export function exportParts(sealer: Sealer, sources: readonly TimelineSource[]): readonly ExportPart[] {
  const timeline: ExportPart = {
    name: "timeline",
    scopes: sources.map(({ scope }) => scope),
    pageOf: async (ctx, of, page) => {
      const placed = await timelineOf(ctx, { ...of, sources }, page);
      return placed.map(({ place, item }) => ({ place, row: item }));
    },
  };
  const parts = [profilePart, businessPart, contactsPart, valuesPart, blocksPart, notesPart, tasksPart];
  const own = parts.map((part) => part(sealer));
  return [...own, guardiansPart, consentsPart, termsPart, walletsPart, entriesPart, timeline];
}

export const memberColumns: readonly MemberColumns[] = [standingColumns, walletColumns];
