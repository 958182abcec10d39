// Lists that come page by page: what has come so far, and a button for more.
import { Button, Center, Table, Text } from "@mantine/core";
import { useInfiniteQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { useSpeech } from "../language.ts";
import { Empty, RefusalAlert, Waiting } from "./states.tsx";

type PageOf<Item> = { readonly items: readonly Item[]; readonly nextCursor?: string };

export type Paged<Item> = {
  /** Undefined until the first page has come. */
  readonly items: readonly Item[] | undefined;
  readonly error: Error | null;
  /** Asks for the next page; undefined where there is none. */
  readonly more: (() => void) | undefined;
  readonly isMoreComing: boolean;
};

/** `ask`: for the page after this cursor; the first one without. A cursor soon goes stale: none is in the address. */
export function usePaged<Item>(
  key: readonly unknown[],
  ask: (query: { cursor?: string }) => Promise<PageOf<Item>>,
): Paged<Item> {
  const { data, error, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery({
    queryKey: [...key, "pages"],
    queryFn: ({ pageParam }) => ask(pageParam === "" ? {} : { cursor: pageParam }),
    initialPageParam: "",
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });
  return {
    items: data?.pages.flatMap(({ items }) => items),
    error,
    more: hasNextPage ? () => void fetchNextPage() : undefined,
    isMoreComing: isFetchingNextPage,
  };
}

type Column<Item> = {
  readonly title: string;
  readonly show: (item: Item) => ReactNode;
  /** Numbers stand right. */
  readonly isNumber?: true;
  /** What a phone has no room for. */
  readonly isExtra?: true;
};

type TableProps<Item> = {
  readonly paged: Paged<Item>;
  readonly columns: readonly Column<Item>[];
  readonly idOf: (item: Item) => string;
  readonly caption: string;
  readonly empty: { readonly title: string; readonly hint: string; readonly action?: ReactNode };
};

export function PagedTable<Item>({ paged, columns, idOf, caption, empty }: TableProps<Item>) {
  const { say } = useSpeech();
  const { items, error, more, isMoreComing } = paged;
  if (error !== null) return <RefusalAlert error={error} />;
  if (items === undefined) return <Waiting />;
  if (items.length === 0) return <Empty {...empty} />;
  return (
    <>
      <Table verticalSpacing="sm" aria-label={caption}>
        <Table.Thead>
          <Table.Tr>
            {columns.map((column) => (
              <Table.Th key={column.title} {...cellOf(column)}>
                {column.title}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {items.map((item) => (
            <Table.Tr key={idOf(item)}>
              {columns.map((column) => (
                <Table.Td key={column.title} {...cellOf(column)}>
                  {column.show(item)}
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {more === undefined ? (
        <Text size="sm" c="dimmed" ta="center">
          {say("list.all", { count: items.length })}
        </Text>
      ) : (
        <Center>
          <Button variant="light" onClick={more} loading={isMoreComing}>
            {say("list.more")}
          </Button>
        </Center>
      )}
    </>
  );
}

function cellOf<Item>({ isNumber, isExtra }: Column<Item>) {
  return { ...(isNumber ? { ta: "right" as const, miw: 64 } : {}), ...(isExtra ? { visibleFrom: "sm" as const } : {}) };
}
