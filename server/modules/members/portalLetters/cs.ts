import { type PortalWording, paragraphs } from "./wording.ts";

export const czech: PortalWording = {
  code: (shop, code, minutes) => ({
    subject: `${code} je Váš kód pro ${shop}`,
    text: paragraphs(
      `Váš kód pro ${shop}:`,
      code,
      `Platí ${minutes} minut a jen jednou. Nikomu ho neříkejte: nikdy se na něj neptáme. Pokud jste o ` +
        "něj nežádali, nemusíte dělat nic.",
    ),
  }),
  unknown: (shop) => ({
    subject: `${shop}: pod tímto kontaktem není žádné členství`,
    text: paragraphs(
      `Někdo, nejspíš Vy, se chtěl přihlásit do ${shop}. Pod tímto kontaktem není žádné členství. ` +
        "Zkuste jiný svůj kontakt, nebo se zeptejte v obchodě.",
      "Pokud jste to nebyli Vy, nemusíte dělat nic.",
    ),
  }),
  blocked: (shop) => ({
    subject: `${shop}: přihlášení je pozastaveno`,
    text: paragraphs(
      `Někdo, nejspíš Vy, se chtěl přihlásit do ${shop}. Přihlášení k tomuto členství je nyní ` +
        "pozastaveno. Zeptejte se prosím v obchodě.",
    ),
  }),
  newContact: (shop, code, minutes) => ({
    subject: `${code} potvrzuje Váš nový kontakt pro ${shop}`,
    text: paragraphs(
      `S tímto kódem Vás ${shop} bude napříště kontaktovat zde:`,
      code,
      `Platí ${minutes} minut a jen jednou. Pokud jste o něj nežádali, nemusíte dělat nic.`,
    ),
  }),
  oldContact: (shop, code, minutes) => ({
    subject: `${code} dovoluje změnu kontaktu v ${shop}`,
    text: paragraphs(
      `Někdo, kdo je přihlášen jako Vy, chce změnit, jak Vás ${shop} kontaktuje. Pokud jste to Vy, ` +
        "tento kód změnu dovolí:",
      code,
      `Platí ${minutes} minut a jen jednou. Pokud to nejste Vy, nikomu ho neříkejte a odhlaste se na ` +
        "všech zařízeních.",
    ),
  }),
  changed: (shop) => ({
    subject: `${shop}: Váš kontakt byl změněn`,
    text: paragraphs(
      `Bylo změněno, jak Vás ${shop} kontaktuje. Po 24 hodin můžete body získávat, ale ne uplatnit. ` +
        "Pokud jste to nebyli Vy, oznamte to prosím hned v obchodě.",
    ),
  }),
  leaving: (shop, code, minutes) => ({
    subject: `${code} ukončí Vaše členství v ${shop}`,
    text: paragraphs(
      `Tímto kódem se Vaše členství v ${shop} navždy ukončí a body propadnou:`,
      code,
      `Platí ${minutes} minut a jen jednou. Pokud chcete zůstat, nemusíte dělat nic.`,
    ),
  }),
};
