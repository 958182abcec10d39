// Which of our languages a reader wants, from Accept-Language (RFC 9110, 12.5.4).

const HEADER_CHARS_MAX = 500;

/** The wanted language that we have and that is wanted most; else `otherwise`. */
export function languageWanted<const Known extends string>(
  header: string | undefined,
  known: readonly Known[],
  otherwise: Known,
): Known {
  const wanted = (header ?? "")
    .slice(0, HEADER_CHARS_MAX)
    .split(",")
    .map((part, index) => ({ ...rangeIn(part), index }))
    .filter(({ weight }) => weight > 0)
    .toSorted((a, b) => b.weight - a.weight || a.index - b.index);
  for (const { language } of wanted) {
    const found = known.find((one) => one === language);
    if (found !== undefined) return found;
  }
  return otherwise;
}

/** "de-AT;q=0.8" as its first tag and its weight. */
function rangeIn(part: string): { language: string; weight: number } {
  const [tag = "", ...parameters] = part.split(";").map((piece) => piece.trim().toLowerCase());
  const quality = parameters.find((parameter) => parameter.startsWith("q="))?.slice(2);
  const weight = quality === undefined ? 1 : Number(quality);
  return { language: tag.split("-")[0] ?? "", weight: Number.isFinite(weight) ? weight : 0 };
}
