import type { till as english } from "../en/till.ts";

export const till: Readonly<Record<keyof typeof english, string>> = {
  "till.add": "Přidat",
  "till.agree": "Souhlasím a vstupuji",
  "till.amount": "Částka v {currency}",
  "till.back": "Zpět",
  "till.birthday": "Dnes má narozeniny – popřejte",
  "till.book": "Zaznamenat nákup",
  "till.byAmount": "Částka",
  "till.byProducts": "Zboží",
  "till.camera": "Co vidí kamera",
  "till.close": "Zavřít",
  "till.consent":
    "Vstupuji do programu {shop} a souhlasím, aby mi {shop} posílal SMS o mých bodech a nabídkách. " +
    "Souhlas mohu kdykoli odvolat.",
  "till.costs": "Cena za {name}",
  "till.customer": "Zákazník",
  "till.deviceName": "Název pokladny",
  "till.done": "Hotovo",
  "till.earn":
    "{points, plural, one {Připsat # bod} few {Připsat # body} many {Připsat # bodu} other {Připsat # " + "bodů}}",
  "till.earns": "Tento nákup přinese",
  "till.earnsHint": "Zadejte částku a uvidíte, kolik bodů přinese.",
  "till.earnsNothing": "Žádné body",
  "till.emptyBasket": "Naskenujte zboží nebo zadejte jeho název či číslo.",
  "till.endTraining": "Ukončit cvičení",
  "till.erase": "Smazat poslední číslici",
  "till.expiring": "Z toho {points} propadne {day}",
  "till.find": "Telefon, e-mail, karta nebo jméno",
  "till.findHint": "Zadávat může i čtečka kódů.",
  "till.findNow": "Najít",
  "till.firstName": "Křestní jméno, nepovinné",
  "till.forCustomer": "Otočte obrazovku k zákazníkovi",
  "till.join": "Zatím není členem",
  "till.joinOffline": "Je tu poprvé? Zapište ho",
  "till.joinPhone": "Číslo {phone} nikdo nemá.",
  "till.joinSilently": "Vstoupit bez zpráv",
  "till.joinsLater": "Členem se stane, až se obnoví síť.",
  "till.kept": "Uloženo v tomto zařízení",
  "till.keptHint": "Síť není dostupná. Body se připíšou, až bude zpět.",
  "till.lastSync": "Poslední spojení: {moment}",
  "till.leave": "Toto zařízení už není pokladnou",
  "till.leaveHint":
    "Klíč se zde smaže a nelze jej obnovit; aby se dalo znovu prodávat, vedoucí pokladnu nastaví znovu. " +
    "Zneplatněte klíč i v konzoli.",
  "till.leaveType": "Pro pokračování napište „{name}“",
  "till.leaveWaits":
    "{count, plural, one {V zařízení čeká # prodej. Počkejte, až se odešle.} few {V zařízení čekají # " +
    "prodeje. Počkejte, až se odešlou.} many {V zařízení čeká # prodeje. Počkejte, až se odešle.} other " +
    "{V zařízení čeká # prodejů. Počkejte, až se odešlou.}}",
  "till.location": "Místo",
  "till.makeDevice": "Udělat z tohoto zařízení pokladnu",
  "till.makeDeviceHint":
    "Pro tablet, který používá více lidí. Prodává bez přihlášení, i bez sítě, a jen na tomto místě. " +
    "Potom budete na tomto zařízení odhlášeni.",
  "till.menu": "Další možnosti pokladny",
  "till.move": "Jiné místo",
  "till.network": "Síť",
  "till.new": "Nový",
  "till.newCard": "Nová karta",
  "till.newCardHint": "Zákazník si ji vyfotí: příště ji stačí ukázat.",
  "till.next": "Další zákazník",
  "till.noCamera": "Kameru nelze použít. Povolte ji v prohlížeči, nebo zadejte číslo.",
  "till.noLocations": "Zatím tu není žádné místo",
  "till.noLocationsHint": "Kdo smí obchod upravovat, přidá ho v konzoli.",
  "till.noPoints": "Zatím žádné body",
  "till.nobody": "Nikdo nenalezen",
  "till.nobodyHint": "Zadejte telefonní číslo: kdo ještě není členem, může s ním vstoupit.",
  "till.notFiscal": "Nejde o daňový doklad.",
  "till.nowHas":
    "{points, plural, one {{name} má nyní # bod} few {{name} má nyní # body} many {{name} má nyní # " +
    "bodu} other {{name} má nyní # bodů}}",
  "till.offline": "Bez sítě – můžete dál prodávat",
  "till.offlineStaff":
    "Síť není dostupná. Tento prohlížeč prodává jen se sítí; zařízení nastavené jako pokladna i bez ní.",
  "till.oneLess": "{name}: o jeden méně",
  "till.oneMore": "{name}: o jeden více",
  "till.online": "Připojeno",
  "till.otherCustomer": "Jiný zákazník",
  "till.pad": "Číselná klávesnice",
  "till.paid": "Nákup: {amount}",
  "till.pending":
    "{points, plural, one {Další # bod půjde použít později} few {Další # body půjdou použít později} " +
    "many {Dalšího # bodu půjde použít později} other {Dalších # bodů půjde použít později}}",
  "till.product": "Zboží",
  "till.proved": "Ověřeno",
  "till.receipt": "Číslo účtenky",
  "till.receiptNumber": "Účtenka {receipt}.",
  "till.refusedSales":
    "{count, plural, one {# prodej nebyl přijat} few {# prodeje nebyly přijaty} many {# prodeje nebylo " +
    "přijato} other {# prodejů nebylo přijato}}",
  "till.scan": "Naskenovat kamerou",
  "till.scanHint": "Podržte kód před kamerou.",
  "till.sendAgain": "Odeslat znovu",
  "till.several": "Toto jméno má více lidí: kdo z nich to je?",
  "till.startTraining": "Cvičit bez zápisu",
  "till.title": "Pokladna",
  "till.toConsole": "Do konzole",
  "till.training": "Cvičení: nic se nezapisuje a nikdo nedostane body.",
  "till.trainingDone": "Bylo to cvičení: nic se nezapsalo.",
  "till.unasked": "Bez sítě nelze zjistit, kdo to je. Prodej ho najde, až bude síť zpět.",
  "till.undo": "Vzít zpět ({seconds} s)",
  "till.undo.changed_mind": "Zákazník si to rozmyslel",
  "till.undo.wrong_amount": "Částka byla špatně",
  "till.undo.wrong_member": "Byl to někdo jiný",
  "till.undoWhy": "Proč se to bere zpět?",
  "till.undone": "Vzato zpět",
  "till.waiting":
    "{count, plural, one {čeká # prodej} few {čekají # prodeje} many {čeká # prodeje} other {čeká # " + "prodejů}}",
  "till.whatIsBought": "Co se kupuje",
  "till.where": "Kde stojí tato pokladna?",
  "till.who": "Kdo to je?",
};
