// A code that was sent to a member, for the samples, and one good request for each of what is done at a till.
import type { Call, Reply } from "./server.ts";

export type ProofBelongings = { memberId: string; friendId: string; proofCode: string };

type Make = (path: string, body: object) => Promise<Reply["body"]>;

/** The six digits as the member reads them. */
export async function proofCodeOf(call: Call, make: Make, own: string): Promise<string> {
  await make(`${own}/spending-codes`, {});
  const { body } = await call("GET", "/v1/outbox-messages?limit=1");
  return body.items[0].letter.subject.slice(0, 6);
}

/** By operationId. The friend's code was not sent yet: who asks twice within a minute is told to wait. */
export const proofSamples = {
  lookUpMember: ({ memberId }: ProofBelongings) => ({ body: { id: memberId } }),
  makeCardNumber: ({ memberId }: ProofBelongings) => ({ path: { memberId } }),
  endMemberCards: ({ memberId }: ProofBelongings) => ({ path: { memberId } }),
  sendSpendingCode: ({ friendId }: ProofBelongings) => ({ path: { memberId: friendId } }),
  proveSpending: ({ memberId, proofCode }: ProofBelongings) => ({ body: { memberId, code: proofCode } }),
};
