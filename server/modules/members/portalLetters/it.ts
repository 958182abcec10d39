import { type PortalWording, paragraphs } from "./wording.ts";

export const italian: PortalWording = {
  code: (shop, code, minutes) => ({
    subject: `${code} è il tuo codice per ${shop}`,
    text: paragraphs(
      `Il tuo codice per ${shop}:`,
      code,
      `Vale ${minutes} minuti, una sola volta. Non dirlo a nessuno: non te lo chiederemo mai. Se non ` +
        "l'hai chiesto, non devi fare nulla.",
    ),
  }),
  unknown: (shop) => ({
    subject: `${shop}: nessuna iscrizione con questo contatto`,
    text: paragraphs(
      `Qualcuno, probabilmente tu, voleva accedere a ${shop}. Con questo contatto non c'è alcuna ` +
        "iscrizione. Prova con un altro tuo contatto o chiedi in negozio.",
      "Se non eri tu, non devi fare nulla.",
    ),
  }),
  blocked: (shop) => ({
    subject: `${shop}: l'accesso è sospeso`,
    text: paragraphs(
      `Qualcuno, probabilmente tu, voleva accedere a ${shop}. Al momento l'accesso a questa iscrizione ` +
        "è sospeso. Chiedi in negozio.",
    ),
  }),
  newContact: (shop, code, minutes) => ({
    subject: `${code} conferma il tuo nuovo contatto per ${shop}`,
    text: paragraphs(
      `Con questo codice ${shop} ti raggiungerà qui d'ora in poi:`,
      code,
      `Vale ${minutes} minuti, una sola volta. Se non l'hai chiesto, non devi fare nulla.`,
    ),
  }),
  oldContact: (shop, code, minutes) => ({
    subject: `${code} permette di cambiare contatto su ${shop}`,
    text: paragraphs(
      `Qualcuno che ha effettuato l'accesso come te vuole cambiare il contatto con cui ${shop} ti ` +
        "raggiunge. Se sei tu, questo codice lo permette:",
      code,
      `Vale ${minutes} minuti, una sola volta. Se non sei tu, non dirlo a nessuno ed esci da tutti i dispositivi.`,
    ),
  }),
  changed: (shop) => ({
    subject: `${shop}: il tuo contatto è cambiato`,
    text: paragraphs(
      `Il contatto con cui ${shop} ti raggiunge è cambiato. Per 24 ore puoi guadagnare punti ma non ` +
        "usarli. Se non sei stato tu, avvisa subito il negozio.",
    ),
  }),
  leaving: (shop, code, minutes) => ({
    subject: `${code} chiude la tua iscrizione a ${shop}`,
    text: paragraphs(
      `Con questo codice la tua iscrizione a ${shop} viene chiusa per sempre e i tuoi punti vanno persi:`,
      code,
      `Vale ${minutes} minuti, una sola volta. Se vuoi restare, non devi fare nulla.`,
    ),
  }),
};
