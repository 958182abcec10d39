// What a shop may start from in Czech. It is no legal advice: each shop has it checked.
import type { Templates } from "./template.ts";

export const cs: Templates = {
  terms: [
    "1. Kdo program provozuje. Tento věrnostní program provozuje {shop}. Najdete nás na [adresa, e-mail].",
    "2. Účast. Je bezplatná a otevřená osobám od [16] let. Při vstupu uvedete e-mail nebo telefon, anebo si v " +
      "prodejně vezmete kartu.",
    "3. Body. Získáváte je za nákupy a za vše další, co uvádí váš účet. Body nejsou peníze, nelze je prodat " +
      "ani vyplatit.",
    "4. Platnost bodů. [Body propadají 24 měsíců po připsání.] V účtu vidíte, kolik jich máte a do kdy.",
    "5. Vrácení zboží. Vrátíte-li nákup, jeho body se odečtou.",
    "6. Odměny. Vydáváme je do vyčerpání zásob za počet bodů zobrazený při výběru.",
    "7. Zneužití. Kdo nás klame, může takto získané body ztratit a být vyloučen. Řekneme proč a vy můžete " +
      "podat námitku.",
    "8. Změny a ukončení. Změny i ukončení programu oznámíme nejméně [30 dní] předem; do té doby můžete body využít.",
    "9. Odchod. Odejít můžete kdykoli, v účtu nebo v prodejně. Body tím zanikají.",
    "10. Vaše údaje. Jak s nimi nakládáme, stojí v informacích o soukromí.",
    "11. Právo. Platí právo [země]. Závazná práva spotřebitelů zůstávají nedotčena.",
  ],
  privacy: [
    "1. Správce. {shop}, [adresa, kontakt, pověřenec pro ochranu údajů, je-li jmenován].",
    "2. Co uchováváme. Jméno a kontakty, které nám dáte, vaši kartu, nákupy a body, udělené souhlasy a " +
      "vzájemné zprávy.",
    "3. K čemu. K vedení programu, do něhož jste vstoupili (čl. 6 odst. 1 písm. b GDPR); k účetnictví (písm. " +
      "c); k oslovení či výběru nabídek jen s vaším souhlasem (písm. a).",
    "4. Kdo je dostává. [Poskytovatelé hostingu a pošty.] Partnerské firmy jen s vaším souhlasem. Nic neprodáváme.",
    "5. Jak dlouho. Dokud jste členem. Když odejdete, jméno a kontakty jsou zničeny; nákupy zůstávají bez " +
      "jména po dobu, kterou žádá zákon o účetnictví.",
    "6. Vaše práva. Údaje vidět, odnést si, opravit, nechat vymazat či omezit, vznést námitku a kdykoli " +
      "odvolat souhlas. Většinu uděláte sami ve svém účtu.",
    "7. Stížnosti. U nás, nebo u dozorového úřadu: [název].",
    "8. Ve vašem zařízení. Ukládáme to, co vás drží přihlášené a ukáže kartu bez sítě. Nic vás nesleduje jinam.",
  ],
  consents: {
    email: "{shop} mi smí posílat nabídky a novinky e-mailem. Souhlas mohu kdykoli odvolat.",
    sms: "{shop} mi smí posílat nabídky a novinky v SMS. Souhlas mohu kdykoli odvolat.",
    push: "{shop} smí posílat oznámení na toto zařízení. Souhlas mohu kdykoli odvolat.",
    phone: "{shop} mi smí telefonovat s nabídkami. Souhlas mohu kdykoli odvolat.",
    post: "{shop} mi smí posílat nabídky poštou. Souhlas mohu kdykoli odvolat.",
    profiling:
      "{shop} smí vyhodnocovat mé nákupy, aby vybral nabídky, které mi vyhovují. Souhlas mohu kdykoli odvolat.",
    partners: "{shop} smí partnerským firmám [názvy] sdělovat, co nakupuji. Souhlas mohu kdykoli odvolat.",
  },
};
