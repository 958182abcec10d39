// What the campaign means, in the reader's words: the same sentence that the programme itself gives.
import { ruleSentence } from "@fedele/core/sentences.ts";
import { Alert, Text } from "@mantine/core";
import { useSpeech } from "../../language.ts";
import { useNaming } from "../../parts/conditions/names.ts";
import type { DraftRule } from "./draft.ts";

export function Sentence({ rule }: { rule: DraftRule }) {
  const { say, language } = useSpeech();
  const naming = useNaming();
  return (
    <Alert title={say("campaigns.means")} variant="light">
      <Text size="md">{ruleSentence(rule, language, naming)}</Text>
    </Alert>
  );
}
