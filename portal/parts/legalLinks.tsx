// Where the terms and the privacy notice are, at the foot of pages; nothing where the shop has written neither.
import { useQuery } from "@tanstack/react-query";
import { useSpeech } from "../language.ts";
import { addressOf, goTo } from "../place.ts";
import { portalQuery } from "../queries.ts";

export function LegalLinks() {
  const { say } = useSpeech();
  const { data: shop } = useQuery(portalQuery);
  const written = (["terms", "privacy"] as const).filter((subject) => (shop?.[subject] ?? null) !== null);
  if (written.length === 0) return null;
  return (
    <nav className="languages" aria-label={say("legal.links")}>
      {written.map((subject) => (
        <a
          key={subject}
          className="link"
          href={addressOf(subject)}
          onClick={(event) => {
            event.preventDefault();
            goTo(subject);
          }}
        >
          {say(`legal.${subject}`)}
        </a>
      ))}
    </nav>
  );
}
