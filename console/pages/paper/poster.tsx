// The poster: what it is about from across the room, the code from two metres, what to do from one.
import { textOn } from "@fedele/core/contrast.ts";
import type { Language } from "@fedele/core/sentences.ts";
import { useSpeech } from "../../language.ts";
import { paperWords } from "../../templates/paper.ts";
import { QrCode } from "../till/qr.tsx";
import classes from "./paper.module.css";

type Look = {
  readonly name: string;
  readonly color: string;
  readonly logo: string | null;
  readonly language: Language;
};

export function Poster({
  name,
  color,
  logo,
  language,
  address,
  place,
}: Look & { address: string; place: string | undefined }) {
  const { say } = useSpeech();
  const { title, scan, steps, without } = paperWords[language];
  return (
    <article className={classes.sheet} lang={language}>
      <header className={classes.top} style={{ background: color, color: textOn(color) }}>
        {logo === null ? null : <img className={classes.logo} src={logo} alt="" />}
        <div className={classes.name}>{name}</div>
        {place === undefined ? null : <div className={classes.place}>{place}</div>}
      </header>
      <div className={classes.middle}>
        <h1 className={classes.title}>{title}</h1>
        <p className={classes.scan}>{scan}</p>
        <div className={classes.code}>
          <QrCode text={address} label={say("paper.qr")} />
        </div>
        <p className={classes.address}>{address.replace(/^https?:\/\//, "")}</p>
        <ol className={classes.steps}>
          {steps.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
        <p className={classes.without}>{without}</p>
      </div>
    </article>
  );
}
