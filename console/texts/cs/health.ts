import type { health as english } from "../en/health.ts";

export const health: Readonly<Record<keyof typeof english, string>> = {
  "audit.broken": "Řetězec je přerušen. Někdo ručně změnil databázi; porovnejte ji se zálohou.",
  "audit.fault.beyond_end": "Za koncem: {range}.",
  "audit.fault.changed": "Není, jak byl zapečetěn, nebo není na svém místě: {range}.",
  "audit.fault.head_differs": "Poslední záznam není ten, kterým řetězec končil.",
  "audit.fault.head_missing": "Chybí konec řetězce.",
  "audit.fault.missing": "Chybějící záznamy: {range}.",
  "audit.fault.missing_at_end": "Na konci chybí: {range}.",
  "audit.whole":
    "Řetězec je celý: {entries, plural, one {# záznam} few {# záznamy} many {# záznamu} other {# záznamů}}, " +
    "zapečetěno do {at}.",
  "audit.wholeEmpty": "Řetězec je celý; zatím v něm nic není.",
  "health.audit": "Protokol změn",
  "health.backup": "Zálohy",
  "health.backup.left": "Ponecháno nástrojům vašeho databázového serveru.",
  "health.backup.never": "Zatím žádná nebyla pořízena.",
  "health.backup.none": "Žádná se nedělá: nastavte BACKUP_FOLDER na složku na jiném disku.",
  "health.backup.old": "Nejnovější je z {at}: příliš stará, nebo nikdy nevyzkoušená.",
  "health.backup.verified": "Nejnovější je z {at}; byla zkušebně obnovena jinde a souhlasí.",
  "health.beats": "Co se děje podle hodin",
  "health.beats.all": "Kdy co naposledy proběhlo",
  "health.beats.bad": "Opožděné nebo selhávající: {names}",
  "health.beats.never": "zatím ne",
  "health.beats.none": "Zatím nebyl spuštěn žádný server, který úlohy provádí.",
  "health.beats.ok": "Vše proběhlo včas.",
  "health.clock": "Hodiny",
  "health.clock.apart": "{ms} ms mezi tímto počítačem a jeho databází.",
  "health.dead": "Vzdané",
  "health.dead.hint":
    "Fedele každou zkusil desetkrát. Nejdřív odstraňte příčinu, pak nechte zkusit znovu: nic se neprovede dvakrát.",
  "health.dead.none": "Nic nebylo vzdáno.",
  "health.dead.retried": "Během několika sekund se zkusí znovu.",
  "health.dead.retry": "Zkusit znovu",
  "health.dead.retryAll": "Zkusit znovu vše",
  "health.dead.since": "Od",
  "health.dead.some":
    "{count, plural, one {# událost byla vzdána} few {# události byly vzdány} many {# události bylo vzdáno} " +
    "other {# událostí bylo vzdáno}}; níže můžete nechat zkusit znovu.",
  "health.dead.what": "Co",
  "health.dead.why": "Proč",
  "health.disk": "Disk",
  "health.disk.free": "Volných {free} GB.",
  "health.events": "Události",
  "health.events.none": "Vše bylo předáno.",
  "health.events.waiting":
    "{waiting, plural, one {# skupina čeká} few {# skupiny čekají} many {# skupiny čeká} other {# skupin " +
    "čeká}}, nejstarší {minutes} min; k novému pokusu: {retrying}.",
  "health.hint": "Co čeká, co bylo vzdáno a na čem Fedele stojí. Zjišťuje se znovu každou minutu.",
  "health.hosting": "Adresa a HTTPS",
  "health.hosting.address": "Fedele je dostupný na {address}.",
  "health.hosting.https": "Odkazy jsou zabezpečené.",
  "health.hosting.noAddress":
    "Není nastavena vlastní adresa: odkazy vedou na {address}, kterou zná jen tento počítač. Nastavte PUBLIC_URL.",
  "health.hosting.noHttps": "Odkazy nejsou HTTPS: předřaďte TLS, nebo nastavte TLS_CERT a TLS_KEY.",
  "health.hosting.trusted": "Tento prohlížeč stránce důvěřuje: fotoaparát, karta i oznámení zde fungují.",
  "health.hosting.untrusted": "Tento prohlížeč stránce nedůvěřuje, protože přišla bez HTTPS.",
  "health.hosting.why":
    "Bez vlastní adresy a HTTPS telefony nedají stránce fotoaparát, neuchovají kartu pro chvíle bez sítě a " +
    "nepřijmou oznámení.",
  "health.letters": "Dopisy",
  "health.letters.failed": "Poštovní server odmítl {failed}; zde zůstalo, protože server není nastaven: {kept}.",
  "health.letters.ok": "Každý dopis dorazí na poštovní server; na cestě: {queued}.",
  "health.restore": "Jak obnovit",
  "health.restore.1": "Nainstalujte Fedele na nový počítač a vložte kořenový klíč do nové, prázdné datové složky.",
  "health.restore.2":
    "Spusťte toto s daty požadovaného dne a s nejnovějšími klíči: kdo byl mezitím vymazán, zůstane vymazán.",
  "health.restore.3": "Spusťte Fedele. Účetní kniha byla cestou ověřena; při poškozeném souboru se nic nezměnilo.",
  "health.restore.try": "Vyzkoušejte to dřív, než to budete potřebovat.",
  "health.state.ok": "V pořádku",
  "health.state.warning": "Podívejte se",
  "health.state.wrong": "Jednejte hned",
  "health.webhooks.failing":
    "{failing, plural, one {# adresa selhává} few {# adresy selhávají} many {# adresy selhává} other {# adres " +
    "selhává}}.",
  "health.webhooks.ok": "Každá volaná adresa odpovídá.",
  "settings.health": "Stav systému",
};
