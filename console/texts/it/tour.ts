import type { tour as english } from "../en/tour.ts";

export const tour: Readonly<Record<keyof typeof english, string>> = {
  "tour.back": "Indietro",
  "tour.begin": "Fammi vedere",
  "tour.buy": "{name} paga",
  "tour.done.buy": "Un acquisto, e lo sanno tutti: i punti sono sul telefono e nella console.",
  "tour.done.join": "{name} è tra i soci e compare nella console.",
  "tour.done.own": "È tutto.",
  "tour.done.phone": "Il telefono è collegato.",
  "tour.done.reward": "Preso. I punti sono usciti nello stesso momento, e la console lo mostra.",
  "tour.done.wait": "I punti si possono usare, e un premio è a portata di mano.",
  "tour.done.why": "Ogni numero ha una spiegazione.",
  "tour.handOver": "Dai il telefono a {name}",
  "tour.how.buy":
    "In cassa digita {amount} e premi il pulsante grande. Intanto tieni d’occhio il telefono e la " + "console.",
  "tour.how.join":
    "In cassa digita un numero di telefono, per esempio {phone}, e premi Cerca. Poi scrivi il tuo nome e " + "accetta.",
  "tour.how.own":
    "Per un negozio tuo bastano un nome e una scelta. Poi ti guida la lista delle cose da fare: i punti, " +
    "come si guadagnano, un premio, la tua sede con la cassa, la tua squadra. La demo resta com’è.",
  "tour.how.phone":
    "Premi il pulsante al centro ed entra dal telefono. È la pagina dei soci: che cosa hanno, che cosa è " +
    "in arrivo, a che cosa serve.",
  "tour.how.reward":
    "Sul telefono apri Premi, tocca uno di quelli che puoi avere subito e prendilo. I punti non bastano? " +
    "Fai fare un altro acquisto: {name} ne avrà di più.",
  "tour.how.wait":
    "I punti di oggi aspettano un po’ prima di poter essere usati. Fai passare il tempo e guarda il " + "telefono.",
  "tour.how.why":
    "A destra apri l’acquisto. Ogni regola dice a parole che cosa ha dato, e le altre perché non hanno " +
    "dato nulla.",
  "tour.join": "Fai il cliente",
  "tour.jump": "{days, plural, one {Un giorno dopo} many {# giorni dopo} other {# giorni dopo}}",
  "tour.later": "Non ora",
  "tour.leave": "Esci dal giro",
  "tour.look": "Esplora la demo",
  "tour.next": "Avanti",
  "tour.nobody": "Ancora nessuno",
  "tour.nobodyHint": "Appena qualcuno si iscrive in cassa, lo trovi qui.",
  "tour.offer": "Guarda tutto dal vivo, in tre minuti",
  "tour.offerHint":
    "Fai il cliente in cassa, guarda i punti arrivare sul telefono, fai passare un giorno, prendi un " +
    "premio. È tutto vero: solo il negozio è inventato.",
  "tour.own": "Fallo tuo",
  "tour.pane.console": "Che cosa vede il negozio",
  "tour.pane.phone": "Il telefono del socio",
  "tour.pane.till": "La cassa",
  "tour.panes": "Che cosa vedi",
  "tour.phone": "Il telefono di {name}",
  "tour.phoneEmpty": "Il telefono va a chi si iscrive in cassa.",
  "tour.phoneOf": "Il telefono di {name}",
  "tour.phoneReady":
    "A chi si iscrive la cassa mostra un codice che lo fa entrare dal telefono. Qui basta un pulsante.",
  "tour.progress": "Passo {step} di {of}",
  "tour.reward": "Prendi un premio",
  "tour.somebody": "il cliente",
  "tour.tab.console": "Console",
  "tour.tab.phone": "Telefono",
  "tour.tab.till": "Cassa",
  "tour.title": "I primi tre minuti",
  "tour.wait": "Domani",
  "tour.why": "Perché proprio così tanti?",
};
