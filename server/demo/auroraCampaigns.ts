// What Aurora's programme gives points for.
import type { Condition } from "@fedele/core/conditions.ts";
import type { StoryCampaign } from "./story.ts";

const activityIs = (value: string): Condition => ({ field: "activity.kind", operator: "=", value });
const when = (...rules: Condition[]) => ({ combinator: "and" as const, rules });

export const auroraCampaigns: readonly StoryCampaign[] = [
  {
    name: "A point for every euro",
    rules: [
      {
        name: "A point for every euro, in whatever money it was paid",
        pointsType: "points",
        when: when(activityIs("purchase")),
        effect: { kind: "points_per_money", points: 1, perMinor: 100 },
      },
    ],
  },
  {
    name: "Double Thursday",
    rules: [
      {
        name: "Points count double on Thursdays",
        pointsType: "points",
        when: when(activityIs("purchase"), { field: "time.weekday", operator: "=", value: 4 }),
        effect: { kind: "multiplier", factor: "2" },
      },
    ],
  },
  {
    name: "Hotel credit",
    rules: [
      {
        name: "Three percent of every stay for the next one",
        pointsType: "credit",
        when: when(activityIs("purchase"), { field: "activity.partner", operator: "=", value: "aurora-hotel" }),
        effect: { kind: "points_per_money", points: 3, perMinor: 100 },
      },
    ],
  },
  {
    name: "Welcome to Aurora",
    rules: [
      {
        name: "Fifty points for the first visit",
        pointsType: "points",
        when: when(
          { field: "member.purchases", operator: "=", value: 0 },
          { field: "member.visits", operator: "=", value: 0 },
        ),
        effect: { kind: "fixed", points: 50 },
        limit: { times: 1, per: "ever" },
      },
    ],
  },
  {
    name: "Happy birthday",
    rules: [
      {
        name: "A hundred points in the week of the birthday",
        pointsType: "points",
        when: when(
          { field: "activity.kind", operator: "in", value: ["purchase", "visit"] },
          { field: "member.days_from_birthday", operator: "<=", value: 3 },
        ),
        effect: { kind: "fixed", points: 100 },
        limit: { times: 1, per: "days", days: 300 },
      },
    ],
  },
  {
    name: "Bring a friend",
    rules: [
      {
        name: "Two hundred points for a friend",
        pointsType: "points",
        when: when(activityIs("referral")),
        effect: { kind: "fixed", points: 200 },
        limit: { times: 5, per: "days", days: 30 },
      },
      {
        name: "Five points for passing it on",
        pointsType: "points",
        when: when(activityIs("share")),
        effect: { kind: "fixed", points: 5 },
        limit: { times: 1, per: "days", days: 1 },
      },
    ],
  },
  {
    name: "We listen",
    rules: [
      {
        name: "Ten points for an answer or a review",
        pointsType: "points",
        when: when({ field: "activity.kind", operator: "in", value: ["answer", "review"] }),
        effect: { kind: "fixed", points: 10 },
        limit: { times: 1, per: "days", days: 7 },
      },
    ],
  },
  {
    name: "Winter vitamins",
    rules: [
      {
        name: "Half as many points again on vitamins",
        pointsType: "points",
        when: when(activityIs("purchase")),
        items: when({ field: "item.category", operator: "=", value: "vitamins" }),
        effect: { kind: "multiplier", factor: "1.5" },
        fromDaysAgo: 40,
        untilDaysAgo: -45,
      },
    ],
  },
];
