// What the columns of a file of members may mean, and what their titles suggest.
import { type ConsentTopic, consentTopics } from "./consents.ts";

export const memberColumns = [
  "name",
  "firstName",
  "lastName",
  "email",
  "phone",
  "qr",
  "number",
  "card",
  "birthDate",
  "language",
  "country",
  "joined",
  "points",
  "pointsExpire",
  "tier",
] as const;

/** A field of a member; `consent:…` whether they agreed to a topic; `field:…` a field of the tenant's own. */
export type MemberColumn = (typeof memberColumns)[number] | `consent:${ConsentTopic}` | `field:${string}`;

export function isMemberColumn(text: string): text is MemberColumn {
  return (
    memberColumns.some((column) => column === text) ||
    consentTopics.some((topic) => text === `consent:${topic}`) ||
    /^field:[a-z][a-z0-9_]{0,39}$/.test(text)
  );
}

/** What shops write at the head of such columns, without spaces, accents and capitals. */
const titles: Readonly<Record<(typeof memberColumns)[number], readonly string[]>> = {
  name: ["name", "fullname", "nome", "nominativo", "kunde", "nume", "jmeno", "customer", "member", "cliente"],
  firstName: ["firstname", "givenname", "vorname", "prenume", "krestnijmeno"],
  lastName: ["lastname", "surname", "familyname", "cognome", "nachname", "familienname", "numedefamilie", "prijmeni"],
  email: ["email", "emailaddress", "mail", "indirizzoemail", "emailadresse", "adresaemail", "correo"],
  phone: ["phone", "phonenumber", "mobile", "mobilephone", "telefono", "cellulare", "telefon", "handy", "mobil", "tel"],
  qr: ["qr", "qrcode", "barcode"],
  number: ["number", "customernumber", "membernumber", "kundennummer", "id"],
  card: ["card", "cardnumber", "tessera", "numerotessera", "kartennummer", "karta", "cislokarty"],
  birthDate: ["birthdate", "dateofbirth", "birthday", "dob", "datadinascita", "geburtsdatum", "datanasterii"],
  language: ["language", "lingua", "sprache", "limba", "jazyk", "lang"],
  country: ["country", "paese", "nazione", "land", "tara", "zeme"],
  joined: ["joined", "joinedat", "enrolled", "membersince", "created", "createdat", "iscritto", "mitgliedseit"],
  points: ["points", "balance", "pointsbalance", "punti", "punkte", "puncte", "body", "saldo"],
  pointsExpire: ["expires", "expiry", "pointsexpire", "scadenza", "ablauf", "expira"],
  tier: ["tier", "level", "status", "livello", "stufe", "nivel"],
};

/** For each title what it probably means, or null; each meaning once. */
export function guessColumns(header: readonly string[]): (MemberColumn | null)[] {
  const taken = new Set<MemberColumn>();
  return header.map((title) => {
    const plain = plainOf(title);
    const column =
      memberColumns.find((known) => titles[known].includes(plain)) ??
      consentTopics.map((topic) => `consent:${topic}` as const).find((known) => isConsentTitle(plain, known));
    if (column === undefined || taken.has(column)) return null;
    taken.add(column);
    return column;
  });
}

function isConsentTitle(plain: string, column: `consent:${ConsentTopic}`): boolean {
  const topic = column.slice("consent:".length);
  return [`consent${topic}`, `${topic}consent`, `${topic}optin`, `marketing${topic}`].includes(plain);
}

function plainOf(title: string): string {
  const plain = title.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  return plain.replace(/[^\p{L}\p{N}]/gu, "");
}

const yes = new Set(["1", "yes", "y", "true", "x", "si", "ja", "da", "ano", "oui", "granted", "opt-in"]);
const no = new Set(["0", "no", "n", "false", "", "nein", "nu", "ne", "non", "withdrawn", "opt-out"]);

/** Whether a cell says yes; null where it says neither. */
export function saysYes(cell: string): boolean | null {
  const word = cell.trim().normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  if (yes.has(word)) return true;
  return no.has(word) ? false : null;
}

/** Whole points as people write them: "1.250" and "1,250.00" are one number by the mark that they use. */
export function wholePoints(cell: string, decimalMark: "." | ","): number | null {
  const plain = cell
    .trim()
    .replaceAll(decimalMark === "." ? "," : ".", "")
    .replace(decimalMark, ".");
  const points = /^\d{1,15}(\.0+)?$/.test(plain) ? Number(plain) : Number.NaN;
  return Number.isSafeInteger(points) ? points : null;
}
