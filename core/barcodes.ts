// Numbers of cards that can be printed as a barcode which every scanner of a shop reads: EAN-13 in the range that is
// left to shops for their own use (2…), so that no product has the same.

/** Bars of the left half in the odd set, 1 is black. The right half is the same turned over. */
const odd = [
  "0001101",
  "0011001",
  "0010011",
  "0111101",
  "0100011",
  "0110001",
  "0101111",
  "0111011",
  "0110111",
  "0001011",
];
/** Which sets the left six digits use says the first digit, which has no bars of its own: 1 is even. */
const sets = ["000000", "001011", "001101", "001110", "010011", "011001", "011100", "010101", "010110", "011010"];

/** Thirteen digits out of eleven, which come from chance: a 2 before them, a check digit behind. */
export function cardNumberFrom(digits: string): string {
  const twelve = `2${digits}`;
  return twelve + checkDigitOf(twelve);
}

/** Weights 1 and 3 in turn; what is missing to the next ten. */
export function checkDigitOf(twelve: string): string {
  const sum = [...twelve].reduce((total, digit, at) => total + Number(digit) * (at % 2 === 0 ? 1 : 3), 0);
  return String((10 - (sum % 10)) % 10);
}

/** Whether a number is an EAN-13 with the right check digit. */
export function isEan13(number: string): boolean {
  return /^\d{13}$/.test(number) && checkDigitOf(number.slice(0, 12)) === number.at(-1);
}

/** The 95 modules of an EAN-13 from left to right, 1 is black. Null for what is none. */
export function ean13Modules(number: string): string | null {
  if (!isEan13(number)) return null;
  const set = sets[Number(number[0])] ?? "";
  const left = [...number.slice(1, 7)].map((digit, at) => (set[at] === "1" ? evenOf(digit) : oddOf(digit)));
  const right = [...number.slice(7)].map((digit) => turned(oddOf(digit)));
  return `101${left.join("")}01010${right.join("")}101`;
}

/** The barcode as an image, with quiet zones and the number below; sizes in modules. Null for what is none. */
export function ean13Svg(number: string): string | null {
  const modules = ean13Modules(number);
  if (modules === null) return null;
  const bars = [...modules.matchAll(/1+/g)].map(
    ({ index, 0: run }) => `M${index + 11} 4h${run.length}v50h-${run.length}z`,
  );
  const text = `<text x="58.5" y="64" font-family="monospace" font-size="9" text-anchor="middle">${number}</text>`;
  return (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 117 70" role="img">' +
    `<rect width="117" height="70" fill="#fff"/><path d="${bars.join("")}"/>${text}</svg>`
  );
}

function oddOf(digit: string): string {
  return odd[Number(digit)] ?? "";
}

function evenOf(digit: string): string {
  return [...turned(oddOf(digit))].reverse().join("");
}

function turned(bars: string): string {
  return [...bars].map((bar) => (bar === "1" ? "0" : "1")).join("");
}
