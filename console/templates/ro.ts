// What a shop may start from in Romanian. It is no legal advice: each shop has it checked.
import type { Templates } from "./template.ts";

export const ro: Templates = {
  terms: [
    "1. Cine administrează programul. {shop} administrează acest program de fidelitate. Ne găsiți la [adresă, " +
      "e-mail].",
    "2. Participarea. Este gratuită și deschisă persoanelor de cel puțin [16] ani. Pentru înscriere indicați o " +
      "adresă de e-mail sau un număr de telefon ori luați un card din magazin.",
    "3. Punctele. Se obțin pentru cumpărături și pentru ce mai indică contul dumneavoastră. Punctele nu sunt " +
      "bani, nu se vând și nu se plătesc în numerar.",
    "4. Cât sunt valabile. [Punctele expiră la 24 de luni de la acordare.] Contul arată câte aveți și până când.",
    "5. Retururi. Dacă returnați o cumpărătură, punctele aferente se retrag.",
    "6. Recompense. Se acordă în limita stocului, pentru punctele afișate în momentul alegerii.",
    "7. Abuzuri. Cine ne înșală poate pierde punctele astfel obținute și poate fi exclus. Vă spunem motivul și " +
      "puteți contesta.",
    "8. Modificări și încetare. Anunțăm modificările și încetarea programului cu cel puțin [30 de zile] " +
      "înainte; până atunci puteți folosi punctele.",
    "9. Retragerea. Puteți ieși oricând, din cont sau din magazin. Punctele se pierd atunci.",
    "10. Datele dumneavoastră. Cum le păstrăm scrie în nota de confidențialitate.",
    "11. Legea. Se aplică legea din [țara]. Drepturile imperative ale consumatorilor rămân valabile.",
  ],
  privacy: [
    "1. Operatorul. {shop}, [adresă, contact, responsabilul cu protecția datelor dacă există].",
    "2. Ce păstrăm. Numele și datele de contact pe care ni le dați, cardul, cumpărăturile și punctele, " +
      "acordurile și mesajele dintre noi.",
    "3. În ce scop. Pentru programul la care v-ați înscris (art. 6 alin. 1 lit. b GDPR); pentru contabilitate " +
      "(lit. c); pentru a vă scrie sau a alege oferte doar dacă ați fost de acord (lit. a).",
    "4. Cine le primește. [Furnizorii de găzduire și de e-mail.] Firmele partenere doar cu acordul " +
      "dumneavoastră. Nu vindem nimic.",
    "5. Cât timp. Cât sunteți membru. Când plecați, numele și contactele se distrug; cumpărăturile rămân fără " +
      "nume cât cere legea contabilității.",
    "6. Drepturile dumneavoastră. Să vedeți datele, să le luați cu dumneavoastră, să le corectați, să cereți " +
      "ștergerea sau restricționarea, să vă opuneți și să retrageți oricând acordurile. Aproape totul se face " +
      "din cont.",
    "7. Plângeri. La noi sau la autoritatea de supraveghere: [nume].",
    "8. Pe dispozitivul dumneavoastră. Stocăm ce vă ține conectat și arată cardul fără rețea. Nimic nu vă " +
      "urmărește în altă parte.",
  ],
  consents: {
    email: "{shop} îmi poate trimite oferte și noutăți prin e-mail. Pot retrage acordul oricând.",
    sms: "{shop} îmi poate trimite oferte și noutăți prin SMS. Pot retrage acordul oricând.",
    push: "{shop} poate trimite notificări pe acest dispozitiv. Pot retrage acordul oricând.",
    phone: "{shop} mă poate suna cu oferte. Pot retrage acordul oricând.",
    post: "{shop} îmi poate trimite oferte prin poștă. Pot retrage acordul oricând.",
    profiling: "{shop} poate analiza cumpărăturile mele ca să aleagă oferte potrivite. Pot retrage acordul oricând.",
    partners: "{shop} poate spune firmelor partenere [nume] ce cumpăr. Pot retrage acordul oricând.",
  },
};
