// What conditions mean, in the reader's words: the same sentence that the programme itself gives.

import type { ConditionGroup } from "@fedele/core/conditions.ts";
import { sentence } from "@fedele/core/sentences.ts";
import { Text } from "@mantine/core";
import { useSpeech } from "../../language.ts";
import { useNaming } from "./names.ts";

export function ConditionSentence({ group }: { group: ConditionGroup }) {
  const { language } = useSpeech();
  const naming = useNaming();
  return <Text size="sm">{sentence(group, language, naming)}</Text>;
}
