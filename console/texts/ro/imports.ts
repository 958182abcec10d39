import type { imports as english } from "../en/imports.ts";

export const imports: Readonly<Record<keyof typeof english, string>> = {
  "import.another": "Alt fișier",
  "import.came": "Rezultatul",
  "import.choose": "Alegeți un fișier",
  "import.column.consent": "Acord: {topic}",
  "import.column.country": "Țara",
  "import.column.firstName": "Prenume",
  "import.column.language": "Limba",
  "import.column.lastName": "Nume de familie",
  "import.column.pointsExpire": "Când expiră punctele",
  "import.columns": "Coloanele fișierului",
  "import.count.enrolled": "noi",
  "import.count.known": "cunoscuți",
  "import.count.mistakes": "refuzate",
  "import.count.possibleDuplicates": "posibile dubluri",
  "import.count.remarks": "cu o observație",
  "import.countHint.enrolled": "devin membri",
  "import.countHint.known": "sunt deja membri și rămân cum sunt",
  "import.countHint.mistakes": "rânduri care nu au fost înțelese",
  "import.countHint.possibleDuplicates": "poate sunt deja membri",
  "import.countHint.remarks": "omise sau preluate doar în parte: vedeți fișierul",
  "import.dates": "Cum sunt scrise zilele",
  "import.decimals": "Cum sunt scrise numerele",
  "import.discarded": "S-a renunțat la acest import. Rândurile lui nu mai există; cine s-a înscris deja rămâne.",
  "import.done":
    "{count, plural, one {Gata: {number} rând.} few {Gata: {number} rânduri.} other {Gata: {number} de " + "rânduri.}}",
  "import.doubles": "Posibile dubluri",
  "import.doubles.enrol": "Înscrieți-i, fără adresa deja folosită",
  "import.doubles.leave_out": "Lăsați-i deoparte și treceți-i în fișierul cu rândurile omise",
  "import.doublesHint": "Cineva are adresa din acel rând, dar nu a dovedit niciodată că este a sa.",
  "import.earlier": "Importuri anterioare",
  "import.examined": "Din {rows} rânduri au fost verificate primele {examined}.",
  "import.far": "{done} din {rows} rânduri",
  "import.file": "Un tabel în format CSV",
  "import.fileHint":
    "Cu titluri pe primul rând; cu virgule, punct și virgulă sau tabulatori. O foaie de calcul se " +
    "salvează ca CSV.",
  "import.first": "Primele rânduri refuzate",
  "import.giveUp": "Renunțați",
  "import.goesOn": "Continuă singur, chiar dacă părăsiți pagina.",
  "import.hint":
    "Aduceți-i pe cei pe care îi cunoașteți: nume, adrese, carduri vechi, puncte. Nimeni nu este înscris " +
    "înainte să vedeți ce ar rezulta.",
  "import.leftOut": "Omisă",
  "import.look": "Verificați fișierul",
  "import.lookAnew": "Verificați din nou",
  "import.lookFirst": "Ați schimbat ceva: verificați din nou înainte de a începe.",
  "import.means": "Ce înseamnă „{title}”",
  "import.mistake": "Rândul {row}: {words}",
  "import.mistakesFile": "Rândurile omise, ca fișier CSV",
  "import.opened":
    "{count, plural, one {Puncte sau nivel preluate pentru {number} rând.} few {Puncte sau niveluri " +
    "preluate pentru {number} rânduri.} other {Puncte sau niveluri preluate pentru {number} de rânduri.}}",
  "import.rows": "{count, plural, one {{number} rând} few {{number} rânduri} other {{number} de rânduri}}",
  "import.start":
    "{count, plural, one {Importați {number} rând} few {Importați {number} rânduri} other {Importați " +
    "{number} de rânduri}}",
  "import.state.discarded": "Abandonat",
  "import.state.done": "Gata",
  "import.state.running": "În curs",
  "import.state.uploaded": "Neînceput",
  "import.title": "Membri dintr-un fișier",
  "import.toMembers": "La membri",
  "import.tooLarge": "Depășește {megabytes} MB. Împărțiți-l în mai multe fișiere.",
  "import.wouldCome": "Ce ar rezulta",
};
