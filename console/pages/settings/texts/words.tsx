// The words in one language, with a template to begin from and the version that they will have.
import type { Language } from "@fedele/core/sentences.ts";
import { Button, Group, Textarea, TextInput } from "@mantine/core";
import type { UseFormReturnType } from "@mantine/form";
import { languageNames, useSpeech } from "../../../language.ts";
import { useSession } from "../../../session.ts";
import { type TextSubject, templateOf } from "../../../templates/templates.ts";

export type Written = { words: string; version: string };

type Props = {
  readonly form: UseFormReturnType<Written>;
  readonly subject: TextSubject;
  readonly language: Language;
  readonly isReadOnly: boolean;
  readonly rows: number;
};

export function Words({ form, subject, language, isReadOnly, rows }: Props) {
  const { say } = useSpeech();
  const { tenant } = useSession();
  return (
    <>
      <Textarea
        label={say("texts.words", { language: languageNames[language] })}
        autosize
        minRows={rows}
        maxRows={24}
        readOnly={isReadOnly}
        {...form.getInputProps("words")}
      />
      {isReadOnly ? null : (
        <Group>
          <Button
            variant="light"
            onClick={async () => form.setFieldValue("words", await templateOf(subject, language, tenant.name))}
          >
            {say("texts.template")}
          </Button>
        </Group>
      )}
      <TextInput
        label={say("texts.version")}
        description={say("texts.versionHint")}
        maw={360}
        readOnly={isReadOnly}
        {...form.getInputProps("version")}
      />
    </>
  );
}
