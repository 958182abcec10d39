import { chooseLanguage, languageNames, languages, useSpeech } from "../language.ts";
import { queries } from "../queries.ts";

/** For whoever is not signed in; who is says it under "Me", and letters follow. */
export function Languages() {
  const { language, say } = useSpeech();
  return (
    <nav className="languages" aria-label={say("door.language")}>
      {languages.map((one) => (
        <button
          key={one}
          type="button"
          className="link"
          lang={one}
          aria-current={one === language ? "true" : undefined}
          onClick={async () => {
            await chooseLanguage(one);
            await queries.invalidateQueries();
          }}
        >
          {languageNames[one]}
        </button>
      ))}
    </nav>
  );
}
