import { describe, expect, test } from "vitest";
import {
  balanceOf,
  type Change,
  capture,
  earn,
  emptyWallet,
  forgive,
  giveBack,
  type Holding,
  hold,
  isStale,
  release,
  reverseEarn,
  settle,
  spend,
  withdrawAll,
} from "./ledger.ts";

const now = 1_000_000;
const nothing: Holding = { wallet: emptyWallet, lots: new Map() };

function lot(id: string, what: { activatesAt?: number; expiresAt?: number } = {}) {
  return { id, funderId: null, activatesAt: now, expiresAt: null, ...what };
}

/** A member who earned these lots, one after the other. */
function member(...earned: [string, number, { activatesAt?: number; expiresAt?: number }?][]): Holding {
  return earned.reduce((holding, [id, points, what]) => {
    return earn(holding, { points, counterAccount: "issued", lot: lot(id, what) }, now).holding;
  }, nothing);
}

/** "−5 a spent": what moved, off or onto which lot, and where to. No lot: the debt. */
function moved({ movements }: Pick<Change, "movements">): string[] {
  return movements.map(({ points, lotId, counterAccount }) => `${points} ${lotId ?? "debt"} ${counterAccount}`);
}

const total = (holding: Holding): number => balanceOf(holding.wallet).total;

describe("earning", () => {
  test("goes into a lot; what is not active yet is there but cannot be used", () => {
    const holding = member(["a", 10], ["b", 5, { activatesAt: now + 1 }]);
    expect(balanceOf(holding.wallet)).toEqual({ total: 15, spendable: 10, pending: 5, held: 0, debt: 0 });
    expect(isStale(holding.wallet, now)).toBe(false);
    expect(isStale(holding.wallet, now + 1)).toBe(true);
  });

  test("pays off a debt first, by a movement of its own, and needs to see no lots", () => {
    const inDebt = { wallet: { ...emptyWallet, debt: 7 }, lots: null };
    const change = earn(inDebt, { points: 10, counterAccount: "issued", lot: lot("a") }, now);
    expect(moved(change)).toEqual(["7 debt issued", "3 a issued"]);
    expect(total(change.holding)).toBe(3);
  });
});

describe("spending", () => {
  test("takes the points that expire first", () => {
    const holding = member(["never", 10], ["soon", 4, { expiresAt: now + 1 }], ["later", 4, { expiresAt: now + 9 }]);
    const change = spend(holding, 10, now);
    expect(change === null ? [] : moved(change)).toEqual(["-4 soon spent", "-4 later spent", "-2 never spent"]);
  });

  test.each<[string, Holding, number]>([
    ["more than there is", member(["a", 10]), 11],
    ["what is not active yet", member(["a", 10, { activatesAt: now + 1 }]), 1],
    ["what is set aside", hold(member(["a", 10]), { points: 10, expiresAt: now + 9 }, now)?.holding ?? nothing, 1],
    ["what a debt stands against", { ...member(["a", 10]), wallet: { ...member(["a", 10]).wallet, debt: 4 } }, 7],
  ])("is refused for %s", (_what, holding, points) => {
    expect(spend(holding, points, now)).toBeNull();
    expect(hold(holding, { points, expiresAt: now + 9 }, now)).toBeNull();
  });
});

describe("a reservation", () => {
  const held = hold(member(["a", 10, { expiresAt: now + 5 }]), { points: 6, expiresAt: now + 9 }, now);
  const reserved = held?.holding ?? nothing;
  const made = { id: "h", lots: held?.lots ?? [], expiresAt: now + 9 };

  test("sets points aside without moving them", () => {
    expect(balanceOf(reserved.wallet)).toEqual({ total: 10, spendable: 4, pending: 0, held: 6, debt: 0 });
  });

  test("outlives the lot: the rest expires, it is captured all the same", () => {
    const later = settle(reserved, { nowMs: now + 6, silentUntilMs: null, dueHolds: [] });
    expect(moved(later)).toEqual(["-4 a expired"]);
    expect(moved(capture(later.holding, made, now + 6))).toEqual(["-6 a spent"]);
  });

  test("that is released after its lot was over expires at once", () => {
    const freed = settle(release(reserved, made), { nowMs: now + 6, silentUntilMs: null, dueHolds: [] });
    expect(total(freed.holding)).toBe(0);
  });

  test("times out by date", () => {
    const due = settle(reserved, { nowMs: now + 9, silentUntilMs: null, dueHolds: [made] });
    expect(moved(due)).toEqual(["-10 a expired"]);
    expect(due.holding.wallet.held).toBe(0);
  });
});

