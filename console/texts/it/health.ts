import type { health as english } from "../en/health.ts";

export const health: Readonly<Record<keyof typeof english, string>> = {
  "audit.broken":
    "La catena è spezzata. Qualcuno ha modificato il database a mano; confrontalo con una copia di sicurezza.",
  "audit.fault.beyond_end": "Oltre la fine: {range}.",
  "audit.fault.changed": "Non come fu sigillata, o non al suo posto: {range}.",
  "audit.fault.head_differs": "L’ultima voce non è quella con cui finiva la catena.",
  "audit.fault.head_missing": "Manca la fine della catena.",
  "audit.fault.missing": "Voci mancanti: {range}.",
  "audit.fault.missing_at_end": "Mancanti alla fine: {range}.",
  "audit.whole":
    "La catena è integra: {entries, plural, one {# voce} many {# voci} other {# voci}}, sigillate fino al {at}.",
  "audit.wholeEmpty": "La catena è integra; non contiene ancora nulla.",
  "health.audit": "Registro delle modifiche",
  "health.backup": "Copie di sicurezza",
  "health.backup.left": "Affidate agli strumenti del tuo server di database.",
  "health.backup.never": "Non ne è ancora stata fatta nessuna.",
  "health.backup.none": "Non se ne fa nessuna: imposta BACKUP_FOLDER su una cartella di un altro disco.",
  "health.backup.old": "L’ultima è del {at}: troppo vecchia, o mai provata.",
  "health.backup.verified": "L’ultima è del {at}; è stata ripristinata altrove e i conti tornano.",
  "health.beats": "Ciò che avviene a orario",
  "health.beats.all": "Quando è avvenuto ciascuno",
  "health.beats.bad": "In ritardo o in errore: {names}",
  "health.beats.never": "non ancora",
  "health.beats.none": "Non è ancora partito nessun server che esegua le scadenze.",
  "health.beats.ok": "Tutto è stato visto in tempo.",
  "health.clock": "Orologio",
  "health.clock.apart": "{ms} ms fra questa macchina e il suo database.",
  "health.dead": "Abbandonati",
  "health.dead.hint":
    "Fedele ha provato dieci volte con ognuno. Prima elimina la causa, poi fai riprovare: nulla viene fatto " +
    "due volte.",
  "health.dead.none": "Niente è stato abbandonato.",
  "health.dead.retried": "Si riprova entro pochi secondi.",
  "health.dead.retry": "Riprova",
  "health.dead.retryAll": "Riprova tutti",
  "health.dead.since": "Da",
  "health.dead.some":
    "{count, plural, one {# evento è stato abbandonato} many {# eventi sono stati abbandonati} other {# eventi " +
    "sono stati abbandonati}}; qui sotto puoi far riprovare.",
  "health.dead.what": "Cosa",
  "health.dead.why": "Perché",
  "health.disk": "Disco",
  "health.disk.free": "{free} GB liberi.",
  "health.events": "Eventi",
  "health.events.none": "Tutto è stato comunicato.",
  "health.events.waiting":
    "{waiting, plural, one {# gruppo aspetta} many {# gruppi aspettano} other {# gruppi aspettano}}, il più " +
    "vecchio da {minutes} min; {retrying} da ritentare.",
  "health.hint": "Cosa aspetta, cosa è stato abbandonato e su cosa poggia Fedele. Si aggiorna ogni minuto.",
  "health.hosting": "Indirizzo e HTTPS",
  "health.hosting.address": "Fedele si raggiunge all’indirizzo {address}.",
  "health.hosting.https": "I link sono sicuri.",
  "health.hosting.noAddress":
    "Non è impostato un indirizzo proprio: i link portano a {address}, che conosce solo questa macchina. " +
    "Imposta PUBLIC_URL.",
  "health.hosting.noHttps": "I link non sono HTTPS: metti TLS davanti, oppure imposta TLS_CERT e TLS_KEY.",
  "health.hosting.trusted": "Questo browser si fida della pagina: fotocamera, tessera e notifiche qui funzionano.",
  "health.hosting.untrusted": "Questo browser non si fida della pagina, perché è arrivata senza HTTPS.",
  "health.hosting.why":
    "Senza un indirizzo proprio e HTTPS i telefoni non danno alla pagina la fotocamera, non conservano la " +
    "tessera per quando manca la rete e non ricevono notifiche.",
  "health.letters": "Lettere",
  "health.letters.failed": "Il server di posta ne ha rifiutate {failed}; rimaste qui senza server: {kept}.",
  "health.letters.ok": "Ogni lettera arriva al server di posta; in viaggio: {queued}.",
  "health.restore": "Come ripristinare",
  "health.restore.1":
    "Installa Fedele su una macchina nuova e metti la chiave radice in una cartella dati nuova e vuota.",
  "health.restore.2":
    "Esegui questo con i dati del giorno che vuoi e con le chiavi più recenti: chi è stato cancellato nel " +
    "frattempo resta cancellato.",
  "health.restore.3":
    "Avvia Fedele. I conti sono stati verificati durante il ripristino; con un file danneggiato nulla cambia.",
  "health.restore.try": "Provalo una volta prima di averne bisogno.",
  "health.state.ok": "In ordine",
  "health.state.warning": "Da guardare",
  "health.state.wrong": "Intervieni subito",
  "health.webhooks.failing":
    "{failing, plural, one {# indirizzo non risponde} many {# indirizzi non rispondono} other {# indirizzi non " +
    "rispondono}}.",
  "health.webhooks.ok": "Ogni indirizzo chiamato risponde.",
  "settings.health": "Salute",
};
