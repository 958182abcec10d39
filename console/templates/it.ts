// What a shop may start from in Italian. It is no legal advice: each shop has it checked.
import type { Templates } from "./template.ts";

export const it: Templates = {
  terms: [
    "1. Chi gestisce il programma. {shop} gestisce questo programma fedeltà. Ci trovi a [indirizzo, e-mail].",
    "2. Partecipazione. È gratuita e aperta a chi ha almeno [16] anni. Per iscriverti indichi un’e-mail o un " +
      "numero di telefono, oppure ritiri una tessera in negozio.",
    "3. Punti. Si ottengono con gli acquisti e con quanto altro indicato nel tuo account. I punti non sono " +
      "denaro, non si vendono e non si convertono in contanti.",
    "4. Durata dei punti. [I punti scadono 24 mesi dopo l’accredito.] Nel tuo account vedi quanti ne hai e " +
      "fino a quando.",
    "5. Resi. Se restituisci un acquisto, i relativi punti vengono stornati.",
    "6. Premi. Si ottengono fino a esaurimento scorte, con i punti indicati al momento della richiesta.",
    "7. Abusi. Chi ci inganna può perdere i punti così ottenuti ed essere escluso. Ti diciamo il motivo e puoi " +
      "opporti.",
    "8. Modifiche e fine. Annunciamo le modifiche e la fine del programma almeno [30 giorni] prima; fino ad " +
      "allora puoi usare i punti.",
    "9. Recesso. Puoi uscire in ogni momento, dall’account o in negozio. I punti allora vanno persi.",
    "10. I tuoi dati. Come li trattiamo è scritto nell’informativa sulla privacy.",
    "11. Legge. Si applica la legge di [Paese]. Restano salvi i diritti inderogabili dei consumatori.",
  ],
  privacy: [
    "1. Titolare. {shop}, [indirizzo, contatto, responsabile della protezione dei dati se nominato].",
    "2. Che cosa conserviamo. Il nome e i recapiti che ci dai, la tua tessera, acquisti e punti, i consensi e " +
      "i messaggi tra noi.",
    "3. Perché. Per gestire il programma a cui ti sei iscritto (art. 6, par. 1, lett. b GDPR); per la " +
      "contabilità (lett. c); per scriverti o scegliere offerte per te solo con il tuo consenso (lett. a).",
    "4. A chi. [Fornitori di hosting e posta.] Ad aziende partner solo con il tuo consenso. Non vendiamo nulla.",
    "5. Per quanto. Finché sei socio. Quando esci, nome e recapiti vengono distrutti; gli acquisti restano " +
      "senza nome per il tempo richiesto dalla legge contabile.",
    "6. I tuoi diritti. Vedere i dati, portarli con te, correggerli, farli cancellare o limitare, opporti e " +
      "revocare in ogni momento i consensi. Quasi tutto puoi farlo da solo nel tuo account.",
    "7. Reclami. A noi, oppure all’autorità di controllo: [nome].",
    "8. Sul tuo dispositivo. Memorizziamo ciò che ti tiene collegato e mostra la tessera senza rete. Niente ti " +
      "segue altrove.",
  ],
  consents: {
    email: "{shop} può mandarmi offerte e novità per e-mail. Posso revocarlo in ogni momento.",
    sms: "{shop} può mandarmi offerte e novità per SMS. Posso revocarlo in ogni momento.",
    push: "{shop} può inviare notifiche a questo dispositivo. Posso revocarlo in ogni momento.",
    phone: "{shop} può chiamarmi per proporre offerte. Posso revocarlo in ogni momento.",
    post: "{shop} può mandarmi offerte per posta. Posso revocarlo in ogni momento.",
    profiling:
      "{shop} può guardare i miei acquisti per scegliere offerte adatte a me. Posso revocarlo in ogni momento.",
    partners: "{shop} può comunicare alle aziende partner [nomi] che cosa compro. Posso revocarlo in ogni momento.",
  },
};
