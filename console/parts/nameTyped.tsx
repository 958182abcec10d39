// For what cannot be undone: the button works once the name stands there.
import { TextInput } from "@mantine/core";
import { useSpeech } from "../language.ts";

type Typing = { readonly name: string; readonly typed: string; onType(text: string): void };

export function NameTyped({ name, typed, onType }: Typing) {
  const { say } = useSpeech();
  return (
    <TextInput
      label={say("dialog.typeName", { name })}
      autoComplete="off"
      value={typed}
      onChange={(event) => onType(event.currentTarget.value)}
    />
  );
}

/** Accents may be missing on the keyboard at hand; capitals do not matter. */
export function isNameTyped(name: string, typed: string): boolean {
  return plain(name) === plain(typed);
}

function plain(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").trim().replace(/\s+/g, " ").toLowerCase();
}
