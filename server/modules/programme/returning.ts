// What a return takes back: from the purchase that it names, or from the latest ones that fit, piece by piece at the
// rate that was paid.
import { sceneFor } from "@fedele/core/facts.ts";
import { balanceOf, forgive, type Holding, reverseEarn } from "@fedele/core/ledger.ts";
import {
  decideReturn,
  matchLatest,
  nothingReturned,
  type OpenLine,
  type ReturnedLine,
  type SoldLine,
  shareOf,
} from "@fedele/core/returns.ts";
import { asksOfBasket, hasCountingLines, isMet } from "@fedele/core/rules.ts";
import { progressed } from "@fedele/core/tiers.ts";
import { Refusal } from "../../platform/refusal.ts";
import { apply, holdingOf } from "../ledger/postings.ts";
import { settleWallet } from "../ledger/settling.ts";
import type { MemberRecord } from "../members/facts.ts";
import { type Batch, caughtUp, judgedAt, keyText, rowOf, saveRecord, tierFacts } from "./batch.ts";
import { refundBudget } from "./budgets.ts";
import { noteForfeited } from "./earnedRewards.ts";
import { carriedTier } from "./lateness.ts";
import { uncountAwards } from "./limitCounts.ts";
import { isSamePerson, strangersPurchase } from "./moved.ts";
import type { NewActivity } from "./newActivity.ts";
import { inTenantsCurrency, metricChange, walletOf } from "./progress.ts";
import { tellReturned } from "./returned.ts";
import {
  type ActivityRow,
  activityFrom,
  factsFrom,
  linesFrom,
  type Match,
  type PointsMoved,
  type Result,
  resultFrom,
  rowsFrom,
  type Shortfall,
  storedLines,
  storedResult,
} from "./storedActivities.ts";

const DAY_MS = 86_400_000;

/** What a return did to one purchase. */
type TakenBack = Readonly<{ amountMinor: number; isComplete: boolean; qualifyingPoints: number; purchaseAt: number }>;

/** Decides one return; "parked" when its sale is not known yet and the programme waits for it. */
export function decideReturning(batch: Batch, incoming: NewActivity, known: MemberRecord): ActivityRow | "parked" {
  const matches = matchesOf(batch, incoming);
  if (matches === "parked") return "parked";
  const record = caughtUp(batch, known, judgedAt(batch, incoming));
  settleAll(batch, incoming);

  const points = new Map<number, PointsMoved>();
  const shortfalls: Shortfall[] = [];
  const taken: TakenBack[] = [];
  for (const [purchaseId, pieces] of Map.groupBy(matches, (match) => match.purchaseId)) {
    taken.push(takeBack(batch, { incoming, purchaseId, pieces, points, shortfalls }));
  }
  const after = uncounted(batch, record, incoming, taken);
  saveRecord(batch, { before: record, after, reason: "return", atMs: judgedAt(batch, incoming) });
  const changed = record.standing.tier !== after.standing.tier;
  const result: Result = {
    awards: [],
    cuts: [],
    counted: [],
    points: [...points.values()],
    matches,
    shortfalls,
    tier: changed ? { before: record.standing.tier, after: after.standing.tier } : null,
  };
  return rowOf(batch, incoming, {
    amountMinor: taken.reduce((sum, { amountMinor }) => sum + amountMinor, 0),
    lines: storedLines(incoming.activity.lines, incoming.imported?.rows ?? null),
    awards: storedResult(result, incoming.activity),
    facts: null,
    purchaseId: matches[0]?.purchaseId ?? null,
  });
}

/** Lots whose time is over must not pay for a return, and what is due must be booked before anything is drawn. */
function settleAll(batch: Batch, incoming: NewActivity): void {
  for (const type of batch.programme.pointsTypes.values()) {
    const wallet = walletOf(incoming, type.pointsType);
    if (batch.book.accounts.has(`${wallet.memberId}/${wallet.pointsType}`)) {
      settleWallet(batch.ctx, batch.book, wallet, { zone: batch.place.timezone, type });
    }
  }
}

/** Which pieces of which purchases come back. */
function matchesOf(batch: Batch, incoming: NewActivity): Match[] | "parked" {
  const named = incoming.purchase === null ? undefined : batch.purchaseIds.get(keyText(incoming.purchase));
  const purchase = named === undefined ? undefined : batch.purchases.get(named.activityId);
  const policy =
    incoming.imported === null ? batch.programme.policies.unmatchedReturn : ({ kind: "match_latest" } as const);
  if (purchase !== undefined) return matchesIn(batch, incoming, purchase);
  if (named !== undefined && !isSamePerson(batch, named.memberId, incoming)) throw strangersPurchase();
  switch (policy.kind) {
    case "match_latest":
      return matchesByProduct(batch, incoming);
    case "park":
      if (incoming.purchase !== null) return "parked";
      throw new Refusal("invalid", "A return must name the purchase that it belongs to.");
    case "refuse":
      throw new Refusal("not_found", "There is no such purchase to return from.");
  }
}

