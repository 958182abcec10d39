// Which text can be read on a colour, as WCAG 2.2 reckons it.

/** Light that a colour gives off, from 0 (black) to 1 (white). `hex`: #rrggbb. */
export function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) =>
    linear(Number.parseInt(hex.slice(at, at + 2), 16) / 255),
  );
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function linear(part: number): number {
  return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
}

/** From 1 (the same) to 21 (black on white). */
export function contrastOf(one: string, other: string): number {
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}

/** Black or white, whichever is read more easily on this colour: never less than 4.5. */
export function textOn(hex: string): "#000000" | "#ffffff" {
  return contrastOf(hex, "#ffffff") >= contrastOf(hex, "#000000") ? "#ffffff" : "#000000";
}

/** The colour made darker or lighter, step by step, until it can be read on the ground as text. */
export function readableOn(hex: string, ground: string, least = 4.5): string {
  const target = luminance(ground) > 0.5 ? 0 : 255;
  for (let step = 0; step <= 20; step += 1) {
    const mixed = mix(hex, target, step / 20);
    if (contrastOf(mixed, ground) >= least) return mixed;
  }
  return target === 0 ? "#000000" : "#ffffff";
}

function mix(hex: string, target: number, share: number): string {
  const parts = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16);
    return Math.round(part + (target - part) * share)
      .toString(16)
      .padStart(2, "0");
  });
  return `#${parts.join("")}`;
}
