// One good request for every operation of the API, made of what a tenant owns.
import { randomBytes } from "node:crypto";
import { healthSamples } from "./healthSamples.ts";
import { type JourneyBelongings, journeyOf, journeySamples } from "./journeyBelongings.ts";
import { memberSamples, type PeopleBelongings, peopleBelongingsOf } from "./memberSamples.ts";
import { type MessageBelongings, messageSamples, messagesOf } from "./messageSamples.ts";
import type { Sample } from "./operations.ts";
import { liftLimits, pendingOf } from "./pending.ts";
import { type MemberBelongings, meSamples, ownSessionOf, portalSamples } from "./portalSamples.ts";
import { coffee, favourSamples, type RewardBelongings, rewardsOf } from "./rewardBelongings.ts";
import type { Call } from "./server.ts";
import { signInSamples } from "./signInSamples.ts";
import { type TillBelongings, tillOf, tillSamples } from "./tillBelongings.ts";
import { type WebhookBelongings, webhookSamples, webhooksOf } from "./webhookBelongings.ts";

/** Ids of things that a tenant has. */
export type Belongings = RewardBelongings &
  PeopleBelongings &
  WebhookBelongings &
  TillBelongings &
  MemberBelongings &
  JourneyBelongings &
  MessageBelongings & {
    campaignId: string;
    ruleId: string;
    friendId: string;
    activityId: string;
    adjustmentId: string;
    pendingId: string;
    spendId: string;
    holdId: string;
    transferId: string;
    identityId: string;
    partnerId: string;
    sku: string;
    segmentId: string;
    businessId: string;
    contactId: string;
    fieldCode: string;
    visitorId: string;
    noteId: string;
    taskId: string;
    sessionId: string;
    reservedSessionId: string;
    soldSessionId: string;
    sessionReturnId: string;
    keyId: string;
    messageId: string;
    invitationId: string;
    staffId: string;
  };

/** Makes one of each, with names that nobody else has. People of the staff come in by themselves: `staffId` is one. */
export async function belongingsOf(call: Call, staffId: string): Promise<Belongings> {
  const mark = markOf();
  const make: Make = async (path, body) => {
    const reply = await call("POST", path, body);
    if (reply.status >= 300) throw new Error(`${path} gave ${reply.status}: ${JSON.stringify(reply.body)}`);
    return reply.body;
  };
  await liftLimits(call);
  const email = { kind: "email", value: `${mark}@example.com`, verified: true };
  const member = await make("/v1/members", { name: mark, identities: [{ kind: "qr", value: mark }, email] });
  const friendly = { ...email, value: `friend-${email.value}` };
  const friend = await make("/v1/members", { name: mark, identities: [friendly] });
  const own = `/v1/members/${member.id}`;
  const activity = await make("/v1/activities", { ...visit(), member: { id: member.id } });
  await call("POST", "/v1/points-types", { code: points, name: "Points", spendable: true, qualifying: true });
  const amount = { pointsType: points, points: 100 };
  const adjustment = await make(`${own}/adjustments`, { ...amount, points: 1_000, reason: mark });
  const spend = await make(`${own}/spends`, amount);
  const hold = await make(`${own}/holds`, amount);
  const transfer = await make(`${own}/transfers`, { ...amount, toMemberId: friend.id });
  await call("PUT", `/v1/members/${friend.id}/guardians/${member.id}`);
  await call("PUT", `/v1/members/${friend.id}/block`, { step: "no_login" });
  await call("PUT", "/v1/programme/tiers", tierList);
  const campaign = await make("/v1/campaigns", { name: mark, rules: [rule], budget: { points: 1_000 } });
  const partner = await make("/v1/partners", { code: mark, name: mark });
  const location = await make("/v1/locations", { code: mark, name: mark, partnerId: partner.id });
  const product = await make("/v1/products", { sku: mark, name: mark });
  return {
    campaignId: campaign.id,
    ruleId: campaign.rules[0].id,
    memberId: member.id,
    friendId: friend.id,
    ...(await peopleBelongingsOf(make, member.id, mark)),
    activityId: activity.id,
    adjustmentId: adjustment.id,
    spendId: spend.id,
    holdId: hold.id,
    transferId: transfer.id,
    identityId: member.identities[0].id,
    partnerId: partner.id,
    locationId: location.id,
    sku: product.sku,
    ...(await rewardsOf(call, make, { own, friendId: friend.id, mark })),
    ...(await webhooksOf(call, make)),
    ...(await peopleThings({ call, make, own, mark })),
    ...(await sessionsOf(make, member.id)),
    ...(await journeyOf(make, mark)),
    pendingId: await pendingOf(call, own, points),
    ...(await ownSessionOf(call, own)),
    ...(await waysIn({ call, make, mark })),
    ...(await messagesOf(call)),
    ...(await tillOf(call, make, { mark, locationId: location.id, memberId: member.id })),
    staffId,
  };
}