function matchesIn(batch: Batch, incoming: NewActivity, purchase: ActivityRow): Match[] {
  if (!isSamePerson(batch, purchase.memberId, incoming)) throw strangersPurchase();
  if (purchase.kind !== "purchase") throw new Refusal("invalid", "Only a purchase can be returned.");
  if (isTooOld(batch, incoming, purchase)) {
    const { returnDays } = batch.programme.policies;
    throw new Refusal("invalid", `This purchase could be returned within ${returnDays} days; they are over.`);
  }
  const sold = soldLines(purchase);
  const before = batch.returned.get(purchase.id)?.quantities ?? sold.map(() => 0);
  const open = sold.map((line, index) => line.quantityThousandths - (before[index] ?? 0));
  if (incoming.returned.length === 0) return wholeRest(purchase, open);
  return incoming.returned.flatMap((item, returnLine) => {
    const pieces = piecesOf(item.line, item.product, item.amountMinor ?? item.quantityThousandths, { sold, open });
    return pieces.map((piece) => ({ purchaseId: purchase.id, returnLine, ...piece }));
  });
}

/** Whether it comes back too late. An import tells what a shop has agreed to long ago. */
function isTooOld(batch: Batch, { activity, imported }: NewActivity, purchase: ActivityRow): boolean {
  const { returnDays } = batch.programme.policies;
  return imported === null && returnDays !== null && activity.at > purchase.eventAt + returnDays * DAY_MS;
}

function wholeRest(purchase: ActivityRow, open: readonly number[]): Match[] {
  const rest = open.flatMap((quantityThousandths, line) =>
    quantityThousandths > 0 ? [{ purchaseId: purchase.id, line, quantityThousandths, returnLine: line }] : [],
  );
  if (rest.length === 0) throw new Refusal("invalid", "Everything of this purchase has been returned already.");
  return rest;
}

/** Takes the pieces from `purchase.open`, so that two items of one return cannot take the same ones. */
function piecesOf(
  line: number | null,
  product: string | null,
  quantity: number,
  purchase: { sold: readonly SoldLine[]; open: number[] },
): ReturnedLine[] {
  const { sold, open } = purchase;
  const candidates = line === null ? [...sold.keys()].filter((it) => sold[it]?.product === (product ?? "")) : [line];
  if (candidates.length === 0) throw new Refusal("invalid", `The purchase has no line with the product "${product}".`);
  let missing = quantity;
  const pieces: ReturnedLine[] = [];
  for (const candidate of candidates) {
    if (open[candidate] === undefined) throw new Refusal("invalid", `The purchase has no line ${candidate}.`);
    const taken = Math.min(missing, open[candidate]);
    if (taken > 0) pieces.push({ line: candidate, quantityThousandths: taken });
    open[candidate] -= taken;
    missing -= taken;
  }
  if (missing > 0) throw new Refusal("invalid", "More would come back than was sold and not returned yet.");
  return pieces;
}

/** The latest earlier lines of the same products. What finds none is an orphan of an import, and refused otherwise. */
function matchesByProduct(batch: Batch, incoming: NewActivity): Match[] {
  const { returned, imported } = incoming;
  if (imported === null && (returned.length === 0 || returned.some(({ product }) => product === null))) {
    throw new Refusal("invalid", "A return without its purchase names the products that come back.");
  }
  const purchases = [...batch.purchases.values()].filter(
    (it) => it.memberId === incoming.memberId && it.kind === "purchase" && !isTooOld(batch, incoming, it),
  );
  const taken = new Map<string, number>();
  const matches: Match[] = [];
  for (const [returnLine, item] of returned.entries()) {
    const open = purchases.flatMap((purchase) => openLinesOf(batch, purchase, item.product ?? "", taken));
    const found = matchLatest(open, item.quantityThousandths, incoming.activity.at);
    for (const match of found.matches) {
      const place = `${match.purchase}/${match.line}`;
      taken.set(place, (taken.get(place) ?? 0) + match.quantityThousandths);
      const { line, quantityThousandths } = match;
      matches.push({ purchaseId: match.purchase, line, quantityThousandths, returnLine });
    }
    if (found.unmatched > 0) keepOrphan(batch, incoming, returnLine, found.unmatched);
  }
  return matches;
}

