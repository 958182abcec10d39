// The portal's name and colour, with how well it can be read; who may join, and whether birthdays are asked for.
import { contrastOf, textOn } from "@fedele/core/contrast.ts";
import type { PortalSettings } from "@fedele/sdk/schemas/portal.ts";
import { ColorInput, Select, Switch, TextInput } from "@mantine/core";
import type { UseFormReturnType } from "@mantine/form";
import { useSpeech } from "../../../language.ts";
import { useSession } from "../../../session.ts";

export type Filled = { name: string; color: string; mayJoin: boolean; birthday: PortalSettings["birthday"] };

const policies = ["never", "once", "free"] as const;
export const COLOUR = /^#[0-9a-f]{6}$/i;
/** Below it a colour on white is hard to see as such; words on it are black then, and still read well. */
const VISIBLE_LEAST = 3;

type Props = { readonly form: UseFormReturnType<Filled>; readonly isReadOnly: boolean };

export function Fields({ form, isReadOnly }: Props) {
  const { say } = useSpeech();
  const { tenant } = useSession();
  return (
    <>
      <TextInput
        label={say("brand.name")}
        description={say("brand.nameHint", { name: tenant.name })}
        maxLength={60}
        readOnly={isReadOnly}
        {...form.getInputProps("name")}
      />
      <ColorInput
        label={say("brand.color")}
        description={useContrastWords(form.values.color)}
        withEyeDropper={false}
        readOnly={isReadOnly}
        {...form.getInputProps("color")}
      />
      <Switch
        label={say("brand.mayJoin")}
        description={say("brand.mayJoinHint")}
        disabled={isReadOnly}
        {...form.getInputProps("mayJoin", { type: "checkbox" })}
      />
      <Select
        label={say("brand.birthday")}
        data={policies.map((value) => ({ value, label: say(`brand.birthday.${value}`) }))}
        allowDeselect={false}
        readOnly={isReadOnly}
        {...form.getInputProps("birthday")}
      />
    </>
  );
}

/** Which words stand on the colour and how well they are read, and whether the colour is seen on white at all. */
function useContrastWords(color: string): string {
  const { say, number } = useSpeech();
  if (!COLOUR.test(color)) return say("brand.colorWrong");
  const words = textOn(color);
  const ratio = number(Math.round(contrastOf(color, words) * 10) / 10);
  const said = say(words === "#ffffff" ? "brand.whiteOn" : "brand.blackOn", { ratio });
  return contrastOf(color, "#ffffff") < VISIBLE_LEAST ? `${said} ${say("brand.pale")}` : said;
}
