// The page behind a letter's way out, without a script: it asks, and only its button says. In the reader's language.
import { createHash } from "node:crypto";
import type { Language } from "@fedele/core/sentences.ts";

type Words = Readonly<{
  title: string;
  ask: (topic: string, shop: string) => string;
  button: string;
  done: string;
  left: (topic: string, shop: string) => string;
}>;

const words: Readonly<Record<Language, Words>> = {
  en: {
    title: "Unsubscribe",
    ask: (topic, shop) => `Do you want no more e-mails about “${topic}” from ${shop}?`,
    button: "Unsubscribe",
    done: "You are unsubscribed",
    left: (topic, shop) => `${shop} writes to you about “${topic}” no more. Everything else stays as it was.`,
  },
  it: {
    title: "Annulla l’iscrizione",
    ask: (topic, shop) => `Non vuoi più ricevere e-mail su «${topic}» da ${shop}?`,
    button: "Annulla l’iscrizione",
    done: "Iscrizione annullata",
    left: (topic, shop) => `${shop} non ti scriverà più su «${topic}». Tutto il resto rimane com’era.`,
  },
  ro: {
    title: "Dezabonare",
    ask: (topic, shop) => `Nu mai doriți să primiți e-mailuri despre „${topic}” de la ${shop}?`,
    button: "Dezabonare",
    done: "V-ați dezabonat",
    left: (topic, shop) => `${shop} nu vă mai scrie despre „${topic}”. Restul rămâne neschimbat.`,
  },
  de: {
    title: "Abmelden",
    ask: (topic, shop) => `Möchten Sie keine E-Mails zum Thema „${topic}“ von ${shop} mehr erhalten?`,
    button: "Abmelden",
    done: "Sie sind abgemeldet",
    left: (topic, shop) => `${shop} schreibt Ihnen zum Thema „${topic}“ nicht mehr. Alles andere bleibt, wie es war.`,
  },
  cs: {
    title: "Odhlášení odběru",
    ask: (topic, shop) => `Nechcete už dostávat e-maily na téma „${topic}“ od ${shop}?`,
    button: "Odhlásit odběr",
    done: "Odběr je odhlášen",
    left: (topic, shop) => `${shop} Vám už na téma „${topic}“ psát nebude. Vše ostatní zůstává, jak bylo.`,
  },
};

type About = Readonly<{ language: Language; topic: string; shop: string }>;

const style = `body{margin:0;font:1.125rem/1.5 system-ui,sans-serif;background:#f4f5f7;color:#1f2328}
main{max-width:34rem;margin:12vh auto 0;padding:2rem;background:#fff;border-radius:12px}
h1{font-size:1.5rem;line-height:1.25;margin:0 0 1rem}
button{font:inherit;font-weight:700;padding:.75rem 1.5rem;border:0;border-radius:8px;background:#1f2328;color:#fff}
@media(max-width:36rem){main{margin:0;border-radius:0;min-height:100vh;box-sizing:border-box}}
@media(prefers-color-scheme:dark){body{background:#16181c;color:#e6e8ea}main{background:#25262b}
button{background:#e6e8ea;color:#16181c}}`;

/** Nothing but this one style, and a form that leads back here. */
export const leavePolicy = [
  "default-src 'none'",
  `style-src 'sha256-${createHash("sha256").update(style).digest("base64")}'`,
  "form-action 'self'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
].join("; ");

export function askPage({ language, topic, shop }: About): string {
  const { title, ask, button } = words[language];
  const said = `<button name="List-Unsubscribe" value="One-Click">${escaped(button)}</button>`;
  const form = `<form method="post">${said}</form>`;
  return page(language, title, `<p>${escaped(ask(topic, shop))}</p>${form}`);
}

export function donePage({ language, topic, shop }: About): string {
  const { done, left } = words[language];
  return page(language, done, `<p>${escaped(left(topic, shop))}</p>`);
}

function page(language: Language, title: string, body: string): string {
  const head = [
    '<meta charset="utf-8"><meta name="robots" content="noindex">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${escaped(title)}</title><style>${style}</style>`,
  ].join("");
  const main = `<main><h1>${escaped(title)}</h1>${body}</main>`;
  return `<!doctype html><html lang="${language}"><head>${head}</head><body>${main}</body></html>`;
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}
