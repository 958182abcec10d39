import fc from "fast-check";
import { expect, test } from "vitest";
import {
  balanceOf,
  capture,
  earn,
  emptyWallet,
  forgive,
  giveBack,
  type Hold,
  type Holding,
  hold,
  type Movement,
  release,
  reverseEarn,
  settle,
  spend,
  withdrawAll,
} from "./ledger.ts";
import { type Allocation, available } from "./lots.ts";

const HOUR = 3_600_000;

/** What can happen to a wallet. `which` picks one of the things that are there. */
type Step =
  | { kind: "earn"; points: number; activeIn: number; goodFor: number | null }
  | { kind: "spend"; points: number }
  | { kind: "forgive"; points: number }
  | { kind: "hold"; points: number; hours: number }
  | { kind: "capture" | "release"; which: number }
  | { kind: "giveBack" | "reverse"; which: number; points: number }
  | { kind: "wait"; hours: number };

const points = fc.integer({ min: 1, max: 200 });
const which = fc.nat(20);
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    kind: fc.constant("earn" as const),
    points,
    activeIn: fc.constantFrom(0, 0, 0, 24),
    goodFor: fc.constantFrom(null, 12, 48, 48, 200),
  }),
  fc.record({ kind: fc.constant("spend" as const), points }),
  fc.record({ kind: fc.constant("forgive" as const), points }),
  fc.record({ kind: fc.constant("hold" as const), points, hours: fc.integer({ min: 1, max: 40 }) }),
  fc.record({ kind: fc.constantFrom("capture" as const, "release" as const), which }),
  fc.record({ kind: fc.constantFrom("giveBack" as const, "reverse" as const), which, points }),
  fc.record({ kind: fc.constant("wait" as const), hours: fc.integer({ min: 1, max: 60 }) }),
);
const history = fc.array(step, { maxLength: 40 });

type World = {
  now: number;
  holding: Holding;
  movements: Movement[];
  holds: Hold[];
  spends: { lots: readonly Allocation[] }[];
  earns: { lotId: string; points: number }[];
};

const newWorld = (): World => ({
  now: 1_000 * HOUR,
  holding: { wallet: emptyWallet, lots: new Map() },
  movements: [],
  holds: [],
  spends: [],
  earns: [],
});

/** Books what the date decided, as the server does before it draws anything. */
function settled(world: World): World {
  const dueHolds = world.holds.filter(({ expiresAt }) => expiresAt <= world.now);
  const change = settle(world.holding, { nowMs: world.now, silentUntilMs: null, dueHolds });
  return took({ ...world, holds: world.holds.filter((it) => !dueHolds.includes(it)) }, change);
}

function took(world: World, change: { holding: Holding; movements: readonly Movement[] }): World {
  return { ...world, holding: change.holding, movements: [...world.movements, ...change.movements] };
}

const picked = <Thing>(things: readonly Thing[], at: number): Thing | undefined => things[at % things.length];
const without = <Thing>(things: readonly Thing[], thing: Thing): Thing[] => things.filter((it) => it !== thing);

function after(world: World, step: Step): World {
  const { now, holding } = world;
  switch (step.kind) {
    case "wait":
      return settled({ ...world, now: now + step.hours * HOUR });
    case "earn": {
      const activatesAt = now + step.activeIn * HOUR;
      const expiresAt = step.goodFor === null ? null : activatesAt + step.goodFor * HOUR;
      const id = `${activatesAt}/${expiresAt}/${holding.wallet.draws}`;
      const lot = { id, funderId: null, activatesAt, expiresAt };
      const earned = took(world, earn(holding, { points: step.points, counterAccount: "issued", lot }, now));
      return { ...earned, earns: [...world.earns, { lotId: id, points: step.points }] };
    }
    case "spend": {
      const change = spend(holding, step.points, now);
      return change === null ? world : { ...took(world, change), spends: [...world.spends, { lots: change.lots }] };
    }
    case "hold": {
      const expiresAt = now + step.hours * HOUR;
      const held = hold(holding, { points: step.points, expiresAt }, now);
      if (held === null) return world;
      const made = { id: `${world.holds.length}/${now}`, lots: held.lots, expiresAt };
      return { ...world, holding: held.holding, holds: [...world.holds, made] };
    }
    default:
      return undone(world, step);
  }
}

