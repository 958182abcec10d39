// The code by which tills and programs name a thing, from what people call it.

const CODE_CHARS_MAX = 32;

/** "Un caffè offerto" becomes "un-caffe-offerto". */
export function codeFrom(name: string): string {
  return name
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, CODE_CHARS_MAX)
    .replace(/^-|-$/g, "");
}
