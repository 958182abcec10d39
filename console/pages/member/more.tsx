// The way to what is older.
import { Button } from "@mantine/core";
import { useSpeech } from "../../language.ts";

type Query = { readonly hasNextPage: boolean; readonly isFetchingNextPage: boolean; fetchNextPage(): unknown };

export function MoreButton({ query }: { query: Query }) {
  const { say } = useSpeech();
  if (!query.hasNextPage) return null;
  return (
    <Button variant="default" loading={query.isFetchingNextPage} onClick={() => query.fetchNextPage()}>
      {say("list.older")}
    </Button>
  );
}
