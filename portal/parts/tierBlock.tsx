// How far one has come: the level, what is missing to the next one, and softly what keeps the one that one has.
import { useSpeech } from "../language.ts";
import type { Tier } from "../queries.ts";

/** The catalogue has words for what is counted: money, points, or times. */
type Counted = "" | "Points" | "Times";

function countedBy(metric: string): Counted {
  if (metric === "spend") return "";
  return metric === "points" || metric === "advocacy" ? "Points" : "Times";
}

export function TierBlock({ tier, zone }: { tier: Tier; zone: string | undefined }) {
  const { say, day, money } = useSpeech();
  if (tier.tier === null) return null;
  const counted = countedBy(tier.metric);
  const valuesOf = (missing: number) => ({ missing: money(missing, tier.currency), points: missing, times: missing });
  const until = tier.until === null ? "" : day(tier.until, zone);
  const next =
    tier.nextTier === null || tier.missing === null
      ? say("home.topTier")
      : say(`home.toTier${counted}`, { ...valuesOf(tier.missing), tier: tier.nextTier.name });
  return (
    <section className="block" aria-labelledby="tier">
      <h2 className="quiet small" id="tier">
        {say("home.tier")}
      </h2>
      <p>
        <strong>{tier.tier.name}</strong>
      </p>
      {tier.to === null ? null : (
        <progress
          className="meter"
          value={Math.max(0, tier.progress - tier.from)}
          max={tier.to - tier.from}
          aria-label={next}
        />
      )}
      <p>{next}</p>
      {tier.toKeep === null ? null : (
        <p>{say(`home.keepTier${counted}`, { ...valuesOf(tier.toKeep), tier: tier.tier.name, day: until })}</p>
      )}
      {tier.fallsTo === null || until === "" ? null : (
        <p>{say("home.tierFalls", { tier: tier.tier.name, day: until, next: tier.fallsTo.name })}</p>
      )}
    </section>
  );
}