function openLinesOf(
  batch: Batch,
  purchase: ActivityRow,
  product: string,
  taken: ReadonlyMap<string, number>,
): OpenLine[] {
  const returned = batch.returned.get(purchase.id)?.quantities;
  const rows = rowsFrom(purchase.lines);
  return soldLines(purchase).flatMap((line, index) => {
    if (line.product !== product) return [];
    const gone = (returned?.[index] ?? 0) + (taken.get(`${purchase.id}/${index}`) ?? 0);
    const openThousandths = line.quantityThousandths - gone;
    return [{ purchase: purchase.id, line: index, openThousandths, atMs: purchase.eventAt, row: rows[index] ?? index }];
  });
}

function keepOrphan(batch: Batch, incoming: NewActivity, line: number, quantityThousandths: number): void {
  const { imported, activity, key } = incoming;
  if (imported === null) throw new Refusal("not_found", "No earlier purchase of this member fits the return.");
  const told = activity.lines[line];
  if (told === undefined) throw new Error("an orphan has no line");
  batch.orphans.push({
    key,
    line: imported.rows[line] ?? line,
    customerHash: imported.customerHash,
    customerSealed: imported.customerSealed,
    sku: told.product ?? "",
    quantityThousandths,
    amountMinor: shareOf(told.amountMinor, quantityThousandths, told.quantityThousandths),
    eventAt: activity.at,
  });
}

/** A purchase that was told as a sum only is one line whose pieces are minor units. */
function soldLines(purchase: ActivityRow): SoldLine[] {
  if (purchase.lines === null) {
    return [{ product: "", quantityThousandths: purchase.amountMinor, amountMinor: purchase.amountMinor }];
  }
  return linesFrom(purchase.lines).map((line) => ({ ...line, product: line.product ?? "" }));
}

function takeBack(
  batch: Batch,
  step: {
    incoming: NewActivity;
    purchaseId: string;
    pieces: readonly Match[];
    points: Map<number, PointsMoved>;
    shortfalls: Shortfall[];
  },
): TakenBack {
  const { purchaseId, pieces } = step;
  const purchase = batch.purchases.get(purchaseId);
  if (purchase === undefined) throw new Error(`purchase ${purchaseId} was not loaded`);
  const given = resultFrom(purchase.awards);
  const lines = soldLines(purchase);
  const before = batch.returned.get(purchaseId) ?? nothingReturned(lines, given.awards);
  const decision = decideReturn({ lines, awards: given.awards }, before, pieces, (award, quantities) =>
    keepsAward(batch, purchase, award, quantities),
  );
  if (!decision.ok) throw new Refusal("invalid", "More would come back than was sold and not returned yet.");
  batch.returned.set(purchaseId, decision.after);
  batch.changedReturns.add(purchaseId);
  tellReturned(batch, purchase, step.incoming.id);
  const { memberId, bucket } = step.incoming;
  uncountAwards(
    batch,
    { ...purchase, memberId, bucket },
    { before: before.takenPerAward, after: decision.after.takenPerAward },
  );

  let qualifyingPoints = 0;
  for (const [index, award] of given.awards.entries()) {
    const points = decision.pointsPerAward[index] ?? 0;
    if (points === 0) continue;
    if (noteForfeited(batch, purchase, award)) continue;
    const ownLotId = given.points.find((moved) => moved.pointsType === award.pointsType)?.lotId ?? null;
    const reversal = {
      points,
      ownLotId,
      pointsType: award.pointsType,
      ruleId: award.ruleId,
      ruleVersion: award.ruleVersion,
    };
    reverse(batch, step, purchase, reversal);
    refundBudget(batch, purchase.bucket, award, points);
    if (batch.programme.pointsTypes.get(award.pointsType)?.qualifying === true) qualifyingPoints += points;
  }
  const inTenants = inTenantsCurrency(activityFrom(purchase), purchase.rate, batch.place.currency);
  const amountMinor = decision.lineAmounts.reduce((sum, _, line) => {
    const whole = inTenants.lines[line]?.amountMinor ?? inTenants.amountMinor;
    const pieceOf = (quantities: readonly number[]): number =>
      shareOf(whole, quantities[line] ?? 0, lines[line]?.quantityThousandths ?? 1);
    return sum + pieceOf(decision.after.quantities) - pieceOf(before.quantities);
  }, 0);
  return { amountMinor, isComplete: decision.isComplete, qualifyingPoints, purchaseAt: purchase.eventAt };
}

