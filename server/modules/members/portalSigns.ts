// What a phone keeps of a portal that was put on its first page.
import { textOn } from "@fedele/core/contrast.ts";

const SHORT_CHARS_MAX = 12;

export function manifestOf(slug: string, name: string, color: string): string {
  const icon = { src: `/v1/portal/${slug}/icon.svg`, type: "image/svg+xml", sizes: "any" };
  return JSON.stringify({
    id: `/p/${slug}`,
    name,
    short_name: name.slice(0, SHORT_CHARS_MAX).trim(),
    start_url: `/p/${slug}`,
    scope: `/p/${slug}`,
    display: "standalone",
    background_color: "#ffffff",
    theme_color: color,
    icons: [
      { ...icon, purpose: "any" },
      { ...icon, purpose: "maskable" },
    ],
  });
}

/** The first letter on the colour. It fills the whole square, so that a phone may cut any shape out of it. */
export function iconOf(name: string, color: string): string {
  const [letter = "F"] = name.trim().toUpperCase();
  const escaped = letter.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 512 512"><path fill="${color}" d="M0 0h512v512H0z"/>` +
    `<text x="256" y="350" font-family="system-ui,sans-serif" font-size="272" font-weight="700" text-anchor="middle" ` +
    `fill="${textOn(color)}">${escaped}</text></svg>`
  );
}