type Make = (path: string, body: object) => Promise<ReturnType<typeof JSON.parse>>;

/** What the people of a shop write down about their members. */
async function peopleThings({ call, make, own, mark }: { call: Call; make: Make; own: string; mark: string }) {
  const fieldCode = await fieldOf(call, mark);
  const segment = await segmentOf(call, mark);
  const business = await make("/v1/members", { kind: "corporate", name: mark });
  const contact = await make(`/v1/members/${business.id}/contacts`, { name: mark });
  const visitor = await make("/v1/visitors", {});
  const note = await make(`${own}/notes`, { text: mark });
  const task = await make(`${own}/tasks`, { text: mark, dueOn: "2026-03-09" });
  return {
    segmentId: segment.id,
    visitorId: visitor.id,
    businessId: business.id,
    contactId: contact.id,
    fieldCode,
    noteId: note.id,
    taskId: task.id,
  };
}

/** What programs and people come in with, and the letter that one of them got. */
async function waysIn({ call, make, mark }: { call: Call; make: Make; mark: string }) {
  const key = await make("/v1/api-keys", { name: mark, scopes: ["members:read"] });
  const invitation = await make("/v1/invitations", { name: mark, email: `${mark}@example.com`, role: "cashier" });
  const letters = await call("GET", "/v1/outbox-messages?limit=1");
  const messageId = letters.body.items[0].id;
  return { keyId: key.id, invitationId: invitation.id, messageId };
}

/** Checkout sessions in the states in which something can be done to them. */
async function sessionsOf(make: Make, memberId: string) {
  const opens = () =>
    make("/v1/checkout-sessions", { source: "samples", document: markOf(), member: { id: memberId }, ...basket() });
  const [session, reserved, sold] = [await opens(), await opens(), await opens()];
  for (const { id } of [reserved, sold]) await make(`/v1/checkout-sessions/${id}/reservation`, { version: 1 });
  await make(`/v1/checkout-sessions/${sold.id}/commitment`, { version: 1 });
  const lines = [{ line: 0, quantityThousandths: 1000 }];
  const returned = await make(`/v1/checkout-sessions/${sold.id}/returns`, { document: markOf(), lines });
  return {
    sessionId: session.id,
    reservedSessionId: reserved.id,
    soldSessionId: sold.id,
    sessionReturnId: returned.id,
  };
}

/** There may be so many at most: what was made before is removed first. */
async function segmentOf(call: Call, code: string): Promise<{ id: string }> {
  const { body } = await call("GET", "/v1/segments?limit=100");
  if (body.items.length >= 50) for (const { id } of body.items) await call("DELETE", `/v1/segments/${id}`);
  return (await call("POST", "/v1/segments", { code, name: code, conditions: everybody })).body;
}

async function fieldOf(call: Call, code: string): Promise<string> {
  const { body } = await call("GET", "/v1/member-fields");
  if (body.items.length >= 40) for (const one of body.items) await call("DELETE", `/v1/member-fields/${one.code}`);
  await call("POST", "/v1/member-fields", { code, name: code, type: "number" });
  return code;
}

const everybody = { combinator: "and", rules: [] };

function basket() {
  return { lines: [{ quantityThousandths: 2000, amountMinor: 2_300, taxThousandths: 15_000 }] };
}

function markOf(): string {
  return `x${randomBytes(8).toString("hex")}`;
}

const points = "points";

function visit() {
  return { source: "samples", document: markOf(), kind: "visit" };
}

const rule = { name: "A point a visit", pointsType: points, effect: { kind: "fixed", points: 1 } };

const tierList = {
  metric: "spend",
  period: { kind: "ever" },
  tiers: [
    { code: "bronze", name: "Bronze", threshold: 0 },
    { code: "gold", name: "Gold", threshold: 50_000 },
  ],
  downgrade: { policy: "never", graceDays: 0 },
  onReturn: "keep_until_period_end",
};

