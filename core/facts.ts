// What conditions can know: how each field of the catalogue is read from an activity, its member, the place and time.
import type { Activity, Line } from "./activity.ts";
import { linesOf } from "./activity.ts";
import { dayMs, isLeapYear, isoDate, isoTimeOfDay, type LocalTime, localTime } from "./calendar.ts";
import type { FieldName } from "./fields.ts";
import { flooredProduct } from "./points.ts";

export type MemberFacts = {
  readonly kind: "individual" | "corporate";
  readonly status: "active" | "earn_only" | "blocked" | "closed";
  readonly tier: string | null;
  readonly spendMinor: number;
  readonly purchases: number;
  readonly visits: number;
  readonly referrals: number;
  readonly shares: number;
  readonly advocacy: number;
  readonly qualifyingPoints: number;
  readonly language: string | null;
  readonly country: string | null;
  readonly birthMonth: number | null;
  readonly birthDay: number | null;
  readonly enrolledAt: number;
  readonly lastPurchaseAt: number | null;
};

/** The member who is asked about, and the zone whose calendar counts (the tenant's). */
export type Who = {
  readonly member: MemberFacts;
  /** Whoever has no id yet is held out of nothing. */
  readonly id?: string | undefined;
  readonly timezone: string;
  /** Of the default points type. */
  readonly balance?: number | undefined;
  readonly segments?: readonly string[] | undefined;
};

/** All that one question is answered from. */
export type Facts = Who & {
  readonly at: number;
  readonly activity?: Activity | undefined;
  /** The line that item fields speak of; without one they ask whether some line of the activity will do. */
  readonly line?: Line | undefined;
};

/** Nothing known, nothing done yet: a visitor who tries a basket, or a member on the first day. */
export function newcomer(enrolledAt: number): MemberFacts {
  return {
    kind: "individual",
    status: "active",
    tier: null,
    spendMinor: 0,
    purchases: 0,
    visits: 0,
    referrals: 0,
    shares: 0,
    advocacy: 0,
    qualifyingPoints: 0,
    language: null,
    country: null,
    birthMonth: null,
    birthDay: null,
    enrolledAt,
    lastPurchaseAt: null,
  };
}

/** The value that a field was found to have. Nothing is known where it is null or undefined. */
export type Found = string | number | boolean | readonly string[] | null | undefined;

/** The facts as the compiled conditions walk over them: one object per evaluation, always of the same shape. */
export type Scene = {
  readonly at: number;
  readonly timezone: string;
  readonly member: MemberFacts;
  readonly balance: number | undefined;
  readonly segments: readonly string[] | undefined;
  readonly activity: Activity | undefined;
  readonly lines: readonly Line[];
  line: Line | undefined;
  /** Which lines count for the rule at hand: written over from rule to rule. */
  readonly counts: boolean[];
  local: LocalTime | undefined;
};

export function sceneOf(facts: Facts): Scene {
  return sceneFor(facts, facts.at, facts.activity, facts.line);
}

export function sceneFor(who: Who, at: number, activity: Activity | undefined, line: Line | undefined): Scene {
  const lines = activity === undefined ? [] : linesOf(activity);
  return {
    at,
    timezone: who.timezone,
    member: who.member,
    balance: who.balance,
    segments: who.segments,
    activity,
    lines,
    line,
    counts: new Array<boolean>(lines.length).fill(true),
    local: undefined,
  };
}

export type ItemField = Extract<FieldName, `item.${string}`>;
export type SceneField = Exclude<FieldName, ItemField>;

export function isItemField(field: FieldName): field is ItemField {
  return field.startsWith("item.");
}

export const readItem: Readonly<Record<ItemField, (line: Line) => Found>> = {
  "item.product": (line) => line.product,
  "item.category": (line) => line.categories,
  "item.quantity_thousandths": (line) => line.quantityThousandths,
  "item.amount_minor": (line) => line.amountMinor,
  "item.unit_price_minor": (line) =>
    line.quantityThousandths > 0 ? flooredProduct(line.amountMinor, 1000, line.quantityThousandths) : undefined,
};

