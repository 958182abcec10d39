import type { imports as english } from "../en/imports.ts";

export const imports: Readonly<Record<keyof typeof english, string>> = {
  "import.another": "Un altro file",
  "import.came": "Il risultato",
  "import.choose": "Scegli un file",
  "import.column.consent": "Consenso: {topic}",
  "import.column.country": "Paese",
  "import.column.firstName": "Nome",
  "import.column.language": "Lingua",
  "import.column.lastName": "Cognome",
  "import.column.pointsExpire": "Scadenza dei punti",
  "import.columns": "Colonne del file",
  "import.count.enrolled": "nuovi",
  "import.count.known": "già soci",
  "import.count.mistakes": "rifiutate",
  "import.count.possibleDuplicates": "possibili doppioni",
  "import.count.remarks": "con una nota",
  "import.countHint.enrolled": "diventano soci",
  "import.countHint.known": "restano come sono",
  "import.countHint.mistakes": "righe che non si capiscono",
  "import.countHint.possibleDuplicates": "forse sono già soci",
  "import.countHint.remarks": "scartate o prese solo in parte: vedi il file",
  "import.dates": "Come sono scritte le date",
  "import.decimals": "Come sono scritti i numeri",
  "import.discarded":
    "Questa importazione è stata abbandonata. Le righe non ci sono più; chi si era già iscritto resta.",
  "import.done":
    "{count, plural, one {Fatto: {number} riga.} many {Fatto: {number} righe.} other {Fatto: {number} " + "righe.}}",
  "import.doubles": "Possibili doppioni",
  "import.doubles.enrol": "Iscrivili, senza l’indirizzo già preso",
  "import.doubles.leave_out": "Lasciali fuori e indicali nel file degli scarti",
  "import.doublesHint": "Qualcuno ha già l’indirizzo di quella riga, ma non ha mai dimostrato che è suo.",
  "import.earlier": "Importazioni precedenti",
  "import.examined": "Su {rows} righe ne sono state esaminate {examined}.",
  "import.far": "{done} righe su {rows}",
  "import.file": "Una tabella in formato CSV",
  "import.fileHint":
    "Con i titoli nella prima riga; con virgole, punti e virgola o tabulazioni. Un foglio di calcolo si " +
    "salva come CSV.",
  "import.first": "Le prime righe rifiutate",
  "import.giveUp": "Abbandona",
  "import.goesOn": "Continua da sola, anche se lasci questa pagina.",
  "import.hint":
    "Porta con te chi conosci già: nomi, indirizzi, vecchie tessere, punti. Nessuno viene iscritto prima " +
    "che tu abbia visto il risultato.",
  "import.leftOut": "Ignorata",
  "import.look": "Esamina il file",
  "import.lookAnew": "Esamina di nuovo",
  "import.lookFirst": "Hai cambiato qualcosa: esamina di nuovo il file prima di iniziare.",
  "import.means": "Significato di «{title}»",
  "import.mistake": "Riga {row}: {words}",
  "import.mistakesFile": "Scarica gli scarti (CSV)",
  "import.opened":
    "{count, plural, one {Punti o livello ripresi per {number} riga.} many {Punti o livelli ripresi per " +
    "{number} righe.} other {Punti o livelli ripresi per {number} righe.}}",
  "import.rows": "{count, plural, one {{number} riga} many {{number} righe} other {{number} righe}}",
  "import.start":
    "{count, plural, one {Importa {number} riga} many {Importa {number} righe} other {Importa {number} " + "righe}}",
  "import.state.discarded": "Abbandonata",
  "import.state.done": "Fatta",
  "import.state.running": "In corso",
  "import.state.uploaded": "Da iniziare",
  "import.title": "Soci da un file",
  "import.toMembers": "Vai ai soci",
  "import.tooLarge": "Supera i {megabytes} MB. Dividilo in più file.",
  "import.wouldCome": "Che cosa ne verrebbe fuori",
};
