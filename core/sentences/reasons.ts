// Why a rule gave nothing though its conditions were met, in the reader's language.
import type { Reason } from "../ruleExplanations.ts";

/** The kinds of reasons that are said in words of their own; conditions are said as they are asked. */
export type SpokenReason = Extract<Reason["kind"], keyof ReasonWords>;

/** `by`: the name of the other campaign, in the quotation marks of the language. */
type ReasonWords = {
  readonly held_out: string;
  readonly shut_out: (by: string) => string;
  readonly outdone: (by: string) => string;
  readonly rule_limit: string;
  readonly campaign_limit: string;
  readonly cap: string;
  readonly budget: string;
};

export const reasonWords: Readonly<Record<"en" | "it" | "ro" | "de" | "cs", ReasonWords>> = {
  en: {
    held_out: "Held out for comparison: the member belongs to those who get nothing from this campaign.",
    shut_out: (by) => `The campaign ${by} goes first and keeps others away.`,
    outdone: (by) => `Another campaign of its category, ${by}, gave more.`,
    rule_limit: "The member has had all that this rule gives in the period.",
    campaign_limit: "The member has had all that the campaign gives in the period.",
    cap: "The member has had all the points that the programme gives in the period.",
    budget: "The campaign’s budget is used up.",
  },
  it: {
    held_out: "Escluso per il confronto: l’iscritto è tra quelli che da questa campagna non ricevono nulla.",
    shut_out: (by) => `La campagna ${by} ha la precedenza ed esclude le altre.`,
    outdone: (by) => `Un’altra campagna della stessa categoria, ${by}, ha dato di più.`,
    rule_limit: "L’iscritto ha già avuto tutto ciò che questa regola dà nel periodo.",
    campaign_limit: "L’iscritto ha già avuto tutto ciò che la campagna dà nel periodo.",
    cap: "L’iscritto ha già avuto tutti i punti che il programma dà nel periodo.",
    budget: "Il budget della campagna è esaurito.",
  },
  ro: {
    held_out: "Exclus pentru comparație: membrul este dintre cei care nu primesc nimic din această campanie.",
    shut_out: (by) => `Campania ${by} are prioritate și le exclude pe celelalte.`,
    outdone: (by) => `O altă campanie din aceeași categorie, ${by}, a dat mai mult.`,
    rule_limit: "Membrul a primit deja tot ce dă această regulă în perioada respectivă.",
    campaign_limit: "Membrul a primit deja tot ce dă campania în perioada respectivă.",
    cap: "Membrul a primit deja toate punctele pe care le dă programul în perioada respectivă.",
    budget: "Bugetul campaniei este epuizat.",
  },
  de: {
    held_out: "Zum Vergleich ausgenommen: Das Mitglied gehört zu denen, die von dieser Kampagne nichts bekommen.",
    shut_out: (by) => `Die Kampagne ${by} hat Vorrang und schließt andere aus.`,
    outdone: (by) => `Eine andere Kampagne derselben Kategorie, ${by}, hat mehr gegeben.`,
    rule_limit: "Das Mitglied hat schon alles bekommen, was diese Regel im Zeitraum gibt.",
    campaign_limit: "Das Mitglied hat schon alles bekommen, was die Kampagne im Zeitraum gibt.",
    cap: "Das Mitglied hat schon alle Punkte bekommen, die das Programm im Zeitraum gibt.",
    budget: "Das Budget der Kampagne ist aufgebraucht.",
  },
  cs: {
    held_out: "Vyňato pro srovnání: člen patří k těm, kdo z této kampaně nic nedostanou.",
    shut_out: (by) => `Kampaň ${by} má přednost a ostatní vylučuje.`,
    outdone: (by) => `Jiná kampaň téže kategorie, ${by}, dala víc.`,
    rule_limit: "Člen už dostal vše, co toto pravidlo v daném období dává.",
    campaign_limit: "Člen už dostal vše, co kampaň v daném období dává.",
    cap: "Člen už dostal všechny body, které program v daném období dává.",
    budget: "Rozpočet kampaně je vyčerpán.",
  },
};
