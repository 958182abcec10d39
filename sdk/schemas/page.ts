// Lists come in pages: ask with `limit`, go on with the `cursor` that the last page gave.
import { type TSchema, Type } from "typebox";

export const PAGE_LIMIT_DEFAULT = 25;
export const PAGE_LIMIT_MAX = 100;

export const pageQuery = {
  limit: Type.Optional(
    Type.Integer({
      minimum: 1,
      maximum: PAGE_LIMIT_MAX,
      default: PAGE_LIMIT_DEFAULT,
      description: `How many to return, at most ${PAGE_LIMIT_MAX}.`,
    }),
  ),
  cursor: Type.Optional(
    Type.String({ minLength: 1, maxLength: 512, description: "The `nextCursor` of the page before this one." }),
  ),
};

/** A page of a list. */
export function Page<Item extends TSchema>(id: string, item: Item) {
  return Type.Object(
    {
      items: Type.Array(item),
      nextCursor: Type.Optional(
        Type.String({ description: "Give this as `cursor` for the next page; absent on the last one." }),
      ),
    },
    { $id: id, additionalProperties: false },
  );
}
