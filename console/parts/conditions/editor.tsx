// The editor of conditions: for whom a campaign is, who is in a segment, who stands in the table of members.
import { conditionDepthMax } from "@fedele/core/conditionParser.ts";
import {
  type FieldName,
  type FieldScope,
  fieldNamed,
  fieldNames,
  isFieldName,
  operators,
} from "@fedele/core/fields.ts";
import { QueryBuilderMantine } from "@react-querybuilder/mantine";
import { QueryBuilder } from "react-querybuilder";
import { type TextKey, useSpeech } from "../../language.ts";
import classes from "./conditions.module.css";
import { AddAction, Chooser, RemoveAction } from "./controls.tsx";
import { type Draft, fitted } from "./draft.ts";
import { ValueEditor } from "./valueEditor.tsx";
import { fieldText, operatorText } from "./words.ts";

type Editing = {
  readonly draft: Draft;
  onChange(draft: Draft): void;
  /** What can be spoken of here. */
  readonly scopes: readonly FieldScope[];
};

const controlElements = {
  fieldSelector: Chooser,
  operatorSelector: Chooser,
  combinatorSelector: Chooser,
  valueEditor: ValueEditor,
  addRuleAction: AddAction,
  addGroupAction: AddAction,
  removeRuleAction: RemoveAction,
  removeGroupAction: RemoveAction,
};

const controlClassnames = {
  ruleGroup: classes.group ?? "",
  header: classes.header ?? "",
  body: classes.body ?? "",
  rule: classes.rule ?? "",
  fields: classes.field ?? "",
  operators: classes.operator ?? "",
  value: classes.value ?? "",
  removeRule: classes.remove ?? "",
  removeGroup: classes.removeGroup ?? "",
  combinators: classes.combinator ?? "",
};

/** `draft` may be unfinished; `conditionsIn` says what of it can be asked. */
export function ConditionsEditor({ draft, onChange, scopes }: Editing) {
  const words = useWords();
  const groups = scopes.map((scope) => ({
    label: words.say(scopeTexts[scope]),
    options: fieldNames.filter((name) => fieldNamed(name).scope === scope).map(words.field),
  }));
  return (
    <QueryBuilderMantine>
      <QueryBuilder
        query={draft}
        onQueryChange={(changed: Draft) => onChange(fitted(changed))}
        fields={groups.length === 1 ? (groups[0]?.options ?? []) : groups}
        getOperators={(name) => operatorsOf(name).map(words.operator)}
        getDefaultValue={() => ""}
        resetOnFieldChange
        combinators={words.combinators}
        translations={words.translations}
        controlElements={controlElements}
        controlClassnames={controlClassnames}
        maxLevels={conditionDepthMax - 1}
        addRuleToNewGroups
        showNotToggle
        listsAsArrays
        enableMountQueryChange={false}
        suppressStandardClassnames
      />
    </QueryBuilderMantine>
  );
}

const scopeTexts = {
  activity: "conditions.aboutActivity",
  item: "conditions.aboutItem",
  member: "conditions.aboutMember",
  wallet: "conditions.aboutWallet",
  segment: "conditions.aboutSegment",
  place: "conditions.aboutPlace",
  time: "conditions.aboutTime",
} as const satisfies Record<FieldScope, TextKey>;

function operatorsOf(name: string) {
  const allowed = isFieldName(name) ? fieldNamed(name).operators : [];
  return operators.filter((operator) => allowed.includes(operator));
}

/** Everything that the editor says, in the reader's language. */
function useWords() {
  const { say } = useSpeech();
  const titled = (key: TextKey) => ({ label: say(key), title: say(key) });
  return {
    say,
    field: (name: FieldName) => ({ name, value: name, label: say(fieldText(name)) }),
    operator: (name: (typeof operators)[number]) => ({ name, value: name, label: say(operatorText(name)) }),
    combinators: [
      { name: "and", value: "and", label: say("conditions.all") },
      { name: "or", value: "or", label: say("conditions.any") },
    ],
    translations: {
      fields: { title: say("conditions.field") },
      operators: { title: say("conditions.operator") },
      value: { title: say("conditions.value") },
      combinators: { title: say("conditions.combinator") },
      notToggle: titled("conditions.not"),
      addRule: titled("conditions.addRule"),
      addGroup: titled("conditions.addGroup"),
      removeRule: titled("conditions.removeRule"),
      removeGroup: titled("conditions.removeGroup"),
    },
  };
}
