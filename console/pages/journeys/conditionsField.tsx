// Conditions within a plan: what is unfinished stays in the editor, and the plan has the last that could be asked.
import type { ConditionGroup } from "@fedele/core/conditions.ts";
import type { FieldScope } from "@fedele/core/fields.ts";
import { Input } from "@mantine/core";
import { useState } from "react";
import { conditionsIn, draftOf, noConditions } from "../../parts/conditions/draft.ts";
import { ConditionsEditor } from "../../parts/conditions/editor.tsx";

type Fields = {
  readonly label: string;
  readonly group: ConditionGroup | undefined;
  readonly scopes: readonly FieldScope[];
  onChange(group: ConditionGroup): void;
};

export function ConditionsField({ label, group, scopes, onChange }: Fields) {
  const [draft, setDraft] = useState(() => draftOf(group ?? noConditions));
  return (
    <Input.Wrapper label={label} labelElement="div">
      <ConditionsEditor
        draft={draft}
        scopes={scopes}
        onChange={(changed) => {
          setDraft(changed);
          const parsed = conditionsIn(changed, scopes);
          if (parsed.ok) onChange(parsed.group);
        }}
      />
    </Input.Wrapper>
  );
}