/** Whether what is left of the purchase still meets the rule of its day; a programme may forgive some percent. */
function keepsAward(batch: Batch, purchase: ActivityRow, award: number, quantities: readonly number[]): boolean {
  const given = resultFrom(purchase.awards).awards[award];
  const compiled = batch.programme.rules.rules.find(
    ({ rule }) => rule.id === given?.ruleId && rule.version === given.ruleVersion,
  );
  if (compiled === undefined || !asksOfBasket(compiled.rule)) return true;
  const activity = inTenantsCurrency(activityFrom(purchase), purchase.rate, batch.place.currency);
  const lines = activity.lines.map((line, index) => {
    const left = line.quantityThousandths - (quantities[index] ?? 0);
    return {
      ...line,
      quantityThousandths: left,
      amountMinor: shareOf(line.amountMinor, left, line.quantityThousandths),
    };
  });
  const amountLeft =
    lines.length > 0
      ? lines.reduce((sum, line) => sum + line.amountMinor, 0)
      : activity.amountMinor - shareOf(activity.amountMinor, quantities[0] ?? 0, purchase.amountMinor);
  const { threshold } = batch.programme.policies;
  const grace = threshold.kind === "keep_above" ? threshold.gracePercent : 0;
  const rest = {
    ...activity,
    lines: lines.filter((line) => line.quantityThousandths > 0),
    amountMinor: Math.floor((amountLeft * 100) / (100 - grace)),
  };
  const { facts, balance } = factsFrom(purchase.facts, batch.records.get(purchase.memberId)?.facts.enrolledAt ?? 0);
  const who = { member: facts, timezone: batch.place.timezone, balance };
  const scene = sceneFor(who, rest.at, rest, undefined);
  return isMet(compiled, scene) && hasCountingLines(compiled, scene);
}

function reverse(
  batch: Batch,
  step: { incoming: NewActivity; points: Map<number, PointsMoved>; shortfalls: Shortfall[] },
  purchase: ActivityRow,
  reversal: { points: number; ownLotId: string | null; pointsType: number; ruleId: string; ruleVersion: number },
): void {
  const { incoming, points, shortfalls } = step;
  const wallet = walletOf(incoming, reversal.pointsType);
  const why = {
    cause: "return",
    causeId: incoming.id,
    partnerId: purchase.partnerId,
    eventAt: incoming.activity.at,
    reversesId: purchase.id,
    ruleId: reversal.ruleId,
    ruleVersion: reversal.ruleVersion,
    rate: purchase.rate,
  } as const;
  const { points: wanted, ownLotId } = reversal;
  const change = reverseEarn(
    holdingOf(batch.book, wallet),
    { points: wanted, ownLotId, counterAccount: "issued" },
    batch.ctx.now,
  );
  apply(batch.ctx, batch.book, wallet, { ...change, why });
  if (change.missing > 0) shortfalls.push(shortfallOf(batch, wallet, change, why));

  const moved = points.get(reversal.pointsType);
  points.set(reversal.pointsType, {
    pointsType: reversal.pointsType,
    points: (moved?.points ?? 0) - wanted,
    lotId: null,
    activatesAt: null,
    expiresAt: null,
    total: balanceOf(holdingOf(batch.book, wallet).wallet).total,
  });
}

/** Points that were spent already: owed by default; lost or charged in money where the programme says so. */
function shortfallOf(
  batch: Batch,
  wallet: { bucket: number; memberId: string; pointsType: number },
  change: { holding: Holding; missing: number },
  why: Parameters<typeof apply>[3]["why"],
): Shortfall {
  const { shortfall } = batch.programme.policies;
  const { pointsType } = wallet;
  if (shortfall.kind === "debt") return { pointsType, points: change.missing, policy: "debt", amountMinor: null };
  apply(batch.ctx, batch.book, wallet, { ...forgive(change.holding, change.missing), why });
  const amountMinor = shortfall.kind === "charge" ? change.missing * shortfall.pointMinor : null;
  return { pointsType, points: change.missing, policy: shortfall.kind, amountMinor };
}

/** Counters and standing go back by what came back; a purchase returned in full was no purchase. */
function uncounted(
  batch: Batch,
  record: MemberRecord,
  incoming: NewActivity,
  taken: readonly TakenBack[],
): MemberRecord {
  const judged = judgedAt(batch, incoming);
  const facts = { ...tierFacts(batch, record, judged), carried: carriedTier(batch, record) };
  let { standing } = record;
  let { spendMinor, purchases, qualifyingPoints } = record.facts;
  for (const back of taken) {
    spendMinor -= back.amountMinor;
    purchases -= Number(back.isComplete);
    qualifyingPoints -= back.qualifyingPoints;
    const list = batch.programme.tierLists.get(standing.listVersion ?? 0) ?? batch.programme.currentTiers;
    const isOfThisPeriod = standing.periodStart === null || back.purchaseAt >= standing.periodStart;
    const gone = { kind: "purchase", amountMinor: back.amountMinor } as const;
    const change = -metricChange(list.metric, gone, back.qualifyingPoints);
    const counts = list.metric !== "purchases" || back.isComplete;
    if (isOfThisPeriod && counts) standing = progressed(standing, list, change, facts);
  }
  return { ...record, standing, facts: { ...record.facts, spendMinor, purchases, qualifyingPoints } };
}