function undone(
  world: World,
  step: Extract<Step, { kind: "capture" | "release" | "giveBack" | "reverse" | "forgive" }>,
) {
  const { now, holding } = world;
  switch (step.kind) {
    case "capture":
    case "release": {
      const held = picked(world.holds, step.which);
      if (held === undefined) return world;
      const rest = { ...world, holds: without(world.holds, held) };
      if (step.kind === "release") return settled({ ...rest, holding: release(holding, held) });
      return { ...took(rest, capture(holding, held, now)), spends: [...world.spends, { lots: held.lots }] };
    }
    case "giveBack": {
      const spent = picked(world.spends, step.which);
      if (spent === undefined) return world;
      const back = { lots: spent.lots, reissue: null, counterAccount: "spent" } as const;
      return settled({ ...took(world, giveBack(holding, back, now)), spends: without(world.spends, spent) });
    }
    case "reverse": {
      const earned = picked(world.earns, step.which);
      if (earned === undefined) return world;
      const wanted = { points: Math.min(step.points, earned.points), ownLotId: earned.lotId };
      const change = reverseEarn(holding, { ...wanted, counterAccount: "issued" }, now);
      const left = { ...earned, points: earned.points - wanted.points };
      const earns = without(world.earns, earned);
      return { ...took(world, change), earns: left.points > 0 ? [...earns, left] : earns };
    }
    case "forgive": {
      const lost = Math.min(step.points, holding.wallet.debt);
      return lost === 0 ? world : took(world, forgive(holding, lost));
    }
  }
}

/** Every world that a history leads through. */
function worldsOf(steps: readonly Step[]): World[] {
  const worlds = [newWorld()];
  for (const step of steps) worlds.push(after(worlds.at(-1) ?? newWorld(), step));
  return worlds;
}

const sum = (values: Iterable<number>): number => [...values].reduce((total, value) => total + value, 0);

test("whatever happens, a wallet is its lots, and lots and debt are the sums of their movements", () => {
  fc.assert(
    fc.property(history, (steps) => {
      for (const { holding, movements, holds } of worldsOf(steps)) {
        const lots = [...(holding.lots?.values() ?? [])];
        const { wallet } = holding;
        expect(wallet.balance).toBe(sum(lots.map(({ remaining }) => remaining)));
        expect(wallet.held).toBe(sum(holds.flatMap((it) => it.lots.map((part) => part.points))));
        expect(wallet.debt + sum(movements.filter(({ lotId }) => lotId === null).map((it) => it.points))).toBe(0);
        for (const lot of lots) {
          const own = movements.filter(({ lotId }) => lotId === lot.id);
          expect(lot.remaining).toBe(sum(own.map((it) => it.points)));
          expect(lot.held).toBeGreaterThanOrEqual(0);
          expect(lot.held).toBeLessThanOrEqual(lot.remaining);
          expect(lot.remaining).toBeLessThanOrEqual(lot.earned);
        }
        expect(Math.min(wallet.balance, wallet.debt, wallet.pending, wallet.held)).toBeGreaterThanOrEqual(0);
        expect(movements.every((movement) => movement.points !== 0)).toBe(true);
      }
    }),
  );
});

test("a spend or a reservation never makes a member owe points, and never uses what it should not", () => {
  fc.assert(
    fc.property(history, points, (steps, wanted) => {
      const { holding, now } = settled(worldsOf(steps).at(-1) ?? newWorld());
      const { spendable, debt } = balanceOf(holding.wallet);
      const change = spend(holding, wanted, now);
      expect(change !== null).toBe(wanted <= spendable);
      expect(hold(holding, { points: wanted, expiresAt: now + 1 }, now) !== null).toBe(wanted <= spendable);
      if (change === null) return;
      expect(balanceOf(change.holding.wallet).total).toBeGreaterThanOrEqual(0);
      expect(change.holding.wallet.debt).toBe(debt);
      expect(sum(change.movements.map((movement) => movement.points))).toBe(-wanted);
      for (const { lotId, points: taken } of change.lots) {
        const lot = holding.lots?.get(lotId);
        expect(lot === undefined ? 0 : available(lot, now)).toBeGreaterThanOrEqual(taken);
      }
    }),
  );
});

