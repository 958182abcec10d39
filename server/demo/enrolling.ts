// Members of a story join, on the day on which they first came.
import type { NewIdentity } from "@fedele/sdk/schemas/member.ts";
import { recordConsent } from "../modules/members/consents.ts";
import { enrolMembers, newMemberId } from "../modules/members/members.ts";
import { type Ctx, commitWithoutWaiting } from "../platform/database/transaction.ts";
import { bucketOf, newId } from "../platform/ids.ts";
import type { Sealer } from "../platform/sealing.ts";
import type { Tenant } from "../platform/tenant.ts";
import type { Life } from "./lives.ts";
import type { Person } from "./people.ts";

/** The text that members of a demo agreed to. */
const TEXT_VERSION = "demo-1";

/** Member ids by the number on the card. */
export async function enrol(
  ctx: Ctx,
  home: { sealer: Sealer; tenant: Tenant },
  lives: readonly Life[],
): Promise<Map<string, string>> {
  commitWithoutWaiting(ctx);
  const outcomes = await enrolMembers(
    ctx,
    home,
    lives.map(({ person, joinedAt }) => ({
      // The id tells when they joined: members are listed in its order.
      id: newMemberId(home.tenant, joinedAt),
      enrolledAt: joinedAt,
      name: person.name,
      language: person.language,
      country: person.country,
      ...(person.birthDate === undefined ? {} : { birthDate: person.birthDate }),
      identities: identitiesOf(person),
    })),
  );
  const ids = lives.map((life, index): [Life, string] => {
    const outcome = outcomes[index];
    if (outcome?.state !== "enrolled") throw new Error(`nobody was enrolled as ${life.person.number}`);
    return [life, outcome.memberId];
  });
  // Asked for together, so that their statements travel together.
  await Promise.all(ids.map(([life, memberId]) => agree(ctx, home.sealer, life, memberId)));
  return new Map(ids.map(([{ person }, memberId]) => [person.number, memberId]));
}

async function agree(ctx: Ctx, sealer: Sealer, { person, agreedAt }: Life, memberId: string): Promise<void> {
  if (agreedAt === undefined || person.email === undefined) return;
  const said = { topic: "email", state: "granted", source: "form", textVersion: TEXT_VERSION } as const;
  const at = new Date(agreedAt).toISOString();
  await recordConsent(ctx, sealer, { memberId, id: newId(agreedAt, bucketOf(memberId)) }, { ...said, at });
}

function identitiesOf({ number, email, phone }: Person): NewIdentity[] {
  return [
    { kind: "number", value: number, verified: true },
    { kind: "qr", value: number, verified: true },
    ...(email === undefined ? [] : [{ kind: "email" as const, value: email, verified: true }]),
    ...(phone === undefined ? [] : [{ kind: "phone" as const, value: phone }]),
  ];
}
