// The command line: `npm run -s fedele -- COMMAND`. What goes wrong is said in words, and the exit code is then not 0.
import { stripVTControlCharacters } from "node:util";
import { type CommandDef, defineCommand, renderUsage, runCommand } from "citty";
import { backupCommand, restoreCommand } from "./cli/backups.ts";
import { jumpCommand } from "./cli/clocks.ts";
import { deadLettersCommand } from "./cli/deadLetters.ts";
import { doctorCommand } from "./cli/doctor.ts";
import { importCommand } from "./cli/imports.ts";
import { keyCommand } from "./cli/keys.ts";
import { mailCommand } from "./cli/mail.ts";
import { ownerLinkCommand } from "./cli/ownerLink.ts";
import { migrateCommand, startCommand } from "./cli/server.ts";
import { tenantCommand } from "./cli/tenants.ts";
import { print, say } from "./cli/terminal.ts";
import { verifyCommand } from "./cli/verification.ts";

const fedele = defineCommand({
  meta: { name: "fedele", description: "Customer loyalty: points that are never lost or doubled" },
  subCommands: {
    start: startCommand,
    migrate: migrateCommand,
    tenant: tenantCommand,
    key: keyCommand,
    "owner-link": ownerLinkCommand,
    mail: mailCommand,
    import: importCommand,
    "verify-ledger": verifyCommand,
    doctor: doctorCommand,
    "dead-letters": deadLettersCommand,
    jump: jumpCommand,
    backup: backupCommand,
    restore: restoreCommand,
  },
});

const helpWords = new Set(["help", "--help", "-h"]);

async function main(words: readonly string[]): Promise<void> {
  const asksHelp = words.length === 0 || words.some((word) => helpWords.has(word));
  if (asksHelp) return print(await usageOf(words));
  await runCommand(fedele, { rawArgs: [...words] });
}

/** The help of the command that the words lead to. */
async function usageOf(words: readonly string[]): Promise<string> {
  let [command, parent]: [CommandDef, CommandDef | undefined] = [fedele, undefined];
  for (const word of words) {
    const found = await subCommandOf(command, word);
    if (found !== undefined) [command, parent] = [found, command];
  }
  return plain(await renderUsage(command, parent));
}

async function subCommandOf({ subCommands }: CommandDef, word: string): Promise<CommandDef | undefined> {
  const known = await (typeof subCommands === "function" ? subCommands() : subCommands);
  const found = known?.[word];
  return typeof found === "function" ? found() : found;
}

/** Colours are for terminals. */
function plain(text: string): string {
  return process.stdout.isTTY === true ? text : stripVTControlCharacters(text);
}

/** A sentence of ours needs no more; of a mistake of ours the place is wanted too. */
function fail(error: unknown): void {
  const isSentence = error instanceof Error && ["Error", "Refusal", "CLIError"].includes(error.name);
  const words = error instanceof Error ? error.message : String(error);
  say(plain(isSentence ? words : `This should not have happened: ${stackOf(error)}`));
  process.exit(1);
}

function stackOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

main(process.argv.slice(2)).catch(fail);
