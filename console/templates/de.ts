// What a shop may start from in German. It is no legal advice: each shop has it checked.
import type { Templates } from "./template.ts";

export const de: Templates = {
  terms: [
    "1. Wer das Programm betreibt. {shop} betreibt dieses Treueprogramm. Sie erreichen uns unter [Anschrift, " +
      "E-Mail].",
    "2. Teilnahme. Sie ist kostenlos und steht Personen ab [16] Jahren offen. Zum Beitritt geben Sie eine " +
      "E-Mail-Adresse oder Telefonnummer an oder nehmen im Laden eine Karte.",
    "3. Punkte. Sie erhalten Punkte für Einkäufe und für alles Weitere, was Ihr Konto nennt. Punkte sind kein " +
      "Geld, können nicht verkauft und nicht ausgezahlt werden.",
    "4. Wie lange Punkte gelten. [Punkte verfallen 24 Monate nach der Gutschrift.] Ihr Konto zeigt, was Sie " +
      "haben und bis wann.",
    "5. Rückgaben. Geben Sie einen Einkauf zurück, werden seine Punkte zurückgebucht.",
    "6. Prämien. Es gibt sie, solange der Vorrat reicht, für die Punktzahl, die beim Einlösen angezeigt wird.",
    "7. Missbrauch. Wer uns täuscht, kann die so erlangten Punkte verlieren und ausgeschlossen werden. Wir " +
      "nennen den Grund, und Sie können widersprechen.",
    "8. Änderungen und Ende. Wir kündigen Änderungen und das Ende des Programms mindestens [30 Tage] vorher " +
      "an; bis dahin können Sie Ihre Punkte nutzen.",
    "9. Austritt. Sie können jederzeit austreten, im Konto oder im Laden. Ihre Punkte verfallen dann.",
    "10. Ihre Daten. Wie wir sie verarbeiten, steht im Datenschutzhinweis.",
    "11. Recht. Es gilt das Recht von [Land]. Zwingende Verbraucherrechte bleiben unberührt.",
  ],
  privacy: [
    "1. Verantwortlich. {shop}, [Anschrift, Kontakt, Datenschutzbeauftragte, falls vorhanden].",
    "2. Was wir speichern. Name und Kontaktdaten, die Sie uns geben, Ihre Karte, Einkäufe und Punkte, Ihre " +
      "Einwilligungen und was wir einander geschrieben haben.",
    "3. Wozu. Für das Programm, dem Sie beigetreten sind (Art. 6 Abs. 1 lit. b DSGVO); für unsere Bücher (lit. " +
      "c); um Ihnen zu schreiben oder Angebote auszuwählen, nur mit Ihrer Einwilligung (lit. a).",
    "4. Wer sie erhält. [Anbieter für Hosting und Post.] Partnerfirmen nur mit Ihrer Einwilligung. Wir " +
      "verkaufen nichts.",
    "5. Wie lange. Solange Sie Mitglied sind. Treten Sie aus, werden Name und Kontaktdaten vernichtet; " +
      "Einkäufe bleiben ohne Namen, solange die Buchführungspflicht es verlangt.",
    "6. Ihre Rechte. Auskunft, Mitnahme, Berichtigung, Löschung, Einschränkung, Widerspruch und jederzeit der " +
      "Widerruf Ihrer Einwilligungen. Das meiste erledigen Sie selbst in Ihrem Konto.",
    "7. Beschwerden. Bei uns oder bei der Aufsichtsbehörde: [Name].",
    "8. Auf Ihrem Gerät. Wir speichern, was Sie angemeldet hält und Ihre Karte ohne Netz zeigt. Nichts folgt " +
      "Ihnen anderswohin.",
  ],
  consents: {
    email: "{shop} darf mir Angebote und Neuigkeiten per E-Mail senden. Ich kann das jederzeit widerrufen.",
    sms: "{shop} darf mir Angebote und Neuigkeiten per SMS senden. Ich kann das jederzeit widerrufen.",
    push: "{shop} darf Mitteilungen an dieses Gerät senden. Ich kann das jederzeit widerrufen.",
    phone: "{shop} darf mich mit Angeboten anrufen. Ich kann das jederzeit widerrufen.",
    post: "{shop} darf mir Angebote per Post senden. Ich kann das jederzeit widerrufen.",
    profiling:
      "{shop} darf meine Einkäufe auswerten, um passende Angebote auszuwählen. Ich kann das jederzeit widerrufen.",
    partners: "{shop} darf den Partnerfirmen [Namen] mitteilen, was ich kaufe. Ich kann das jederzeit widerrufen.",
  },
};
