import type { health as english } from "../en/health.ts";

export const health: Readonly<Record<keyof typeof english, string>> = {
  "audit.broken":
    "Die Kette ist unterbrochen. Jemand hat die Datenbank von Hand geändert; vergleichen Sie sie mit einer " +
    "Sicherung.",
  "audit.fault.beyond_end": "Hinter dem Ende: {range}.",
  "audit.fault.changed": "Nicht, wie er versiegelt wurde, oder nicht an seinem Platz: {range}.",
  "audit.fault.head_differs": "Der letzte Eintrag ist nicht der, mit dem die Kette endete.",
  "audit.fault.head_missing": "Das Ende der Kette fehlt.",
  "audit.fault.missing": "Fehlende Einträge: {range}.",
  "audit.fault.missing_at_end": "Am Ende fehlen: {range}.",
  "audit.whole":
    "Die Kette ist vollständig: {entries, plural, one {# Eintrag} other {# Einträge}}, versiegelt bis {at}.",
  "audit.wholeEmpty": "Die Kette ist vollständig; noch steht nichts darin.",
  "health.audit": "Protokoll",
  "health.backup": "Sicherungen",
  "health.backup.left": "Den Werkzeugen Ihres eigenen Datenbankservers überlassen.",
  "health.backup.never": "Noch wurde keine gemacht.",
  "health.backup.none": "Es wird nie eine gemacht: Setzen Sie BACKUP_FOLDER auf einen Ordner einer anderen Festplatte.",
  "health.backup.old": "Die neueste ist vom {at}: zu alt oder nie erprobt.",
  "health.backup.verified": "Die neueste ist vom {at}; sie wurde anderswo wiederhergestellt und stimmt.",
  "health.beats": "Was nach der Uhr geschieht",
  "health.beats.all": "Wann jedes zuletzt lief",
  "health.beats.bad": "Verspätet oder fehlgeschlagen: {names}",
  "health.beats.never": "noch nicht",
  "health.beats.none": "Noch ist kein Server gestartet, der Fälliges bucht.",
  "health.beats.ok": "Alles lief rechtzeitig.",
  "health.clock": "Uhr",
  "health.clock.apart": "{ms} ms zwischen diesem Rechner und seiner Datenbank.",
  "health.dead": "Aufgegeben",
  "health.dead.hint":
    "Fedele hat jedes zehnmal versucht. Beheben Sie erst die Ursache, dann lassen Sie es noch einmal " +
    "versuchen: Nichts geschieht doppelt.",
  "health.dead.none": "Nichts wurde aufgegeben.",
  "health.dead.retried": "Es wird in wenigen Sekunden noch einmal versucht.",
  "health.dead.retry": "Noch einmal versuchen",
  "health.dead.retryAll": "Alle noch einmal versuchen",
  "health.dead.since": "Seit",
  "health.dead.some":
    "{count, plural, one {# Ereignis wurde aufgegeben} other {# Ereignisse wurden aufgegeben}}; unten können " +
    "Sie es noch einmal versuchen lassen.",
  "health.dead.what": "Was",
  "health.dead.why": "Warum",
  "health.disk": "Festplatte",
  "health.disk.free": "{free} GB sind frei.",
  "health.events": "Ereignisse",
  "health.events.none": "Alles ist weitergegeben.",
  "health.events.waiting":
    "{waiting, plural, one {# Gruppe wartet} other {# Gruppen warten}}, die älteste seit {minutes} Min.; noch " +
    "einmal zu versuchen: {retrying}.",
  "health.hint": "Was wartet, was aufgegeben wurde und worauf Fedele steht. Jede Minute neu nachgesehen.",
  "health.hosting": "Adresse und HTTPS",
  "health.hosting.address": "Fedele ist unter {address} zu erreichen.",
  "health.hosting.https": "Links sind sicher.",
  "health.hosting.noAddress":
    "Es ist keine eigene Adresse eingestellt: Links führen zu {address}, das nur dieser Rechner kennt. Setzen " +
    "Sie PUBLIC_URL.",
  "health.hosting.noHttps": "Links sind nicht HTTPS: Schalten Sie TLS davor oder setzen Sie TLS_CERT und TLS_KEY.",
  "health.hosting.trusted": "Dieser Browser vertraut der Seite: Kamera, Karte und Push gehen hier.",
  "health.hosting.untrusted": "Dieser Browser vertraut der Seite nicht, weil sie ohne HTTPS kam.",
  "health.hosting.why":
    "Ohne eigene Adresse und HTTPS geben Telefone einer Webseite keine Kamera, behalten keine Karte für " +
    "unterwegs ohne Netz und nehmen keine Push-Nachrichten an.",
  "health.letters": "Briefe",
  "health.letters.failed":
    "Der Mailserver hat {failed} abgelehnt; hier geblieben, weil kein Server eingestellt ist: {kept}.",
  "health.letters.ok": "Jeder Brief erreicht den Mailserver; unterwegs: {queued}.",
  "health.restore": "So stellen Sie wieder her",
  "health.restore.1":
    "Installieren Sie Fedele auf einem frischen Rechner und legen Sie den Wurzelschlüssel in einen neuen, " +
    "leeren Datenordner.",
  "health.restore.2":
    "Führen Sie dies mit den Daten des gewünschten Tages und den neuesten Schlüsseln aus: Wer seither gelöscht " +
    "wurde, bleibt gelöscht.",
  "health.restore.3":
    "Starten Sie Fedele. Das Hauptbuch wurde dabei geprüft; bei einer beschädigten Datei ändert sich nichts.",
  "health.restore.try": "Üben Sie es einmal, bevor Sie es brauchen.",
  "health.state.ok": "In Ordnung",
  "health.state.warning": "Bitte ansehen",
  "health.state.wrong": "Sofort handeln",
  "health.webhooks.failing": "{failing, plural, one {# Adresse schlägt fehl} other {# Adressen schlagen fehl}}.",
  "health.webhooks.ok": "Jede Adresse, die aufgerufen wird, antwortet.",
  "settings.health": "Zustand",
};
