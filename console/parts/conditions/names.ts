// What the codes in conditions are called: tiers, segments, countries, days of the week. For sentences and for lists.
import { type FieldName, fieldNamed } from "@fedele/core/fields.ts";
import type { Naming } from "@fedele/core/sentences/wordings.ts";
import { answered } from "@fedele/sdk/browser.ts";
import { useQuery } from "@tanstack/react-query";
import { api } from "../../api.ts";
import { type TextKey, useSpeech } from "../../language.ts";
import { useSession } from "../../session.ts";
import { countryNames, languageTagNames, monthNames, weekdayNames } from "./calendarNames.ts";

export type Choice = { readonly value: string; readonly label: string };

const SEGMENTS_ASKED = 100;

export function useTiers(): readonly Choice[] {
  const { scopes } = useSession();
  const { data } = useQuery({
    queryKey: ["programme"],
    queryFn: () => answered(api.GET("/v1/programme")),
    enabled: scopes.has("programme:read"),
  });
  return (data?.tiers.tiers ?? []).map(({ code, name }) => ({ value: code, label: name }));
}

export function useSegments() {
  const { scopes } = useSession();
  return useQuery({
    queryKey: ["segments"],
    queryFn: () => answered(api.GET("/v1/segments", { params: { query: { limit: SEGMENTS_ASKED } } })),
    enabled: scopes.has("members:read"),
  });
}

/** What a field can be, where that is known; undefined where anything can be typed. */
export function useChoices(): (field: FieldName) => readonly Choice[] | undefined {
  const { say, language } = useSpeech();
  const tiers = useTiers();
  const segments = useSegments().data?.items ?? [];
  return (field) => {
    switch (field) {
      case "activity.kind":
      case "member.kind":
      case "member.status":
        return (fieldNamed(field).values ?? []).map((value) => ({ value, label: say(choiceText(field, value)) }));
      case "member.tier":
        return tiers;
      case "segment.in":
        return segments.map(({ code, name }) => ({ value: code, label: name }));
      case "member.is_birthday":
        return [
          { value: "true", label: say("conditions.yes") },
          { value: "false", label: say("conditions.no") },
        ];
      case "time.weekday":
        return weekdayNames(language);
      case "time.month":
      case "member.birth_month":
        return monthNames(language);
      case "member.country":
      case "place.country":
        return countryNames(language);
      case "member.language":
        return languageTagNames(language);
      default:
        return undefined;
    }
  };
}

/** What a sentence of core needs to know of this shop. */
export function useNaming(): Naming {
  const { tenant } = useSession();
  const choicesOf = useChoices();
  const named = new Set<FieldName>(["member.tier", "segment.in"]);
  return {
    currency: tenant.currency,
    nameOf: (field, value) =>
      named.has(field) ? choicesOf(field)?.find((choice) => choice.value === value)?.label : undefined,
  };
}

const choiceTexts: Readonly<Record<string, TextKey>> = {
  "activity.kind.purchase": "activityKind.purchase",
  "activity.kind.return": "activityKind.return",
  "activity.kind.visit": "activityKind.visit",
  "activity.kind.use": "activityKind.use",
  "activity.kind.share": "activityKind.share",
  "activity.kind.referral": "activityKind.referral",
  "activity.kind.review": "activityKind.review",
  "activity.kind.answer": "activityKind.answer",
  "activity.kind.custom": "activityKind.custom",
  "member.kind.individual": "memberKind.individual",
  "member.kind.corporate": "memberKind.corporate",
  "member.status.active": "memberStatus.active",
  "member.status.earn_only": "memberStatus.earn_only",
  "member.status.blocked": "memberStatus.blocked",
  "member.status.closed": "memberStatus.closed",
};

function choiceText(field: FieldName, value: string): TextKey {
  return choiceTexts[`${field}.${value}`] ?? "conditions.value";
}