describe("taking back what was earned", () => {
  test("takes its own lot first and lets the member owe what is gone, as two movements", () => {
    const spent = spend(member(["own", 10], ["other", 5]), 12, now)?.holding ?? nothing;
    const change = reverseEarn(spent, { points: 10, ownLotId: "own", counterAccount: "issued" }, now);
    expect(moved(change)).toEqual(["-3 own issued", "-7 debt issued"]);
    expect([total(change.holding), change.missing]).toEqual([-7, 7]);
  });

  test("a debt that is forgiven is lost, and the history shows both", () => {
    const change = forgive({ wallet: { ...emptyWallet, debt: 7 }, lots: null }, 7);
    expect(moved(change)).toEqual(["7 debt lost"]);
    expect(total(change.holding)).toBe(0);
  });
});

describe("giving spent points back", () => {
  const before = member(["a", 4, { expiresAt: now + 5 }], ["b", 4]);
  const spent = spend(before, 6, now);
  const back = { lots: spent?.lots ?? [], reissue: null, counterAccount: "spent" } as const;

  test("restores exactly the lots they came from", () => {
    expect(giveBack(spent?.holding ?? nothing, back, now).holding.lots).toEqual(before.lots);
  });

  test("into a lot that is over: they are restored and expire with the next look", () => {
    const given = giveBack(spent?.holding ?? nothing, back, now + 5).holding;
    expect(isStale(given.wallet, now + 5)).toBe(true);
    const change = settle(given, { nowMs: now + 5, silentUntilMs: null, dueHolds: [] });
    expect([moved(change), total(change.holding)]).toEqual([["-4 a expired"], 4]);
  });

  test("or get a lot of their own with days of grace, where the programme says so", () => {
    const reissue = lot("grace", { expiresAt: now + 50 });
    const change = giveBack(spent?.holding ?? nothing, { ...back, reissue }, now + 5);
    expect(moved(change)).toEqual(["4 grace spent", "2 b spent"]);
  });
});

test("silence ends everything but what is set aside", () => {
  const held = hold(member(["a", 10], ["b", 5, { expiresAt: now + 90 }]), { points: 3, expiresAt: now + 9 }, now);
  const change = settle(held?.holding ?? nothing, { nowMs: now + 5, silentUntilMs: now + 5, dueHolds: [] });
  expect(total(change.holding)).toBe(3);
});

describe("emptying a wallet", () => {
  const before = member(["a", 10, { expiresAt: now + 90 }], ["b", 5, { activatesAt: now + 50 }], ["c", 7]);

  test("takes every lot, the pending ones too, and tells the dates that they had", () => {
    const change = withdrawAll(before, "forfeited", now);
    expect(moved(change)).toEqual(["-10 a forfeited", "-7 c forfeited", "-5 b forfeited"]);
    expect(change.lots.map(({ id, points, expiresAt, activatesAt }) => [id, points, expiresAt, activatesAt])).toEqual([
      ["a", 10, now + 90, now],
      ["c", 7, null, now],
      ["b", 5, null, now + 50],
    ]);
    expect(balanceOf(change.holding.wallet)).toEqual({ total: 0, spendable: 0, pending: 0, held: 0, debt: 0 });
  });

  test("leaves what is set aside", () => {
    const held = hold(before, { points: 4, expiresAt: now + 9 }, now);
    expect(total(withdrawAll(held?.holding ?? nothing, "in_transit", now).holding)).toBe(4);
  });

  test("a debt goes where it is sent", () => {
    const owing = reverseEarn(nothing, { points: 3, ownLotId: null, counterAccount: "issued" }, now).holding;
    const change = forgive(owing, 3, "in_transit");
    expect([moved(change), total(change.holding)]).toEqual([["3 debt in_transit"], 0]);
  });
});
