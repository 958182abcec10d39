// One good request for each way of staff to come in, and which operations a key gets no good answer from.

import type { Sample } from "./operations.ts";
import { portalOnes } from "./portalSamples.ts";

/** For a person who is about to sign in or has done so: a key gets no good answer. */
export const forPeople: ReadonlySet<string> = new Set([
  ...["askForPasskey", "signInByPasskey", "startPasskey", "addPasskey", "listMyPasskeys", "revokePasskey"],
  "signIn",
  "showSecondFactor",
  "acceptInvitation",
  "renewSession",
  "endSession",
  "startTotp",
  "confirmTotp",
  "endTotp",
  ...["listMemberships", "joinMembership", "switchTenant", "foundTenant", "clearDemo"],
  ...portalOnes,
  "changeContact",
  "closeMyAccount",
  "hearInbound",
]);

const attested = { clientDataJSON: "e30", attestationObject: "oA" };
const signed = { clientDataJSON: "e30", authenticatorData: "AA", signature: "AA" };

/** By operationId. */
export const signInSamples: Record<string, () => Sample> = {
  askForSignInCode: () => ({ body: { tenant: "nobody", email: "nobody@example.com" } }),
  signIn: () => ({ body: { tenant: "nobody", email: "nobody@example.com", code: "123456" } }),
  showSecondFactor: () => ({ body: { code: "123456" } }),
  acceptInvitation: () => ({ body: { token: "fedinv_nothing" } }),
  askForPasskey: () => ({}),
  signInByPasskey: () => ({ body: { credential: { id: "AA", response: { ...signed, userHandle: "AA" } } } }),
  startPasskey: () => ({}),
  addPasskey: () => ({ body: { name: "Laptop", credential: { id: "AA", response: attested } } }),
  listMyPasskeys: () => ({}),
  revokePasskey: () => ({ path: { passkeyId: "psk_01kb1vn7xqf8krv1q7ey6p4c0m" } }),
  getSession: () => ({}),
  renewSession: () => ({}),
  endSession: () => ({}),
  startTotp: () => ({}),
  confirmTotp: () => ({ body: { code: "123456" } }),
  endTotp: () => ({ body: { code: "123456" } }),
  listMemberships: () => ({}),
  joinMembership: () => ({ body: { tenant: "nobody", email: "nobody@example.com", code: "123456" } }),
  switchTenant: () => ({ body: { tenant: "nobody" } }),
  foundTenant: () => ({ body: { name: "Mine", slug: "mine", currency: "EUR", timezone: "Europe/Rome" } }),
  clearDemo: () => ({ path: { tenantId: "ten_01kb1vn7xqf8krv1q7ey6p4c0m" } }),
};
