// The letters to staff, in the tenant's language. Plain text: nothing in them can be clicked but the link.
import type { Letter } from "../../platform/mail/smtp.ts";
import type { Tenant } from "../../platform/tenant.ts";

type Words = Pick<Letter, "subject" | "text">;
type Code = { readonly code: string; readonly minutes: number };
type Invitation = { readonly name: string; readonly link: string; readonly days: number };

type Wording = {
  code(shop: string, told: Code): Words;
  invitation(shop: string, told: Invitation): Words;
};

const en: Wording = {
  code: (shop, { code, minutes }) => ({
    subject: `${code} is your code for ${shop}`,
    text: letter(
      `Your code to sign in to ${shop}:`,
      code,
      `It is good for ${minutes} minutes, once. Tell it to nobody: we never ask for it. If you did ` +
        "not want to sign in, you need do nothing.",
    ),
  }),
  invitation: (shop, { name, link, days }) => ({
    subject: `${shop} invites you`,
    text: letter(
      `Hello ${name},`,
      `you are invited to work with the loyalty programme of ${shop}. Open this link and confirm:`,
      link,
      `It is good for ${days} days, once. Afterwards you sign in with a code that comes to this address.`,
    ),
  }),
};

const wordings: Readonly<Record<string, Wording>> = {
  en,
  it: {
    code: (shop, { code, minutes }) => ({
      subject: `${code} è il tuo codice per ${shop}`,
      text: letter(
        `Il tuo codice per accedere a ${shop}:`,
        code,
        `Vale ${minutes} minuti, una sola volta. Non dirlo a nessuno: non te lo chiederemo mai. Se ` +
          "non volevi accedere, non devi fare nulla.",
      ),
    }),
    invitation: (shop, { name, link, days }) => ({
      subject: `${shop} ti invita`,
      text: letter(
        `Ciao ${name},`,
        `sei invitato a lavorare con il programma fedeltà di ${shop}. Apri questo link e conferma:`,
        link,
        `Vale ${days} giorni, una sola volta. Poi accedi con un codice che arriva a questo indirizzo.`,
      ),
    }),
  },
  de: {
    code: (shop, { code, minutes }) => ({
      subject: `${code} ist Ihr Code für ${shop}`,
      text: letter(
        `Ihr Code zum Anmelden bei ${shop}:`,
        code,
        `Er gilt ${minutes} Minuten und ein einziges Mal. Sagen Sie ihn niemandem: Wir fragen nie ` +
          "danach. Wenn Sie sich nicht anmelden wollten, müssen Sie nichts tun.",
      ),
    }),
    invitation: (shop, { name, link, days }) => ({
      subject: `${shop} lädt Sie ein`,
      text: letter(
        `Guten Tag ${name},`,
        `Sie sind eingeladen, am Treueprogramm von ${shop} mitzuarbeiten. Öffnen Sie diesen Link und ` +
          "bestätigen Sie:",
        link,
        `Er gilt ${days} Tage und ein einziges Mal. Danach melden Sie sich mit einem Code an, der an ` +
          "diese Adresse kommt.",
      ),
    }),
  },
  cs: {
    code: (shop, { code, minutes }) => ({
      subject: `${code} je Váš kód pro ${shop}`,
      text: letter(
        `Váš kód pro přihlášení do ${shop}:`,
        code,
        `Platí ${minutes} minut a jen jednou. Nikomu ho neříkejte: nikdy se na něj neptáme. Pokud ` +
          "jste se přihlásit nechtěli, nemusíte dělat nic.",
      ),
    }),
    invitation: (shop, { name, link, days }) => ({
      subject: `${shop} Vás zve`,
      text: letter(
        `Dobrý den (${name}),`,
        `zveme Vás ke spolupráci na věrnostním programu ${shop}. Otevřete tento odkaz a potvrďte:`,
        link,
        `Platí ${days} dní a jen jednou. Potom se přihlásíte kódem, který přijde na tuto adresu.`,
      ),
    }),
  },
  ro: {
    code: (shop, { code, minutes }) => ({
      subject: `${code} este codul dumneavoastră pentru ${shop}`,
      text: letter(
        `Codul dumneavoastră de conectare la ${shop}:`,
        code,
        `Este valabil ${minutes} minute, o singură dată. Nu îl spuneți nimănui: nu îl cerem ` +
          "niciodată. Dacă nu ați vrut să vă conectați, nu trebuie să faceți nimic.",
      ),
    }),
    invitation: (shop, { name, link, days }) => ({
      subject: `${shop} vă invită`,
      text: letter(
        `Bună ziua, ${name},`,
        `sunteți invitat să lucrați cu programul de fidelitate al ${shop}. Deschideți acest link și confirmați:`,
        link,
        `Este valabil ${days} zile, o singură dată. Apoi vă conectați cu un cod care vine la această adresă.`,
      ),
    }),
  },
};

export function codeLetter(tenant: Tenant, told: Code): Words {
  return wordingOf(tenant).code(tenant.name, told);
}

export function invitationLetter(tenant: Tenant, told: Invitation): Words {
  return wordingOf(tenant).invitation(tenant.name, told);
}

function letter(...paragraphs: readonly string[]): string {
  return `${paragraphs.join("\n\n")}\n`;
}

function wordingOf({ language }: Tenant): Wording {
  return wordings[language.split("-")[0] ?? ""] ?? en;
}
