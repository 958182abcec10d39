// What a column of the file may mean, in the reader's words.
import { answered } from "@fedele/sdk/browser.ts";
import { useQuery } from "@tanstack/react-query";
import { api } from "../../api.ts";
import { type TextKey, useSpeech } from "../../language.ts";

const plain: Readonly<Record<string, TextKey>> = {
  name: "members.name",
  firstName: "import.column.firstName",
  lastName: "import.column.lastName",
  email: "identity.email",
  phone: "identity.phone",
  number: "identity.number",
  card: "identity.card",
  qr: "identity.qr",
  birthDate: "member.birthDate",
  language: "import.column.language",
  country: "import.column.country",
  joined: "members.joined",
  points: "members.points",
  pointsExpire: "import.column.pointsExpire",
  tier: "members.tier",
};

const topics = ["email", "sms", "push", "phone", "post", "profiling", "partners"] as const;

export type Meaning = { readonly value: string; readonly label: string };

export function useMeanings(): readonly Meaning[] {
  const { say } = useSpeech();
  const { data } = useQuery({
    queryKey: ["memberFields"],
    queryFn: () => answered(api.GET("/v1/member-fields")),
  });
  return [
    ...Object.entries(plain).map(([value, key]) => ({ value, label: say(key) })),
    ...topics.map((topic) => ({
      value: `consent:${topic}`,
      label: say("import.column.consent", { topic: say(`topic.${topic}`) }),
    })),
    ...(data?.items ?? []).map(({ code, name }) => ({ value: `field:${code}`, label: name })),
  ];
}
