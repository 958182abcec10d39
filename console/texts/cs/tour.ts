import type { tour as english } from "../en/tour.ts";

export const tour: Readonly<Record<keyof typeof english, string>> = {
  "tour.back": "Zpět",
  "tour.begin": "Ukažte mi to",
  "tour.buy": "{name} platí",
  "tour.done.buy": "Jeden nákup a vědí o něm všichni: body jsou v telefonu i v konzoli.",
  "tour.done.join": "{name} má členství a je vidět v konzoli.",
  "tour.done.own": "To je vše.",
  "tour.done.phone": "Telefon je přihlášen.",
  "tour.done.reward": "Hotovo. Body odešly ve stejném okamžiku a konzole to ukazuje.",
  "tour.done.wait": "Body se dají použít a odměna je na dosah.",
  "tour.done.why": "Každé číslo se dá vysvětlit.",
  "tour.handOver": "Předat telefon: {name}",
  "tour.how.buy": "U pokladny zadejte {amount} a stiskněte velké tlačítko. Sledujte přitom telefon a konzoli.",
  "tour.how.join":
    "U pokladny zadejte telefonní číslo, třeba {phone}, a stiskněte Najít. Pak napište své jméno a " + "odsouhlaste.",
  "tour.how.own":
    "Vlastní obchod potřebuje jméno a jednu volbu. Dál vás povede seznam: body, za co jsou, odměna, vaše " +
    "provozovna s pokladnou, váš tým. Ukázka zůstane, jak je.",
  "tour.how.phone":
    "Stiskněte tlačítko uprostřed a přihlaste telefon. To je stránka členů: co mají, co je na cestě a k " +
    "čemu to je.",
  "tour.how.reward":
    "V telefonu otevřete Odměny, klepněte na některou, kterou můžete mít hned, a vyberte si ji. Chybí " +
    "body? Přidejte u pokladny ještě jeden nákup ({name}).",
  "tour.how.wait": "Dnešní body se dají použít až o něco později. Nechte čas plynout a sledujte telefon.",
  "tour.how.why": "Vpravo otevřete nákup. Každé pravidlo slovy říká, co přidalo, a ostatní, proč nepřidala nic.",
  "tour.join": "Buďte zákazníkem",
  "tour.jump": "{days, plural, one {O den dál} few {O # dny dál} many {O # dne dál} other {O # dnů dál}}",
  "tour.later": "Teď ne",
  "tour.leave": "Ukončit prohlídku",
  "tour.look": "Rozhlédnout se v ukázce",
  "tour.next": "Dál",
  "tour.nobody": "Zatím nikdo",
  "tour.nobodyHint": "Jakmile se u pokladny někdo stane členem, objeví se zde.",
  "tour.offer": "Podívejte se za tři minuty, jak to celé funguje",
  "tour.offerHint":
    "Buďte zákazníkem u pokladny, sledujte, jak body dorazí do telefonu, nechte uplynout den a vyberte si " +
    "odměnu. Všechno se děje doopravdy; vymyšlený je jen obchod.",
  "tour.own": "Ať je to vaše",
  "tour.pane.console": "Co vidí obchod",
  "tour.pane.phone": "Telefon člena",
  "tour.pane.till": "Pokladna",
  "tour.panes": "Co je vidět",
  "tour.phone": "Telefon v ruce zákazníka: {name}",
  "tour.phoneEmpty": "Telefon dostane ten, kdo se u pokladny stane členem.",
  "tour.phoneOf": "Telefon: {name}",
  "tour.phoneReady": "Novému členovi ukáže pokladna kód, který přihlásí jeho telefon. Tady stačí tlačítko.",
  "tour.progress": "Krok {step} z {of}",
  "tour.reward": "Vyberte si odměnu",
  "tour.somebody": "zákazník",
  "tour.tab.console": "Konzole",
  "tour.tab.phone": "Telefon",
  "tour.tab.till": "Pokladna",
  "tour.title": "První tři minuty",
  "tour.wait": "Zítra",
  "tour.why": "Proč právě tolik?",
};
