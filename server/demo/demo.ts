// The demo that a newcomer meets: the first start of an empty installation brings tenants that tell a story. One that
// is short is in before anybody is served; the others come in behind, while people look around.
import { createTenant, hasTenants, listRemovedTenants, listTenants } from "../modules/tenants/tenants.ts";
import { removeTenants } from "../platform/removal.ts";
import { isFilling } from "../platform/tenant.ts";
import { aurora } from "./aurora.ts";
import { bottega } from "./bottega.ts";
import { type FillParts, fillStory } from "./filling.ts";
import { type Story, type StoryName, stepsOf } from "./story.ts";

/** In the order in which they are told. */
const stories: readonly Story[] = [bottega, aurora];
/** A few seconds long, so it is worth waiting for. */
const first: StoryName = "bottega";

/** Behind the scenes at most a third of the time is the demo's. */
const REST = 2;

export type DemoSettings = { readonly isDemo: boolean; readonly demoSeed: string };

export type Demo = {
  /** Starts what comes in while others are served. */
  follow(): void;
  /** Ends it where it is; the next start goes on. */
  stop(): Promise<void>;
};

/** Makes the demo where there is nothing yet, and brings its first story in. */
export async function beginDemo(parts: FillParts, settings: DemoSettings): Promise<Demo> {
  const aborter = new AbortController();
  let following: Promise<void> = Promise.resolve();
  const stop = async (): Promise<void> => {
    aborter.abort();
    await following;
  };
  if (!settings.isDemo) return { follow: () => {}, stop };
  await makeDemos(parts, settings);
  await fillAll(parts, [first], { rest: 0, signal: aborter.signal });
  const others = stories.map(({ name }) => name).filter((name) => name !== first);
  const follow = (): void => {
    following = fillAll(parts, others, { rest: REST, signal: aborter.signal }).catch((error: unknown) => {
      parts.log.error({ error }, "the demo stopped coming in; the next start goes on");
    });
  };
  return { follow, stop };
}

/** What owners have cleared away since the last start goes for good, before anybody is served. */
export async function forgetCleared({ db, log }: Pick<FillParts, "db" | "log">): Promise<void> {
  const cleared = await listRemovedTenants(db);
  if (cleared.length === 0) return;
  if (!db.mayMigrate) {
    log.warn("without DATABASE_OWNER_URL the rows of demos that were cleared away stay; nobody can reach them");
    return;
  }
  await removeTenants(db, cleared);
  log.info({ tenants: cleared.length }, "demos that were cleared away are gone");
}

async function makeDemos(parts: FillParts, { demoSeed }: DemoSettings): Promise<void> {
  if (await hasTenants(parts.db)) return;
  for (const story of stories) {
    const at = { name: story.name, seed: demoSeed, toldAt: parts.clock.now(), steps: stepsOf(story) };
    await createTenant(parts, { ...story.tenant, slug: story.name, story: at });
  }
}

type Pace = Parameters<typeof fillStory>[1]["pace"];

async function fillAll(parts: FillParts, names: readonly StoryName[], pace: Pace): Promise<void> {
  const tenants = (await listTenants(parts.db)).filter(isFilling);
  for (const name of names) {
    const story = stories.find((one) => one.name === name);
    for (const tenant of tenants.filter((one) => one.story?.name === name)) {
      if (story === undefined || pace.signal.aborted) continue;
      const startedAt = performance.now();
      const isWhole = await fillStory(parts, { tenant, story, pace });
      const seconds = Number(((performance.now() - startedAt) / 1_000).toFixed(1));
      if (isWhole) parts.log.info({ tenant: tenant.slug, members: story.members, seconds }, "the demo is in");
    }
  }
}
