// The way to a business's account.
import { Anchor } from "@mantine/core";
import { Link } from "@tanstack/react-router";

export function BusinessLink({ memberId, name }: { memberId: string; name: string }) {
  return (
    <Anchor
      inherit
      fw={500}
      onClick={(event) => event.stopPropagation()}
      renderRoot={(props) => <Link to="/businesses/$memberId" params={{ memberId }} {...props} />}
    >
      {name}
    </Anchor>
  );
}
