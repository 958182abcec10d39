// What stands in every letter besides what its author wrote, in the reader's language.
import type { Language } from "./sentences.ts";

export type MessageWords = Readonly<{
  /** Below the number. */
  points: string;
  because: (shop: string) => string;
  preferences: string;
  unsubscribe: string;
}>;

export const messageWords: Readonly<Record<Language, MessageWords>> = {
  en: {
    points: "your points",
    because: (shop) => `You receive this because you agreed to hear from ${shop}.`,
    preferences: "Choose what you receive",
    unsubscribe: "Unsubscribe",
  },
  it: {
    points: "i tuoi punti",
    because: (shop) => `Ricevi questo messaggio perché hai accettato le comunicazioni di ${shop}.`,
    preferences: "Scegli cosa ricevere",
    unsubscribe: "Annulla l’iscrizione",
  },
  ro: {
    points: "punctele dumneavoastră",
    because: (shop) => `Primiți acest mesaj pentru că ați acceptat să primiți noutăți de la ${shop}.`,
    preferences: "Alegeți ce primiți",
    unsubscribe: "Dezabonare",
  },
  de: {
    points: "Ihre Punkte",
    because: (shop) => `Sie erhalten diese Nachricht, weil Sie Neuigkeiten von ${shop} zugestimmt haben.`,
    preferences: "Auswählen, was Sie erhalten",
    unsubscribe: "Abmelden",
  },
  cs: {
    points: "Vaše body",
    because: (shop) => `Tuto zprávu dostáváte, protože jste souhlasili se zasíláním novinek od ${shop}.`,
    preferences: "Vybrat, co chcete dostávat",
    unsubscribe: "Odhlásit odběr",
  },
};
