// Ten cards on a sheet, as large as a bank's, each with a number of its own that any scanner reads.
import { cardNumberFrom, ean13Modules } from "@fedele/core/barcodes.ts";
import { textOn } from "@fedele/core/contrast.ts";
import type { Language } from "@fedele/core/sentences.ts";
import { useSpeech } from "../../language.ts";
import { paperWords } from "../../templates/paper.ts";
import classes from "./paper.module.css";

const CARDS_ON_SHEET = 10;
const DIGITS = 11;
/** Of the bytes that chance gives only these are taken, so that each digit comes as often as the others. */
const EVEN_BYTES = 250;

/** Numbers that nobody has: two sheets share one once in ten thousand million cards. */
export function newNumbers(): string[] {
  return Array.from({ length: CARDS_ON_SHEET }, () => cardNumberFrom(digits()));
}

function digits(): string {
  let made = "";
  while (made.length < DIGITS) {
    for (const byte of crypto.getRandomValues(new Uint8Array(DIGITS))) {
      if (byte < EVEN_BYTES && made.length < DIGITS) made += String(byte % 10);
    }
  }
  return made;
}

type Look = {
  readonly name: string;
  readonly color: string;
  readonly logo: string | null;
  readonly language: Language;
};

export function Cards({ name, color, logo, language, numbers }: Look & { numbers: readonly string[] }) {
  return (
    <article className={`${classes.sheet} ${classes.cards}`} lang={language}>
      {numbers.map((number) => (
        <div key={number} className={classes.card}>
          <div className={classes.band} style={{ background: color, color: textOn(color) }}>
            {logo === null ? null : <img className={classes.small} src={logo} alt="" />}
            <span>{name}</span>
          </div>
          <Barcode number={number} />
          <p className={classes.cardText}>{paperWords[language].card}</p>
        </div>
      ))}
    </article>
  );
}

/** With the quiet zones that scanners need; sizes in modules. */
function Barcode({ number }: { number: string }) {
  const { say } = useSpeech();
  const bars = [...(ean13Modules(number) ?? "").matchAll(/1+/g)].map(
    ({ index, 0: run }) => `M${index + 11} 2h${run.length}v40h-${run.length}z`,
  );
  return (
    <svg className={classes.barcode} role="img" aria-label={say("paper.card", { number })} viewBox="0 0 117 54">
      <rect width="117" height="54" fill="#fff" />
      <path d={bars.join("")} fill="#000" shapeRendering="crispEdges" />
      <text x="58.5" y="51" fontSize="8" textAnchor="middle" fontFamily="monospace" fill="#000">
        {number}
      </text>
    </svg>
  );
}
