import type { imports as english } from "../en/imports.ts";

export const imports: Readonly<Record<keyof typeof english, string>> = {
  "import.another": "Jiný soubor",
  "import.came": "Výsledek",
  "import.choose": "Vyberte soubor",
  "import.column.consent": "Souhlas: {topic}",
  "import.column.country": "Země",
  "import.column.firstName": "Jméno",
  "import.column.language": "Jazyk",
  "import.column.lastName": "Příjmení",
  "import.column.pointsExpire": "Konec platnosti bodů",
  "import.columns": "Sloupce souboru",
  "import.count.enrolled": "noví",
  "import.count.known": "známí",
  "import.count.mistakes": "odmítnuté",
  "import.count.possibleDuplicates": "možné duplicity",
  "import.count.remarks": "s poznámkou",
  "import.countHint.enrolled": "stanou se členy",
  "import.countHint.known": "už jsou členy a nic se u nich nemění",
  "import.countHint.mistakes": "řádky, kterým nebylo rozumět",
  "import.countHint.possibleDuplicates": "možná už jsou členy",
  "import.countHint.remarks": "vynechané nebo převzaté jen zčásti: viz soubor",
  "import.dates": "Jak jsou zapsány dny",
  "import.decimals": "Jak jsou zapsána čísla",
  "import.discarded": "Tento import byl zrušen. Jeho řádky už neexistují; kdo se jím stal členem, zůstává.",
  "import.done":
    "{count, plural, one {Hotovo: {number} řádek.} few {Hotovo: {number} řádky.} many {Hotovo: {number} " +
    "řádku.} other {Hotovo: {number} řádků.}}",
  "import.doubles": "Možné duplicity",
  "import.doubles.enrol": "Zapsat je bez adresy, která je obsazená",
  "import.doubles.leave_out": "Vynechat je a uvést v souboru vynechaných řádků",
  "import.doublesHint": "Někdo má adresu z takového řádku, ale nikdy neprokázal, že je jeho.",
  "import.earlier": "Dřívější importy",
  "import.examined": "Z {rows} řádků bylo prohlédnuto prvních {examined}.",
  "import.far": "{done} z {rows} řádků",
  "import.file": "Tabulka jako soubor CSV",
  "import.fileHint":
    "S názvy v prvním řádku; s čárkami, středníky nebo tabulátory. Tabulku z kancelářského programu " +
    "uložte jako CSV.",
  "import.first": "První odmítnuté řádky",
  "import.giveUp": "Zrušit import",
  "import.goesOn": "Pokračuje sám, i když stránku opustíte.",
  "import.hint":
    "Přiveďte ty, které už znáte: jména, adresy, čísla starých karet, body. Nikdo se nestane členem dřív, " +
    "než uvidíte, co by z toho vzešlo.",
  "import.leftOut": "Vynechaný",
  "import.look": "Prohlédnout soubor",
  "import.lookAnew": "Prohlédnout znovu",
  "import.lookFirst": "Něco jste změnili: než začnete, prohlédněte výsledek znovu.",
  "import.means": "Co znamená „{title}“",
  "import.mistake": "Řádek {row}: {words}",
  "import.mistakesFile": "Vynechané řádky jako CSV",
  "import.opened":
    "{count, plural, one {Body nebo úroveň převzaty u {number} řádku.} few {Body nebo úroveň převzaty u " +
    "{number} řádků.} many {Body nebo úroveň převzaty u {number} řádku.} other {Body nebo úroveň převzaty " +
    "u {number} řádků.}}",
  "import.rows":
    "{count, plural, one {{number} řádek} few {{number} řádky} many {{number} řádku} other {{number} " + "řádků}}",
  "import.start":
    "{count, plural, one {Převzít {number} řádek} few {Převzít {number} řádky} many {Převzít {number} " +
    "řádku} other {Převzít {number} řádků}}",
  "import.state.discarded": "Zrušený",
  "import.state.done": "Hotový",
  "import.state.running": "Probíhá",
  "import.state.uploaded": "Nezahájený",
  "import.title": "Členové ze souboru",
  "import.toMembers": "Ke členům",
  "import.tooLarge": "Je větší než {megabytes} MB. Rozdělte ho na několik.",
  "import.wouldCome": "Co by z toho vzešlo",
};
