// Which import is open stands in the address: loaded again, or by somebody else, it goes on where it was.
export type ImportSearch = { import?: string };

export function importSearch({ import: id }: Record<string, unknown>): ImportSearch {
  return typeof id === "string" && /^imp_[0-9a-z]{1,64}$/.test(id) ? { import: id } : {};
}
