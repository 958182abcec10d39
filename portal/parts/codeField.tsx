// Six boxes for six digits: typed, pasted, or filled in by the phone from the message that came.
import { PinInput } from "@mantine/core";
import { useState } from "react";
import { useSpeech } from "../language.ts";

export const CODE_DIGITS = 6;

type CodeFieldProps = { label: string; name: string; onWhole?(code: string): void };

export function CodeField({ label, name, onWhole }: CodeFieldProps) {
  const { say } = useSpeech();
  const [code, setCode] = useState("");
  return (
    <div className="block-plain">
      <span className="small" id={`label-${name}`}>
        {label}
      </span>
      <PinInput
        length={CODE_DIGITS}
        type="number"
        size="md"
        oneTimeCode
        name={name}
        value={code}
        onChange={setCode}
        aria-labelledby={`label-${name}`}
        getInputProps={(index) => ({ "aria-label": `${label}: ${say("door.digit", { number: index + 1 })}` })}
        {...(onWhole === undefined ? {} : { onComplete: onWhole })}
      />
    </div>
  );
}
