// How a member is named and marked, wherever one is spoken of.
import type { Member } from "@fedele/sdk/schemas/member.ts";
import { Anchor, Badge } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { type Speech, useSpeech } from "../language.ts";

type Named = Pick<Member, "name" | "identities" | "erased">;

/** The name, else what finds the member; nobody is called by a number that only programs read. */
export function memberName({ name, identities, erased }: Named, say: Speech["say"]): string {
  if (erased === true) return say("member.erasedName");
  return name ?? identities.find(({ kind }) => kind !== "qr")?.value ?? say("member.noName");
}

const colours = { active: "pine", earn_only: "yellow", blocked: "red", closed: "gray" } as const;

export function MemberStatusBadge({ member }: { member: Pick<Member, "status" | "erased" | "mergedInto"> }) {
  const { say } = useSpeech();
  const { status, erased, mergedInto } = member;
  if (erased === true) return <Badge variant="default">{say("member.erased")}</Badge>;
  if (mergedInto !== undefined) return <Badge variant="default">{say("member.merged")}</Badge>;
  return (
    <Badge variant="light" color={colours[status]}>
      {say(`memberStatus.${status}`)}
    </Badge>
  );
}

export function MemberLink({ memberId, children }: { memberId: string; children: ReactNode }) {
  return (
    <Anchor
      inherit
      fw={500}
      onClick={(event) => event.stopPropagation()}
      renderRoot={(props) => <Link to="/members/$memberId" params={{ memberId }} {...props} />}
    >
      {children}
    </Anchor>
  );
}