export const readScene: Readonly<Record<SceneField, (scene: Scene) => Found>> = {
  "activity.kind": (scene) => scene.activity?.kind,
  "activity.name": (scene) => scene.activity?.name,
  "activity.channel": (scene) => scene.activity?.channel,
  "activity.partner": (scene) => scene.activity?.partner,
  "activity.location": (scene) => scene.activity?.location,
  "activity.currency": (scene) => scene.activity?.currency,
  "activity.amount_minor": (scene) => scene.activity?.amountMinor,
  "activity.items": (scene) => scene.activity?.lines.length,
  "member.kind": (scene) => scene.member.kind,
  "member.status": (scene) => scene.member.status,
  "member.tier": (scene) => scene.member.tier,
  "member.spend_minor": (scene) => scene.member.spendMinor,
  "member.purchases": (scene) => scene.member.purchases,
  "member.visits": (scene) => scene.member.visits,
  "member.referrals": (scene) => scene.member.referrals,
  "member.shares": (scene) => scene.member.shares,
  "member.advocacy": (scene) => scene.member.advocacy,
  "member.qualifying_points": (scene) => scene.member.qualifyingPoints,
  "member.language": (scene) => scene.member.language,
  "member.country": (scene) => scene.member.country,
  "member.birth_month": (scene) => scene.member.birthMonth,
  "member.birth_day": (scene) => scene.member.birthDay,
  "member.is_birthday": (scene) => isBirthday(scene.member, localOf(scene)),
  "member.days_from_birthday": (scene) => daysFromBirthday(scene.member, localOf(scene)),
  "member.enrolled_days": (scene) => wholeDaysBetween(scene.member.enrolledAt, scene.at),
  "member.days_since_last_purchase": (scene) =>
    scene.member.lastPurchaseAt === null ? null : wholeDaysBetween(scene.member.lastPurchaseAt, scene.at),
  "wallet.balance": (scene) => scene.balance,
  "segment.in": (scene) => scene.segments,
  "place.country": (scene) => scene.activity?.country,
  "time.weekday": (scene) => localOf(scene).weekday,
  "time.hour": (scene) => localOf(scene).hour,
  "time.of_day": (scene) => isoTimeOfDay(localOf(scene)),
  "time.date": (scene) => isoDate(localOf(scene)),
  "time.month": (scene) => localOf(scene).month,
  "time.day": (scene) => localOf(scene).day,
};

/** The wall clock, asked once an evaluation and only when a condition wants it. */
function localOf(scene: Scene): LocalTime {
  scene.local ??= localTime(scene.at, scene.timezone);
  return scene.local;
}

/** Full periods of 24 hours; a day that has not come is day 0, so that a backdated purchase finds no negative age. */
function wholeDaysBetween(from: number, until: number): number {
  return Math.max(0, Math.floor((until - from) / dayMs));
}

function isBirthday(member: MemberFacts, today: LocalTime): boolean {
  return member.birthMonth === today.month && birthdaysOn(today).includes(member.birthDay ?? 0);
}

/** To the nearest birthday, whether it is over or yet to come; null where it is not known. */
function daysFromBirthday({ birthMonth, birthDay }: MemberFacts, today: LocalTime): number | null {
  if (birthMonth === null || birthDay === null) return null;
  const now = Date.UTC(today.year, today.month - 1, today.day);
  const away = [today.year - 1, today.year, today.year + 1].map((year) => {
    const day = birthMonth === 2 && birthDay === 29 && !isLeapYear(year) ? 28 : birthDay;
    return Math.abs(Date.UTC(year, birthMonth - 1, day) - now) / dayMs;
  });
  return Math.min(...away);
}

/** For each day of the year on which somebody may be born, how far that birthday is. */
export function birthdaysAround(today: LocalTime): { months: number[]; days: number[]; away: number[] } {
  const table: { months: number[]; days: number[]; away: number[] } = { months: [], days: [], away: [] };
  for (let month = 1; month <= 12; month++) {
    for (let day = 1; day <= 31; day++) {
      // The last day of a month in a leap year, in which every birthday exists.
      if (day > new Date(Date.UTC(2024, month, 0)).getUTCDate()) break;
      table.months.push(month);
      table.days.push(day);
      table.away.push(daysFromBirthday({ ...newcomer(0), birthMonth: month, birthDay: day }, today) ?? 0);
    }
  }
  return table;
}

/** The birth days kept on a date: who was born on 29 February celebrates on the 28th where there is no 29th. */
export function birthdaysOn(today: LocalTime): readonly number[] {
  const isShortFebruary = today.month === 2 && today.day === 28 && !isLeapYear(today.year);
  return isShortFebruary ? [28, 29] : [today.day];
}