/** By operationId. */
export const samples: Record<string, (own: Belongings) => Sample> = {
  getLiveness: () => ({}),
  getReadiness: () => ({}),
  listEvents: () => ({ query: "limit=500" }),
  listEventTypes: () => ({}),
  streamEvents: () => ({ query: "seconds=1" }),
  getTenant: () => ({}),
  changeTenant: () => ({ body: { name: "Renamed" } }),
  createApiKey: () => ({ body: { name: "key", scopes: ["tenant:write"] } }),
  moveClock: () => ({ body: { seconds: 86_400 } }),
  listAuditEntries: () => ({ query: "limit=100" }),
  verifyAuditEntries: () => ({}),
  ...healthSamples,
  listApiKeys: () => ({ query: "limit=100" }),
  revokeApiKey: ({ keyId }) => ({ path: { keyId } }),
  listOutboxMessages: () => ({ query: "limit=100" }),
  getOutboxMessage: ({ messageId }) => ({ path: { messageId } }),

  ...signInSamples,
  listStaff: () => ({ query: "limit=100" }),
  getStaff: ({ staffId }) => ({ path: { staffId } }),
  changeStaff: ({ staffId }) => ({ path: { staffId }, body: { role: "agent" } }),
  removeStaff: ({ staffId }) => ({ path: { staffId } }),
  resetSecondFactor: ({ staffId }) => ({ path: { staffId } }),
  inviteStaff: () => ({ body: { name: "Bo", email: `${markOf()}@example.com`, role: "cashier" } }),
  listInvitations: () => ({ query: "limit=100" }),
  revokeInvitation: ({ invitationId }) => ({ path: { invitationId } }),

  enrolMember: () => ({ body: { name: "Ana" } }),
  getMember: ({ memberId }) => ({ path: { memberId } }),
  changeMember: ({ memberId }) => ({ path: { memberId }, body: { name: "Bea" } }),
  addIdentity: ({ memberId }) => ({ path: { memberId }, body: { kind: "number", value: markOf() } }),
  verifyIdentity: ({ memberId, identityId }) => ({ path: { memberId, identityId }, body: { verified: true } }),
  removeIdentity: ({ memberId, identityId }) => ({ path: { memberId, identityId } }),

  blockMember: ({ memberId }) => ({ path: { memberId }, body: { step: "no_login", reason: "A lost card." } }),
  getBlock: ({ friendId }) => ({ path: { memberId: friendId } }),
  listBlocks: ({ memberId }) => ({ path: { memberId } }),
  liftBlock: ({ memberId }) => ({ path: { memberId } }),
  recordConsent: ({ memberId }) => ({
    path: { memberId },
    body: { topic: "email", state: "granted", source: "form", textVersion: "news-3" },
  }),
  getConsents: ({ memberId }) => ({ path: { memberId } }),
  listConsents: ({ memberId }) => ({ path: { memberId } }),
  addMemberField: () => ({ body: { code: markOf(), name: "Shoe size", type: "number" } }),
  listMemberFields: () => ({}),
  removeMemberField: ({ fieldCode }) => ({ path: { code: fieldCode } }),
  getMemberValues: ({ memberId }) => ({ path: { memberId } }),
  changeMemberValues: ({ memberId, fieldCode }) => ({
    path: { memberId },
    body: { values: [{ code: fieldCode, value: 42 }] },
  }),
  writeNote: ({ memberId }) => ({ path: { memberId }, body: { text: "Likes the window." } }),
  listNotes: ({ memberId }) => ({ path: { memberId } }),
  removeNote: ({ memberId, noteId }) => ({ path: { memberId, noteId } }),
  addTask: ({ memberId }) => ({ path: { memberId }, body: { text: "Call back.", dueOn: "2026-03-09" } }),
  listTasks: ({ memberId }) => ({ path: { memberId } }),
  listOpenTasks: () => ({ query: "limit=100" }),
  closeTask: ({ memberId, taskId }) => ({ path: { memberId, taskId }, body: { outcome: "done" } }),
  countSegment: () => ({ body: { conditions: everybody } }),
  addSegment: () => ({ body: { code: markOf(), name: "All", conditions: everybody } }),
  listSegments: () => ({ query: "limit=100" }),
  getSegment: ({ segmentId }) => ({ path: { segmentId } }),
  changeSegment: ({ segmentId }) => ({ path: { segmentId }, body: { name: "Everybody" } }),
  listSegmentMembers: ({ segmentId }) => ({ path: { segmentId } }),
  isInSegment: ({ segmentId, memberId }) => ({ path: { segmentId, memberId } }),
  removeSegment: ({ segmentId }) => ({ path: { segmentId } }),
  getBusiness: ({ businessId }) => ({ path: { memberId: businessId } }),
  changeBusiness: ({ businessId }) => ({ path: { memberId: businessId }, body: { accountManager: "stf_1" } }),
  addContact: ({ businessId }) => ({ path: { memberId: businessId }, body: { name: "Ugo" } }),
  listContacts: ({ businessId }) => ({ path: { memberId: businessId } }),
  removeContact: ({ businessId, contactId }) => ({ path: { memberId: businessId, contactId } }),
  addVisitor: () => ({ body: { attributes: [{ name: "search", value: "shoes" }] } }),
  seeVisitor: ({ visitorId }) => ({ path: { visitorId }, body: {} }),
  getVisitor: ({ visitorId }) => ({ path: { visitorId } }),
  linkVisitor: ({ visitorId, memberId }) => ({ path: { visitorId }, body: { memberId } }),
  getAgeLimits: () => ({}),
  changeAgeLimits: () => ({ body: { usual: 18, countries: [{ country: "AT", years: 14 }] } }),
  addGuardian: ({ memberId, friendId }) => ({ path: { memberId, guardianId: friendId } }),
  listGuardians: ({ memberId }) => ({ path: { memberId } }),
  removeGuardian: ({ memberId, friendId }) => ({ path: { memberId: friendId, guardianId: memberId } }),
  eraseMember: ({ friendId }) => ({ path: { memberId: friendId }, body: { reason: "requested" } }),
  exportMember: ({ memberId }) => ({ path: { memberId } }),
  exportMembers: () => ({}),
  listErasures: () => ({ query: "limit=100" }),

  addPartner: () => ({ body: { code: markOf(), name: "Partner" } }),
  listPartners: () => ({ query: "limit=100" }),
  getPartner: ({ partnerId }) => ({ path: { partnerId } }),
  changePartner: ({ partnerId }) => ({ path: { partnerId }, body: { name: "Renamed" } }),
  addLocation: ({ partnerId }) => ({ body: { code: markOf(), name: "Location", partnerId } }),
  listLocations: () => ({ query: "limit=100" }),
  getLocation: ({ locationId }) => ({ path: { locationId } }),
  changeLocation: ({ locationId, partnerId }) => ({ path: { locationId }, body: { partnerId } }),
  addProduct: () => ({ body: { sku: markOf(), name: "Product" } }),
  listProducts: () => ({ query: "limit=100" }),
  getProduct: ({ sku }) => ({ path: { sku } }),
  changeProduct: ({ sku }) => ({ path: { sku }, body: { name: "Renamed" } }),

  recordActivity: ({ memberId }) => ({ body: { ...visit(), member: { id: memberId } } }),
  listActivityFlags: () => ({}),
  listEarnedRewards: ({ memberId }) => ({ path: { memberId } }),
  listActivities: ({ memberId }) => ({ path: { memberId } }),
  getActivity: ({ memberId, activityId }) => ({ path: { memberId, activityId } }),
  explainActivity: ({ memberId, activityId }) => ({ path: { memberId, activityId } }),
  evaluateActivity: ({ memberId }) => ({ body: { kind: "visit", member: { id: memberId } } }),

  listPointsTypes: () => ({}),
  addPointsType: () => ({ body: { code: markOf(), name: "Stars", spendable: true, qualifying: false } }),
  changePointsType: () => ({ path: { code: points }, body: { name: "Punti" } }),
  listWallets: ({ memberId }) => ({ path: { memberId } }),
  listEntries: ({ memberId }) => ({ path: { memberId } }),
  reportLiability: () => ({}),
  reportReconciliation: () => ({ query: "from=2026-03-01&to=2026-03-31" }),
  adjustPoints: ({ memberId }) => ({ path: { memberId }, body: { pointsType: points, points: 5, reason: "A gift." } }),
  getAdjustment: ({ memberId, adjustmentId }) => ({ path: { memberId, adjustmentId } }),
  listPendingAdjustments: () => ({ query: "limit=100" }),
  getPendingAdjustment: ({ memberId, pendingId }) => ({ path: { memberId, pendingId } }),
  approveAdjustment: ({ memberId, pendingId }) => ({ path: { memberId, pendingId } }),
  refuseAdjustment: ({ memberId, pendingId }) => ({ path: { memberId, pendingId }, body: { reason: "Why?" } }),
  reverseAdjustment: ({ memberId, adjustmentId }) => ({ path: { memberId, adjustmentId }, body: { reason: "Wrong." } }),
  spendPoints: ({ memberId }) => ({ path: { memberId }, body: { pointsType: points, points: 5 } }),
  getSpend: ({ memberId, spendId }) => ({ path: { memberId, spendId } }),
  reverseSpend: ({ memberId, spendId }) => ({ path: { memberId, spendId }, body: {} }),
  holdPoints: ({ memberId }) => ({ path: { memberId }, body: { pointsType: points, points: 5 } }),
  getHold: ({ memberId, holdId }) => ({ path: { memberId, holdId } }),
  captureHold: ({ memberId, holdId }) => ({ path: { memberId, holdId } }),
  releaseHold: ({ memberId, holdId }) => ({ path: { memberId, holdId } }),
  transferPoints: ({ memberId, friendId }) => ({
    path: { memberId },
    body: { pointsType: points, points: 5, toMemberId: friendId },
  }),
  getTransfer: ({ memberId, transferId }) => ({ path: { memberId, transferId } }),

  getProgramme: () => ({}),
  closeProgramme: () => ({
    body: { earningEndsAt: "2098-12-31T23:00:00Z", pointsEndAt: "2099-03-31T22:00:00Z" },
  }),
  reopenProgramme: () => ({}),
  changePolicies: () => ({ body: { returnDays: 30 } }),
  changeTiers: () => ({ body: tierList }),
  listPresets: () => ({}),
  startPreset: () => ({ path: { presetCode: "welcome" }, body: { points: 5 } }),
  tryCampaign: () => ({ body: { rules: [rule], purchases: 10 } }),
  startCampaign: () => ({ body: { name: "Spring", rules: [rule] } }),
  listCampaigns: () => ({ query: "limit=100" }),
  getCampaign: ({ campaignId }) => ({ path: { campaignId } }),
  addBudget: ({ campaignId }) => ({ path: { campaignId }, body: { points: 100 } }),
  endCampaign: ({ campaignId }) => ({ path: { campaignId } }),
  addRule: ({ campaignId }) => ({ path: { campaignId }, body: rule }),
  changeRule: ({ ruleId }) => ({ path: { ruleId }, body: rule }),
  endRule: ({ ruleId }) => ({ path: { ruleId } }),
  getMemberTier: ({ memberId }) => ({ path: { memberId } }),
  setManualTier: ({ memberId }) => ({
    path: { memberId },
    body: { tier: "gold", until: "2099-01-01T00:00:00Z" },
  }),
  endManualTier: ({ memberId }) => ({ path: { memberId } }),

  offerReward: () => ({ body: { ...coffee, code: markOf() } }),
  listRewards: () => ({ query: "limit=100" }),
  getReward: ({ rewardId }) => ({ path: { rewardId } }),
  addStock: ({ rewardId }) => ({ path: { rewardId }, body: { pieces: 5 } }),
  endReward: ({ rewardId }) => ({ path: { rewardId } }),
  issueReward: ({ memberId, rewardCode }) => ({ path: { memberId }, body: { reward: rewardCode } }),
  listUsableRewards: ({ memberId }) => ({ path: { memberId } }),
  listIssuedRewards: ({ memberId }) => ({ path: { memberId } }),
  getIssuedReward: ({ memberId, issuedRewardId }) => ({ path: { memberId, issuedRewardId } }),
  useIssuedReward: ({ memberId, issuedRewardId }) => ({ path: { memberId, issuedRewardId } }),
  readTimeline: ({ memberId }) => ({ path: { memberId } }),
  reportCost: () => ({}),
  reportShifts: () => ({}),
  cancelIssuedReward: ({ memberId, issuedRewardId }) => ({ path: { memberId, issuedRewardId } }),

  openCheckout: ({ memberId }) => ({
    body: { source: "samples", document: markOf(), member: { id: memberId }, ...basket() },
  }),
  getCheckout: ({ sessionId }) => ({ path: { sessionId } }),
  changeBasket: ({ sessionId }) => ({ path: { sessionId }, body: { version: 1, ...basket() } }),
  evaluateCheckout: ({ sessionId }) => ({ path: { sessionId } }),
  reserveCheckout: ({ sessionId }) => ({ path: { sessionId }, body: { version: 1 } }),
  reopenCheckout: ({ sessionId }) => ({ path: { sessionId } }),
  commitCheckout: ({ reservedSessionId: sessionId }) => ({ path: { sessionId }, body: { version: 1 } }),
  cancelCheckout: ({ sessionId }) => ({ path: { sessionId } }),
  returnToCheckout: ({ soldSessionId: sessionId }) => ({ path: { sessionId }, body: { document: markOf() } }),
  getSessionReturn: ({ soldSessionId: sessionId, sessionReturnId: returnId }) => ({ path: { sessionId, returnId } }),
  ...favourSamples,
  ...journeySamples,
  ...memberSamples,
  ...webhookSamples,
  ...tillSamples,
  ...portalSamples,
  ...meSamples,
  ...messageSamples,
};
