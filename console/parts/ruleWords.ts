// What a rule says, in the reader's language: worked out here by the same function that the programme itself uses.
import { validateEffect } from "@fedele/core/ruleParser.ts";
import { ruleSentence } from "@fedele/core/sentences.ts";
import type { Rule } from "@fedele/sdk/schemas/programme.ts";
import { useSpeech } from "../language.ts";
import { groupOf } from "./conditions/draft.ts";
import { useNaming } from "./conditions/names.ts";

/** The server's sentence is in the shop's language; it stands where this console does not know the rule's kind yet. */
export function useRuleWords(): (rule: Pick<Rule, "when" | "items" | "effect" | "sentence">) => string {
  const { language } = useSpeech();
  const naming = useNaming();
  return ({ when, items, effect, sentence }) => {
    const known = validateEffect(effect);
    if (!known.ok) return sentence;
    const conditions = { when: when && groupOf(when), items: items && groupOf(items) };
    return ruleSentence({ ...conditions, effect: known.effect }, language, naming);
  };
}
