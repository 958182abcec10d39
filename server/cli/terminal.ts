// What a person or a program at the terminal sees. Results go to standard output, everything else to standard error.
import type { Progress } from "../modules/programme/imports/imports.ts";

export function say(sentence: string): void {
  process.stderr.write(`${sentence}\n`);
}

export function print(text: string): void {
  process.stdout.write(`${text}\n`);
}

/** One object on one line, the last that is written. */
export function printJson(value: unknown): void {
  print(JSON.stringify(value));
}

const BAR_CHARS = 30;
/** How often a log is told of work that goes on. */
const LINE_MS = 2_000;
const BAR_MS = 100;

const titles: Readonly<Record<Progress["step"], string>> = {
  reading: "Reading the file",
  enrolling: "Enrolling members",
  recording: "Recording",
};

/** A bar that moves on a terminal, plain lines elsewhere. */
export function progressTeller(): { tell(progress: Progress): void; end(): void } {
  const isTerminal = process.stderr.isTTY === true;
  let step: Progress["step"] | undefined;
  let drawnAt = 0;
  const endLine = (): void => {
    if (isTerminal && step !== undefined) process.stderr.write("\n");
  };
  const tell = (progress: Progress): void => {
    const isNew = progress.step !== step;
    const isOver = progress.done >= progress.of;
    const isDue = performance.now() - drawnAt > (isTerminal ? BAR_MS : LINE_MS);
    if (!isNew && !isDue && !(isTerminal && isOver)) return;
    if (isNew) endLine();
    step = progress.step;
    drawnAt = performance.now();
    if (isTerminal) process.stderr.write(`\r${barOf(progress)}`);
    else say(lineOf(progress));
  };
  return { tell, end: endLine };
}

function barOf({ step, done, of }: Progress): string {
  const share = of === 0 ? 1 : Math.min(1, done / of);
  const full = Math.round(share * BAR_CHARS);
  const bar = `${"█".repeat(full)}${"░".repeat(BAR_CHARS - full)}`;
  return `${titles[step].padEnd(18)} ${bar} ${String(Math.floor(share * 100)).padStart(3)} %  ${done}/${of}`;
}

function lineOf({ step, done, of }: Progress): string {
  return step === "reading" ? `${titles[step]}.` : `${titles[step]}: ${done} of ${of}.`;
}

/** Aborted by Ctrl-C or SIGTERM, once: long work then ends at its next step, a second time ends it at once. */
export function stopSignal(): AbortSignal {
  const controller = new AbortController();
  for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => controller.abort());
  return controller.signal;
}