test("what expires first is spent first", () => {
  fc.assert(
    fc.property(history, points, (steps, wanted) => {
      const { holding, now } = settled(worldsOf(steps).at(-1) ?? newWorld());
      const change = spend(holding, wanted, now);
      if (change === null) return;
      const expiry = (lotId: string): number => holding.lots?.get(lotId)?.expiresAt ?? Number.POSITIVE_INFINITY;
      const latest = Math.max(...change.lots.map(({ lotId }) => expiry(lotId)));
      for (const lot of change.holding.lots?.values() ?? []) {
        if (expiry(lot.id) < latest) expect(available(lot, now)).toBe(0);
      }
    }),
  );
});

test("giving back at once restores exactly what was there, unless a debt takes it", () => {
  fc.assert(
    fc.property(history, points, (steps, wanted) => {
      const { holding, now } = settled(worldsOf(steps).at(-1) ?? newWorld());
      const change = spend(holding, wanted, now);
      if (change === null || holding.wallet.debt > 0) return;
      const back = giveBack(change.holding, { lots: change.lots, reissue: null, counterAccount: "spent" }, now);
      expect(back.holding.lots).toEqual(holding.lots);
      expect(back.holding.wallet).toMatchObject({ ...holding.wallet, draws: expect.any(Number) });
      expect(sum([...change.movements, ...back.movements].map((movement) => movement.points))).toBe(0);
    }),
  );
});

test("what the date decided is booked once, however often and however late it is booked", () => {
  fc.assert(
    fc.property(history, fc.array(fc.integer({ min: 1, max: 50 }), { maxLength: 6 }), (steps, waits) => {
      const world = worldsOf(steps).at(-1) ?? newWorld();
      const end = world.now + sum(waits) * HOUR;
      let often = world;
      for (const hours of waits) often = settled(settled({ ...often, now: often.now + hours * HOUR }));
      const late = settled({ ...world, now: end });
      expect(balanceOf(often.holding.wallet)).toEqual(balanceOf(late.holding.wallet));
      expect(settled(late).movements).toHaveLength(late.movements.length);
    }),
  );
});

test("the same history gives the same wallet", () => {
  fc.assert(
    fc.property(history, (steps) => {
      expect(worldsOf(steps)).toEqual(worldsOf(steps));
    }),
  );
});

test("until its next change a wallet is right without anybody looking", () => {
  fc.assert(
    fc.property(history, fc.integer({ min: 0, max: 100 * HOUR }), (steps, waited) => {
      const world = settled(worldsOf(steps).at(-1) ?? newWorld());
      const holdEnds = world.holds.map(({ expiresAt }) => expiresAt);
      const next = Math.min(world.holding.wallet.nextChangeAt ?? Number.POSITIVE_INFINITY, ...holdEnds);
      const later = world.now + waited;
      if (later >= next) return;
      expect(balanceOf(settled({ ...world, now: later }).holding.wallet)).toEqual(balanceOf(world.holding.wallet));
    }),
  );
});

test("whatever was there is there again when all of it is carried over lot by lot", () => {
  fc.assert(
    fc.property(history, (steps) => {
      const world = worldsOf(steps).at(-1) ?? newWorld();
      const free = world.holds.reduce((holding, held) => release(holding, held), world.holding);
      const { now, holding } = settled({ ...world, holding: free, holds: [] });
      const change = withdrawAll(holding, "in_transit", now);
      expect(change.holding.wallet).toMatchObject({ balance: 0, pending: 0, held: 0, debt: holding.wallet.debt });
      const arrived = change.lots.reduce((receiver, { points: moved, ...lot }) => {
        return earn(receiver, { points: moved, counterAccount: "in_transit", lot }, now).holding;
      }, newWorld().holding);
      expect(balanceOf(arrived.wallet)).toEqual({
        ...balanceOf(holding.wallet),
        debt: 0,
        total: holding.wallet.balance,
      });
      expect(sum(change.movements.map((movement) => movement.points)) + holding.wallet.balance).toBe(0);
    }),
  );
});
