// How a text is changed: the words in one language beside those in the others, under a version.
import type { Language } from "@fedele/core/sentences.ts";
import { answered } from "@fedele/sdk/browser.ts";
import type { PortalSettings } from "@fedele/sdk/schemas/portal.ts";
import { useForm } from "@mantine/form";
import { notifications } from "@mantine/notifications";
import { api } from "../../../api.ts";
import { useSpeech } from "../../../language.ts";
import { useSubmit } from "../../../parts/submitting.ts";
import { queries } from "../../../queries.ts";
import { nextVersion } from "./nextVersion.ts";
import type { Written } from "./words.tsx";

type Document = NonNullable<PortalSettings["terms"]>;

type Text = {
  readonly subject: string;
  /** Where it stands in the request, as the server names it when it refuses. */
  readonly path: string;
  readonly language: Language;
  readonly current: Document | null;
  /** The settings with this text in its place; null: without it. */
  settingsWith(text: Document | null): PortalSettings;
};

export function useTextForm({ subject, path, language, current, settingsWith }: Text) {
  const { say } = useSpeech();
  const before = current?.texts[language] ?? "";
  const today = new Date().toISOString().slice(0, "2026-03-02".length);
  const form = useForm<Written>({
    initialValues: { words: before, version: current?.version ?? nextVersion(subject, today, undefined) },
    onValuesChange: ({ words, version }, previous) => {
      const isChanged = words !== before && before !== "";
      const isFirst = previous.words === before && words !== before;
      if (isChanged && isFirst && version === current?.version) {
        form.setFieldValue("version", nextVersion(subject, today, current.version));
      }
    },
  });
  const { submit, isSending, refusal } = useSubmit(form, {
    send: ({ words, version }) =>
      answered(api.PUT("/v1/portal-settings", { body: settingsWith(textOf(words, version)) })),
    afterwards: async () => {
      notifications.show({ message: say("settings.saved") });
      await queries.invalidateQueries({ queryKey: ["portal"] });
    },
    fieldOf: (field) => {
      if (field === `${path}.version`) return "version";
      return field.startsWith(`${path}.texts`) ? "words" : field;
    },
  });
  /** Emptied in the last of its languages it is gone. */
  const textOf = (words: string, version: string): Document | null => {
    const { [language]: _, ...others } = current?.texts ?? {};
    const texts = words.trim() === "" ? others : { ...others, [language]: words.trim() };
    return Object.keys(texts).length === 0 ? null : { version: version.trim(), texts };
  };
  return { form, submit, isSending, refusal };
}
