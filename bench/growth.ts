// Whether points get dearer as they grow in number: CPU per earn and per spend at 5,000,000 lots and at 100,000.
import { medianOf } from "./figures.ts";
import { chargeLots, costsAt, LOTS } from "./ledger.ts";
import type { Stage } from "./observed.ts";
import { atMost, type Row, written } from "./rows.ts";
import { openSite, type Site } from "./site.ts";

const SMALL = 20_000;
const LARGE = 1_000_000;

export async function growthRows(stage: Omit<Stage, "site">): Promise<Row[]> {
  const small = await openSite({ members: SMALL });
  const large = await openSite({ members: LARGE });
  try {
    const sizes = [sized(small, SMALL), sized(large, LARGE)] as const;
    const costs: Awaited<ReturnType<typeof costsAt>>[][] = [[], []];
    for (const { site, members } of sizes) {
      await chargeLots(site, members, 1);
      await site.parts.db.maintenance.query("vacuum analyze");
    }
    for (let round = -1; round < stage.rounds; round += 1) {
      for (const [at, { site, members, next }] of sizes.entries()) {
        const cost = await costsAt({ ...stage, site }, members, next);
        if (round >= 0) costs[at]?.push(cost);
      }
    }
    const row = (what: string, figure: (cost: { earnUs: number; spendUs: number }) => number): Row => {
      const [few, many] = [medianOf(costs[0], figure), medianOf(costs[1], figure)];
      return {
        id: "growth",
        figure: `CPU µs ${what} at ${(LARGE * LOTS).toLocaleString("en")} lots`,
        value: written(many),
        reference: `at ${(SMALL * LOTS).toLocaleString("en")}: ${written(few)}`,
        measured: many / few,
        unit: "×",
        bound: atMost(1.5, 1.2),
        notes: [],
      };
    };
    return [row("an earn", ({ earnUs }) => earnUs), row("a spend", ({ spendUs }) => spendUs)];
  } finally {
    await Promise.all([small.close(), large.close()]);
  }
}

/** Members are taken one after the other; the few are charged anew when they have spent everything. */
function sized(site: Site, members: number) {
  let taken = -1;
  const next = (): number => {
    taken += 1;
    return taken % members;
  };
  return { site, members, next };
}
