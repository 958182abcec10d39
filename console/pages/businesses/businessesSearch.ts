// What of the list of businesses stands in the address.
export type BusinessesSearch = { search?: string; cursor?: string };

export function businessesSearch({ search, cursor }: Record<string, unknown>): BusinessesSearch {
  return {
    ...(typeof search === "string" || typeof search === "number" ? { search: String(search) } : {}),
    ...(typeof cursor === "string" ? { cursor } : {}),
  };
}
