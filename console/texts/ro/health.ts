import type { health as english } from "../en/health.ts";

export const health: Readonly<Record<keyof typeof english, string>> = {
  "audit.broken": "Lanțul este rupt. Cineva a modificat baza de date manual; comparați-o cu o copie de siguranță.",
  "audit.fault.beyond_end": "După sfârșit: {range}.",
  "audit.fault.changed": "Diferită de cum a fost sigilată sau mutată: {range}.",
  "audit.fault.head_differs": "Ultima înregistrare nu este cea cu care se încheia lanțul.",
  "audit.fault.head_missing": "Lipsește sfârșitul lanțului.",
  "audit.fault.missing": "Înregistrări lipsă: {range}.",
  "audit.fault.missing_at_end": "Lipsesc de la sfârșit: {range}.",
  "audit.whole":
    "Lanțul este întreg: {entries, plural, one {# înregistrare} few {# înregistrări} other {# de " +
    "înregistrări}}, sigilate până la {at}.",
  "audit.wholeEmpty": "Lanțul este întreg; încă nu conține nimic.",
  "health.audit": "Jurnal de audit",
  "health.backup": "Copii de siguranță",
  "health.backup.left": "Lăsate în seama instrumentelor serverului dumneavoastră de baze de date.",
  "health.backup.never": "Încă nu s-a făcut niciuna.",
  "health.backup.none": "Nu se face niciuna: setați BACKUP_FOLDER la un dosar de pe alt disc.",
  "health.backup.old": "Cea mai nouă este din {at}: prea veche sau niciodată încercată.",
  "health.backup.verified": "Cea mai nouă este din {at}; a fost restaurată în altă parte, iar conturile se potrivesc.",
  "health.beats": "Ce se întâmplă la oră fixă",
  "health.beats.all": "Când a rulat fiecare",
  "health.beats.bad": "Întârziat sau cu erori: {names}",
  "health.beats.never": "încă nu",
  "health.beats.none": "Nu a pornit încă niciun server care execută sarcinile.",
  "health.beats.ok": "Totul a rulat la timp.",
  "health.clock": "Ceas",
  "health.clock.apart": "{ms} ms între acest calculator și baza sa de date.",
  "health.dead": "Abandonate",
  "health.dead.hint":
    "Fedele a încercat de zece ori cu fiecare. Remediați mai întâi cauza, apoi cereți o nouă încercare: nimic " +
    "nu se face de două ori.",
  "health.dead.none": "Nu s-a renunțat la nimic.",
  "health.dead.retried": "Se încearcă din nou în câteva secunde.",
  "health.dead.retry": "Încearcă din nou",
  "health.dead.retryAll": "Încearcă din nou toate",
  "health.dead.since": "Din",
  "health.dead.some":
    "{count, plural, one {S-a renunțat la # eveniment} few {S-a renunțat la # evenimente} other {S-a renunțat " +
    "la # de evenimente}}; mai jos puteți cere o nouă încercare.",
  "health.dead.what": "Ce",
  "health.dead.why": "De ce",
  "health.disk": "Disc",
  "health.disk.free": "{free} GB liberi.",
  "health.events": "Evenimente",
  "health.events.none": "Totul a fost transmis.",
  "health.events.waiting":
    "{waiting, plural, one {# grup așteaptă} few {# grupuri așteaptă} other {# de grupuri așteaptă}}, cel mai " +
    "vechi de {minutes} min; de reîncercat: {retrying}.",
  "health.hint": "Ce așteaptă, la ce s-a renunțat și pe ce se sprijină Fedele. Se verifică din nou în fiecare minut.",
  "health.hosting": "Adresă și HTTPS",
  "health.hosting.address": "Fedele este accesibil la {address}.",
  "health.hosting.https": "Linkurile sunt sigure.",
  "health.hosting.noAddress":
    "Nu este setată o adresă proprie: linkurile duc la {address}, pe care o cunoaște doar acest calculator. " +
    "Setați PUBLIC_URL.",
  "health.hosting.noHttps": "Linkurile nu sunt HTTPS: puneți TLS în față sau setați TLS_CERT și TLS_KEY.",
  "health.hosting.trusted": "Acest browser are încredere în pagină: camera, cardul și notificările funcționează aici.",
  "health.hosting.untrusted": "Acest browser nu are încredere în pagină, deoarece a venit fără HTTPS.",
  "health.hosting.why":
    "Fără o adresă proprie și HTTPS, telefoanele nu permit paginii accesul la cameră, nu păstrează cardul " +
    "pentru momentele fără rețea și nu primesc notificări.",
  "health.letters": "Mesaje",
  "health.letters.failed": "Serverul de e-mail a refuzat {failed}; păstrate aici în lipsa unui server: {kept}.",
  "health.letters.ok": "Toate mesajele ajung la serverul de e-mail; pe drum: {queued}.",
  "health.restore": "Cum se restaurează",
  "health.restore.1":
    "Instalați Fedele pe un calculator nou și puneți cheia rădăcină într-un dosar de date nou și gol.",
  "health.restore.2":
    "Rulați comanda cu datele din ziua dorită și cu cele mai noi chei: cine a fost șters între timp rămâne șters.",
  "health.restore.3":
    "Porniți Fedele. Registrul a fost verificat pe parcurs; dacă un fișier era deteriorat, nimic nu s-a schimbat.",
  "health.restore.try": "Încercați o dată înainte să aveți nevoie.",
  "health.state.ok": "În regulă",
  "health.state.warning": "De verificat",
  "health.state.wrong": "Acționați acum",
  "health.webhooks.failing":
    "{failing, plural, one {# adresă nu răspunde} few {# adrese nu răspund} other {# de adrese nu răspund}}.",
  "health.webhooks.ok": "Toate adresele apelate răspund.",
  "settings.health": "Stare de funcționare",
};
