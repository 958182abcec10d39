import type { tour as english } from "../en/tour.ts";

export const tour: Readonly<Record<keyof typeof english, string>> = {
  "tour.back": "Înapoi",
  "tour.begin": "Arătați-mi",
  "tour.buy": "{name} plătește",
  "tour.done.buy": "O cumpărătură și toți știu: punctele sunt pe telefon și în consolă.",
  "tour.done.join": "{name} s-a înscris și apare în consolă.",
  "tour.done.own": "Asta a fost tot.",
  "tour.done.phone": "Telefonul este conectat.",
  "tour.done.reward": "Luată. Punctele au plecat în aceeași clipă, iar consola o arată.",
  "tour.done.wait": "Punctele pot fi folosite, iar o recompensă este la îndemână.",
  "tour.done.why": "Orice număr poate fi explicat.",
  "tour.handOver": "Dați telefonul: {name}",
  "tour.how.buy": "La casă, tastați {amount} și apăsați butonul mare. Urmăriți între timp telefonul și consola.",
  "tour.how.join":
    "La casă, tastați un număr de telefon, de exemplu {phone}, și apăsați Caută. Apoi scrieți prenumele " +
    "și acceptați.",
  "tour.how.own":
    "Un magazin propriu are nevoie de un nume și de o alegere. Apoi vă conduce lista de pași: punctele, " +
    "pentru ce se dau, o recompensă, locația și casa ei, echipa. Demonstrația rămâne cum este.",
  "tour.how.phone":
    "Apăsați butonul din mijloc și conectați telefonul. Este pagina membrilor: ce au, ce este pe drum și " +
    "la ce folosește.",
  "tour.how.reward":
    "Pe telefon, deschideți Recompense, atingeți una disponibilă acum și luați-o. Nu ajung punctele? " +
    "{name} mai poate cumpăra ceva.",
  "tour.how.wait":
    "Punctele de azi mai așteaptă puțin până pot fi folosite. Lăsați timpul să treacă și priviți " + "telefonul.",
  "tour.how.why":
    "În dreapta, deschideți cumpărătura. Fiecare regulă spune în cuvinte ce a dat, iar celelalte de ce nu " +
    "au dat nimic.",
  "tour.join": "Fiți clientul",
  "tour.jump": "{days, plural, one {Peste o zi} few {Peste # zile} other {Peste # de zile}}",
  "tour.later": "Nu acum",
  "tour.leave": "Încheiați turul",
  "tour.look": "Explorați demonstrația",
  "tour.next": "Înainte",
  "tour.nobody": "Încă nimeni",
  "tour.nobodyHint": "De îndată ce cineva se înscrie la casă, apare aici.",
  "tour.offer": "Vedeți totul pe viu, în trei minute",
  "tour.offerHint":
    "Fiți clientul de la casă, priviți cum ajung punctele pe telefon, lăsați să treacă o zi, luați o " +
    "recompensă. Totul se întâmplă cu adevărat; doar magazinul este inventat.",
  "tour.own": "Faceți-l al dumneavoastră",
  "tour.pane.console": "Ce vede magazinul",
  "tour.pane.phone": "Telefonul membrului",
  "tour.pane.till": "Casa",
  "tour.panes": "Ce se vede",
  "tour.phone": "Telefonul din mâna clientului: {name}",
  "tour.phoneEmpty": "Telefonul îi revine celui care se înscrie la casă.",
  "tour.phoneOf": "Telefonul: {name}",
  "tour.phoneReady": "Casa îi arată noului membru un cod care îi conectează telefonul. Aici ajunge un buton.",
  "tour.progress": "Pasul {step} din {of}",
  "tour.reward": "Luați o recompensă",
  "tour.somebody": "clientul",
  "tour.tab.console": "Consolă",
  "tour.tab.phone": "Telefon",
  "tour.tab.till": "Casă",
  "tour.title": "Primele trei minute",
  "tour.wait": "Mâine",
  "tour.why": "De ce exact atâtea?",
};
