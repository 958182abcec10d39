import { type PortalWording, paragraphs } from "./wording.ts";

export const romanian: PortalWording = {
  code: (shop, code, minutes) => ({
    subject: `${code} este codul dumneavoastră pentru ${shop}`,
    text: paragraphs(
      `Codul dumneavoastră pentru ${shop}:`,
      code,
      `Este valabil ${minutes} minute, o singură dată. Nu îl spuneți nimănui: nu vi-l cerem niciodată. ` +
        "Dacă nu l-ați cerut, nu trebuie să faceți nimic.",
    ),
  }),
  unknown: (shop) => ({
    subject: `${shop}: nu există un cont cu acest contact`,
    text: paragraphs(
      `Cineva, probabil dumneavoastră, a vrut să se conecteze la ${shop}. Cu acest contact nu există ` +
        "niciun cont de membru. Încercați alt contact sau întrebați în magazin.",
      "Dacă nu ați fost dumneavoastră, nu trebuie să faceți nimic.",
    ),
  }),
  blocked: (shop) => ({
    subject: `${shop}: conectarea este suspendată`,
    text: paragraphs(
      `Cineva, probabil dumneavoastră, a vrut să se conecteze la ${shop}. Conectarea la acest cont este ` +
        "suspendată deocamdată. Întrebați în magazin.",
    ),
  }),
  newContact: (shop, code, minutes) => ({
    subject: `${code} confirmă noul dumneavoastră contact pentru ${shop}`,
    text: paragraphs(
      `Cu acest cod, ${shop} vă va contacta aici de acum înainte:`,
      code,
      `Este valabil ${minutes} minute, o singură dată. Dacă nu l-ați cerut, nu trebuie să faceți nimic.`,
    ),
  }),
  oldContact: (shop, code, minutes) => ({
    subject: `${code} permite schimbarea contactului la ${shop}`,
    text: paragraphs(
      `Cineva conectat în numele dumneavoastră vrea să schimbe felul în care vă contactează ${shop}. ` +
        "Dacă sunteți dumneavoastră, acest cod permite schimbarea:",
      code,
      `Este valabil ${minutes} minute, o singură dată. Dacă nu sunteți dumneavoastră, nu îl spuneți ` +
        "nimănui și deconectați-vă de pe toate dispozitivele.",
    ),
  }),
  changed: (shop) => ({
    subject: `${shop}: datele dumneavoastră de contact s-au schimbat`,
    text: paragraphs(
      `Felul în care vă contactează ${shop} a fost schimbat. Timp de 24 de ore puteți primi puncte, dar ` +
        "nu le puteți folosi. Dacă nu ați făcut dumneavoastră schimbarea, anunțați imediat magazinul.",
    ),
  }),
  leaving: (shop, code, minutes) => ({
    subject: `${code} închide contul dumneavoastră la ${shop}`,
    text: paragraphs(
      `Cu acest cod, contul dumneavoastră la ${shop} se închide definitiv, iar punctele se pierd:`,
      code,
      `Este valabil ${minutes} minute, o singură dată. Dacă doriți să rămâneți, nu trebuie să faceți nimic.`,
    ),
  }),
};
