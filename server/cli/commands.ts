// How a command is made: what it does not know is refused, because a slip of the finger must not change what is done.
import { type ArgsDef, type CommandDef, defineCommand } from "citty";
import { Refusal } from "../platform/refusal.ts";

/** A command that takes exactly these arguments. */
export function command<const Args extends ArgsDef>(def: CommandDef<Args> & { args: Args }): CommandDef<Args> {
  return defineCommand({ ...def, setup: ({ args }) => refuseUnknown(args, def.args) });
}

function refuseUnknown(told: Readonly<Record<string, unknown>>, known: ArgsDef): void {
  const names = Object.keys(known);
  const options = names.filter((name) => known[name]?.type !== "positional");
  for (const [name, value] of Object.entries(told)) {
    if (name === "_") continue;
    if (!names.some((one) => one === name || inCamelCase(one) === name)) {
      const list = options.map((one) => `--${one}`).join(", ");
      throw new Refusal("invalid", `There is no option "--${name}" here. There are: ${list}.`);
    }
    if (value === "") throw new Refusal("invalid", `"--${name}" needs a value.`);
  }
  const words = Array.isArray(told._) ? told._ : [];
  const surplus = words[names.length - options.length];
  if (surplus !== undefined) throw new Refusal("invalid", `"${surplus}" is one word too many.`);
}

function inCamelCase(name: string): string {
  return name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
}

export const json = { type: "boolean", description: "Print one object, on the last line of standard output." } as const;
export const tenantSlug = { type: "string", description: "The tenant's slug.", required: true } as const;
