// One good request for everything that a member does about himself, and for the portal that lets him in.
import type { Sample } from "./operations.ts";
import type { Call } from "./server.ts";
import { cookieOf } from "./signingIn.ts";

export type MemberBelongings = { mySessionId: string };

type Own = MemberBelongings &
  Record<"activityId" | "businessId" | "couponCode" | "issuedRewardId" | "rewardCode", string>;

/** A member's session, come by as a phone at a till does. */
export async function ownSessionOf(call: Call, own: string): Promise<MemberBelongings> {
  const { body } = await call("POST", `${own}/portal-links`);
  const [, slug = "", token = ""] = /\/p\/([^/]+)\/enter#(.+)$/.exec(body.url) ?? [];
  const cookie = cookieOf(await call("POST", `/v1/portal/${slug}/link-sign-ins`, { token }));
  const sessions = await call("GET", "/v1/me/sessions", undefined, { cookie });
  return { mySessionId: sessions.body.items[0].id };
}

const nobody = { slug: "nobody" };
const code = "123456";

export const onePixel =
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==";
const settings = { mayJoin: true, birthday: "once", color: "#0b7285", terms: null, consents: [] };

export const portalSamples: Record<string, (own: Own) => Sample> = {
  getPortal: () => ({ path: nobody }),
  getPortalStyle: () => ({ path: nobody }),
  getPortalManifest: () => ({ path: nobody }),
  getPortalIcon: () => ({ path: nobody }),
  askForPortalCode: () => ({ path: nobody, body: { contact: "nobody@example.com" } }),
  signInMember: () => ({ path: nobody, body: { contact: "nobody@example.com", code } }),
  signInByLink: () => ({ path: nobody, body: { token: "fedlnk_nothing" } }),
  getPortalSettings: () => ({}),
  getPortalLogo: () => ({ path: nobody }),
  changePortalLogo: () => ({ body: { type: "image/png", picture: onePixel } }),
  removePortalLogo: () => ({}),
  listPortalTexts: () => ({ query: "limit=100" }),
  changePortalSettings: () => ({ body: settings }),
  makePortalLink: ({ businessId }) => ({ path: { memberId: businessId } }),
};

/** By operationId: what needs a member's session. */
export const meSamples: Record<string, (own: Own) => Sample> = {
  getMe: () => ({}),
  changeMe: () => ({ body: { name: "Bea" } }),
  listMySessions: () => ({}),
  endMySession: ({ mySessionId }) => ({ path: { sessionId: mySessionId } }),
  renewMySession: () => ({}),
  streamMyChanges: () => ({ query: "seconds=1" }),
  signOut: () => ({}),
  makeMyCard: () => ({}),
  listMyConsents: () => ({}),
  sayConsent: () => ({ body: { topic: "email", state: "withdrawn" } }),
  listMissingPurchases: () => ({}),
  reportMissingPurchase: () => ({ body: { on: "2026-03-01", amountMinor: 1_250 } }),
  askToChangeContact: () => ({ body: { contact: "new@example.com" } }),
  changeContact: () => ({ body: { contact: "new@example.com", code } }),
  askToClose: () => ({}),
  closeMyAccount: () => ({ body: {} }),
  readMyTimeline: () => ({ query: "limit=100" }),
  exportMe: () => ({}),
  listMyWallets: () => ({}),
  getMyTier: () => ({}),
  explainMyActivity: ({ activityId }) => ({ path: { activityId } }),
  listMyRewards: () => ({}),
  listMyBenefits: () => ({}),
  takeReward: ({ rewardCode }) => ({ body: { reward: rewardCode } }),
  listMyIssuedRewards: () => ({ query: "limit=100" }),
  getMyIssuedReward: ({ issuedRewardId }) => ({ path: { issuedRewardId } }),
  giveRewardBack: ({ issuedRewardId }) => ({ path: { issuedRewardId } }),
  claimMyCoupon: ({ couponCode }) => ({ body: { code: couponCode } }),
};

/** What a stranger may ask of a portal. */
export const portalOnes = [
  "getPortal",
  "getPortalStyle",
  "getPortalManifest",
  "getPortalIcon",
  "getPortalLogo",
  "askForPortalCode",
  "signInMember",
  "signInByLink",
] as const;
