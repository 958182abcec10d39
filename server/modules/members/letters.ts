// The letters to members that the ground itself writes, in their own language. Plain text, and nothing to click.
import type { Letter } from "../../platform/mail/smtp.ts";
import type { Tenant } from "../../platform/tenant.ts";

type Words = Pick<Letter, "subject" | "text">;
type Code = { readonly code: string; readonly minutes: number };
type Wording = (shop: string, told: Code) => Words;

const en: Wording = (shop, { code, minutes }) => ({
  subject: `${code} lets you use points at ${shop}`,
  text: letter(
    `Your code to use points at ${shop}:`,
    code,
    `It is good for ${minutes} minutes, once. Tell it only to the person at the till in front of you. If you are at ` +
      "no till, somebody is trying to use your points: tell nobody the code, and they cannot.",
  ),
});

const wordings: Readonly<Record<string, Wording>> = {
  en,
  it: (shop, { code, minutes }) => ({
    subject: `${code} ti fa usare i punti da ${shop}`,
    text: letter(
      `Il tuo codice per usare i punti da ${shop}:`,
      code,
      `Vale ${minutes} minuti, una sola volta. Dillo solo a chi è alla cassa davanti a te. Se non sei in cassa, ` +
        "qualcuno sta provando a usare i tuoi punti: non dire il codice a nessuno e non potrà farlo.",
    ),
  }),
  de: (shop, { code, minutes }) => ({
    subject: `${code} löst Ihre Punkte bei ${shop} ein`,
    text: letter(
      `Ihr Code zum Einlösen von Punkten bei ${shop}:`,
      code,
      `Er gilt ${minutes} Minuten und ein einziges Mal. Sagen Sie ihn nur der Person an der Kasse vor Ihnen. Wenn ` +
        "Sie an keiner Kasse stehen, versucht jemand, Ihre Punkte einzulösen: Sagen Sie ihn niemandem, dann " +
        "gelingt es nicht.",
    ),
  }),
  cs: (shop, { code, minutes }) => ({
    subject: `${code} je Váš kód k použití bodů v ${shop}`,
    text: letter(
      `Váš kód k použití bodů v ${shop}:`,
      code,
      `Platí ${minutes} minut a jen jednou. Řekněte ho jen člověku u pokladny před Vámi. Pokud u pokladny nestojíte, ` +
        "někdo se pokouší použít Vaše body: nikomu kód neříkejte a nepodaří se mu to.",
    ),
  }),
  ro: (shop, { code, minutes }) => ({
    subject: `${code} este codul pentru a folosi puncte la ${shop}`,
    text: letter(
      `Codul dumneavoastră pentru a folosi puncte la ${shop}:`,
      code,
      `Este valabil ${minutes} minute, o singură dată. Spuneți-l doar persoanei de la casa din fața dumneavoastră. ` +
        "Dacă nu sunteți la casă, cineva încearcă să vă folosească punctele: nu spuneți codul nimănui și nu va reuși.",
    ),
  }),
};

/** In the member's language, else in the tenant's. */
export function spendingCodeLetter(tenant: Tenant, language: string | undefined, told: Code): Words {
  return wordingOf(language ?? tenant.language)(tenant.name, told);
}

function letter(...paragraphs: readonly string[]): string {
  return `${paragraphs.join("\n\n")}\n`;
}

function wordingOf(language: string): Wording {
  return wordings[language.split("-")[0] ?? ""] ?? en;
}
