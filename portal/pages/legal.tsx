// The terms and the privacy notice, for everybody who comes, signed in or not.
import { useSpeech } from "../language.ts";
import { Empty } from "../parts/states.tsx";
import { addressOf, goTo } from "../place.ts";
import type { Portal } from "../queries.ts";

type Subject = "terms" | "privacy";

export function LegalPage({ shop, subject }: { shop: Portal; subject: Subject }) {
  const { say } = useSpeech();
  const shown = shop[subject] ?? null;
  return (
    <>
      <h1>{say(`legal.${subject}`)}</h1>
      {shown === null ? (
        <Empty title={say("legal.none")} hint={say("legal.noneHint")} />
      ) : (
        <>
          <p className="legal">{shown.text}</p>
          <p className="quiet small">{say("legal.version", { version: shown.version })}</p>
        </>
      )}
      <a
        className="link"
        href={addressOf("home")}
        onClick={(event) => {
          event.preventDefault();
          goTo("home");
        }}
      >
        {say("state.back")}
      </a>
    </>
  );
}
