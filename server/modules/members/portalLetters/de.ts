import { type PortalWording, paragraphs } from "./wording.ts";

export const german: PortalWording = {
  code: (shop, code, minutes) => ({
    subject: `${code} ist Ihr Code für ${shop}`,
    text: paragraphs(
      `Ihr Code für ${shop}:`,
      code,
      `Er gilt ${minutes} Minuten und ein einziges Mal. Sagen Sie ihn niemandem: Wir fragen nie danach. ` +
        "Wenn Sie ihn nicht angefordert haben, müssen Sie nichts tun.",
    ),
  }),
  unknown: (shop) => ({
    subject: `${shop}: keine Mitgliedschaft unter diesem Kontakt`,
    text: paragraphs(
      `Jemand, vermutlich Sie, wollte sich bei ${shop} anmelden. Unter diesem Kontakt gibt es keine ` +
        "Mitgliedschaft. Versuchen Sie es mit einem anderen Kontakt oder fragen Sie im Geschäft.",
      "Wenn Sie es nicht waren, müssen Sie nichts tun.",
    ),
  }),
  blocked: (shop) => ({
    subject: `${shop}: Anmelden ist zurzeit nicht möglich`,
    text: paragraphs(
      `Jemand, vermutlich Sie, wollte sich bei ${shop} anmelden. Für diese Mitgliedschaft ist das ` +
        "zurzeit nicht möglich. Bitte fragen Sie im Geschäft.",
    ),
  }),
  newContact: (shop, code, minutes) => ({
    subject: `${code} bestätigt Ihren neuen Kontakt bei ${shop}`,
    text: paragraphs(
      `Mit diesem Code erreicht ${shop} Sie künftig hier:`,
      code,
      `Er gilt ${minutes} Minuten und ein einziges Mal. Wenn Sie ihn nicht angefordert haben, müssen ` +
        "Sie nichts tun.",
    ),
  }),
  oldContact: (shop, code, minutes) => ({
    subject: `${code} erlaubt einen neuen Kontakt bei ${shop}`,
    text: paragraphs(
      `Jemand, der als Sie angemeldet ist, möchte ändern, wie ${shop} Sie erreicht. Wenn Sie es sind, ` +
        "erlaubt dieser Code die Änderung:",
      code,
      `Er gilt ${minutes} Minuten und ein einziges Mal. Wenn Sie es nicht sind, sagen Sie ihn niemandem ` +
        "und melden Sie sich auf allen Geräten ab.",
    ),
  }),
  changed: (shop) => ({
    subject: `${shop}: Ihr Kontakt wurde geändert`,
    text: paragraphs(
      `Es wurde geändert, wie ${shop} Sie erreicht. 24 Stunden lang können Sie Punkte sammeln, aber ` +
        "nicht einlösen. Wenn Sie das nicht waren, sagen Sie es bitte sofort im Geschäft.",
    ),
  }),
  leaving: (shop, code, minutes) => ({
    subject: `${code} beendet Ihre Mitgliedschaft bei ${shop}`,
    text: paragraphs(
      `Mit diesem Code wird Ihre Mitgliedschaft bei ${shop} endgültig beendet, und Ihre Punkte verfallen:`,
      code,
      `Er gilt ${minutes} Minuten und ein einziges Mal. Wenn Sie bleiben möchten, müssen Sie nichts tun.`,
    ),
  }),
};
