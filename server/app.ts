// Every route of the product, in the order of the modules. main.ts and the tests build the same application.
import { fileURLToPath } from "node:url";
import { sweepTenants } from "./background.ts";
import { erasing } from "./erasing.ts";
import { exportParts, memberColumns } from "./exporting.ts";
import { beginning } from "./founding.ts";
import { merging } from "./merging.ts";
import { catalogRoutes } from "./modules/catalog/routes.ts";
import { tillDeviceRoutes } from "./modules/catalog/tillDeviceRoutes.ts";
import { tillKeyRoutes } from "./modules/catalog/tillRoutes.ts";
import { adjustmentReadRoutes, adjustmentRoutes } from "./modules/ledger/adjustmentRoutes.ts";
import { listedBalances, orderByPoints } from "./modules/ledger/listing.ts";
import { ownWalletRoutes } from "./modules/ledger/meRoutes.ts";
import { holdEndRoutes, holdRoutes, spendRoutes, transferRoutes } from "./modules/ledger/movementRoutes.ts";
import { pendingDecisionRoutes, pendingRoutes } from "./modules/ledger/pendingRoutes.ts";
import { reportRoutes } from "./modules/ledger/reportRoutes.ts";
import { pointsTypeRoutes, walletRoutes } from "./modules/ledger/routes.ts";
import { movementTimeline } from "./modules/ledger/timeline.ts";
import { ageLimitRoutes, guardianRoutes } from "./modules/members/ageRoutes.ts";
import { blockRoutes } from "./modules/members/blockRoutes.ts";
import { businessRoutes, contactRoutes } from "./modules/members/businessRoutes.ts";
import { cardNumberRoutes } from "./modules/members/cardNumberRoutes.ts";
import { consentRoutes } from "./modules/members/consentRoutes.ts";
import { customFieldRoutes, customValueRoutes } from "./modules/members/customFieldRoutes.ts";
import { erasureRoutes } from "./modules/members/erasureRoutes.ts";
import { exportRoutes, membersExportRoutes } from "./modules/members/exportRoutes.ts";
import { ownCardRoutes } from "./modules/members/meCardRoutes.ts";
import { missingPurchaseRoutes, ownConsentRoutes } from "./modules/members/meConsentRoutes.ts";
import { ownClosureRoutes, ownContactRoutes } from "./modules/members/meContactRoutes.ts";
import { memberTableRoutes } from "./modules/members/memberTableRoutes.ts";
import { currentSessionRoutes, meRoutes, ownSessionRoutes } from "./modules/members/meRoutes.ts";
import { mergeRoutes } from "./modules/members/mergeRoutes.ts";
import { ownStreamRoutes } from "./modules/members/meStreamRoutes.ts";
import { ownExportRoutes, ownTimelineRoutes } from "./modules/members/meTimelineRoutes.ts";
import { noteRoutes } from "./modules/members/noteRoutes.ts";
import { portalLogoRoutes, portalTextRoutes } from "./modules/members/portalBrandRoutes.ts";
import { portalAppRoutes, portalReadRoutes, portalSignInRoutes } from "./modules/members/portalRoutes.ts";
import { portalLinkRoutes, portalSettingsRoutes } from "./modules/members/portalSettingsRoutes.ts";
import { proofRoutes } from "./modules/members/proofRoutes.ts";
import { memberRoutes } from "./modules/members/routes.ts";
import { segmentRoutes } from "./modules/members/segmentRoutes.ts";
import { taskRoutes } from "./modules/members/taskRoutes.ts";
import type { TimelineSource } from "./modules/members/timeline.ts";
import { timelineRoutes } from "./modules/members/timelineRoutes.ts";
import { visitorRoutes } from "./modules/members/visitorRoutes.ts";
import {
  broadcastEndRoutes,
  broadcastReadRoutes,
  broadcastRoutes,
  broadcastStepRoutes,
} from "./modules/messaging/broadcastRoutes.ts";
import { journeyReadRoutes, journeyRoutes, travelRoutes } from "./modules/messaging/journeyRoutes.ts";
import { messageRoutes, preferenceRoutes } from "./modules/messaging/messageRoutes.ts";
import { previewRoutes } from "./modules/messaging/previewRoutes.ts";
import { templateRoutes } from "./modules/messaging/templateRoutes.ts";
import { messageSettingsRoutes, topicRoutes } from "./modules/messaging/topicRoutes.ts";
import { unsubscribeRoutes } from "./modules/messaging/unsubscribeRoutes.ts";
import {
  budgetRoutes,
  campaignEndRoutes,
  campaignListRoutes,
  campaignRoutes,
  ruleRoutes,
} from "./modules/programme/campaignRoutes.ts";
import { closureRoutes } from "./modules/programme/closureRoutes.ts";
import { earnedRewardRoutes } from "./modules/programme/earnedRoutes.ts";
import { activityFlagRoutes } from "./modules/programme/flagRoutes.ts";
import { inboundRoutes } from "./modules/programme/inboundRoutes.ts";
import { listedStanding, tierCodes } from "./modules/programme/listing.ts";
import { memberImportRoutes } from "./modules/programme/memberImportRoutes.ts";
import { ownStandingRoutes } from "./modules/programme/meRoutes.ts";
import { offlineReviewRoutes } from "./modules/programme/offlineReviewRoutes.ts";
import { offlineRoutes } from "./modules/programme/offlineRoutes.ts";
import { presetRoutes } from "./modules/programme/presetRoutes.ts";
import { pointsTermsRoutes, programmeRoutes, standingRoutes } from "./modules/programme/programmeRoutes.ts";
import { refreshProgramme } from "./modules/programme/programmes.ts";
import { activityRoutes, evaluationRoutes, explanationRoutes, historyRoutes } from "./modules/programme/routes.ts";
import { activityTimeline } from "./modules/programme/timeline.ts";
import { trialRoutes } from "./modules/programme/trialRoutes.ts";
import { benefitRoutes, memberBenefitRoutes } from "./modules/rewards/benefitRoutes.ts";
import { checkoutRoutes } from "./modules/rewards/checkoutRoutes.ts";
import { checkoutSaleRoutes } from "./modules/rewards/checkoutSaleRoutes.ts";
import { couponBatchReadRoutes, couponBatchRoutes } from "./modules/rewards/couponBatchRoutes.ts";
import { couponClaimRoutes, couponRedemptionRoutes, couponReversalRoutes } from "./modules/rewards/couponRoutes.ts";
import { giftRecallRoutes, giftRoutes, useReversalRoutes } from "./modules/rewards/giftRoutes.ts";
import {
  issuedRewardEndRoutes,
  issuedRewardReadRoutes,
  issuedRewardRoutes,
  usableRewardRoutes,
} from "./modules/rewards/issuedRoutes.ts";
import { ownCouponRoutes, ownIssuedRoutes, ownRewardRoutes } from "./modules/rewards/meRoutes.ts";
import { costRoutes } from "./modules/rewards/reportRoutes.ts";
import { offersAmong } from "./modules/rewards/rewards.ts";
import { rewardChangeRoutes, rewardRoutes } from "./modules/rewards/routes.ts";
import { shiftRoutes } from "./modules/rewards/shiftRoutes.ts";
import { rewardTimeline } from "./modules/rewards/timeline.ts";
import { auditRoutes } from "./modules/tenants/auditRoutes.ts";
import { clockRoutes } from "./modules/tenants/clockRoutes.ts";
import { clearingRoutes, foundingRoutes } from "./modules/tenants/foundingRoutes.ts";
import { deadLetterRoutes, healthReportRoutes } from "./modules/tenants/healthRoutes.ts";
import { membershipRoutes, switchRoutes } from "./modules/tenants/membershipRoutes.ts";
import { outboxRoutes } from "./modules/tenants/outboxRoutes.ts";
import { passkeyRoutes, passkeySignInRoutes } from "./modules/tenants/passkeyRoutes.ts";
import { apiKeyRoutes, tenantRoutes } from "./modules/tenants/routes.ts";
import { secondFactorRoutes, sessionRoutes, signInRoutes, totpRoutes } from "./modules/tenants/sessionRoutes.ts";
import {
  acceptanceRoutes,
  invitationListRoutes,
  invitationRoutes,
  staffChangeRoutes,
  staffRoutes,
} from "./modules/tenants/staffRoutes.ts";
import { webhookRoutes } from "./modules/tenants/webhookRoutes.ts";
import type { Parts } from "./parts.ts";
import { eventRoutes } from "./platform/events/routes.ts";
import { createApps } from "./platform/http/apps.ts";
import { healthRoutes } from "./platform/http/health.ts";
import { describeApi, publishReference } from "./platform/http/reference.ts";
import { leaveTrails } from "./platform/http/trails.ts";
import { type App, createHttp } from "./platform/http.ts";

/** Whoever has something to tell of a member. */
const timelineSources: readonly TimelineSource[] = [movementTimeline, activityTimeline, rewardTimeline];

export async function buildApp(parts: Parts): Promise<App> {
  const apps = createApps(fileURLToPath(new URL("..", import.meta.url)));
  const app = createHttp({ ...parts, page: apps.page });
  parts.callers.guard(app);
  leaveTrails(app, parts.auditor);
  await describeApi(app);

  healthRoutes(app, parts);
  eventRoutes(app, parts);
  ownRoutes(app, parts);
  peopleRoutes(app, parts);
  catalogRoutes(app, parts);
  tillKeyRoutes(app, parts);
  tillDeviceRoutes(app, parts);
  pointsTypeRoutes(app, parts);
  const { movements: movementLanes, wallets } = parts.lanes;
  walletRoutes(app, { ...parts, wallets });
  const movements = { ...parts, movements: movementLanes };
  spendRoutes(app, movements);
  holdRoutes(app, movements);
  holdEndRoutes(app, movements);
  adjustmentRoutes(app, parts);
  adjustmentReadRoutes(app, parts);
  pendingRoutes(app, parts);
  pendingDecisionRoutes(app, parts);
  transferRoutes(app, movements);
  reportRoutes(app, parts);
  activityRoutes(app, parts);
  historyRoutes(app, parts);
  earnedRewardRoutes(app, parts);
  activityFlagRoutes(app, parts);
  offlineRoutes(app, parts);
  offlineReviewRoutes(app, parts);
  inboundRoutes(app, parts);
  explanationRoutes(app, parts);
  evaluationRoutes(app, parts);
  programmeRoutes(app, parts);
  closureRoutes(app, parts);
  pointsTermsRoutes(app, parts);
  campaignRoutes(app, { ...parts, offers: offersAmong });
  campaignListRoutes(app, parts);
  budgetRoutes(app, parts);
  campaignEndRoutes(app, parts);
  ruleRoutes(app, { ...parts, offers: offersAmong });
  trialRoutes(app, { ...parts, offers: offersAmong });
  presetRoutes(app, parts);
  standingRoutes(app, parts);
  memberImportRoutes(app, parts);
  everythingOfRewards(app, parts);
  journeyRoutes(app, parts);
  journeyReadRoutes(app, parts);
  travelRoutes(app, parts);
  everythingOfMessages(app, parts);
  wholeMemberRoutes(app, parts);

  portalRoutes(app, parts);

  publishReference(app);
  await apps.publish(app);
  await app.ready();
  return app;
}

/** What is written to members. */
function everythingOfMessages(app: App, parts: Parts): void {
  topicRoutes(app, parts);
  messageSettingsRoutes(app, parts);
  templateRoutes(app, parts);
  previewRoutes(app, parts);
  messageRoutes(app, parts);
  preferenceRoutes(app, parts);
  unsubscribeRoutes(app, parts);
  broadcastRoutes(app, parts);
  broadcastReadRoutes(app, parts);
  broadcastStepRoutes(app, parts);
  broadcastEndRoutes(app, parts);
}

/** What points buy, what is had for none, and where it is used. */
function everythingOfRewards(app: App, parts: Parts): void {
  rewardRoutes(app, parts);
  rewardChangeRoutes(app, parts);
  issuedRewardRoutes(app, parts);
  issuedRewardReadRoutes(app, parts);
  usableRewardRoutes(app, parts);
  issuedRewardEndRoutes(app, parts);
  checkoutRoutes(app, parts);
  checkoutSaleRoutes(app, parts);
  costRoutes(app, parts);
  shiftRoutes(app, parts);
  useReversalRoutes(app, parts);
  giftRoutes(app, parts);
  giftRecallRoutes(app, parts);
  couponBatchRoutes(app, parts);
  couponBatchReadRoutes(app, parts);
  couponClaimRoutes(app, parts);
  couponRedemptionRoutes(app, parts);
  couponReversalRoutes(app, parts);
  benefitRoutes(app, parts);
  memberBenefitRoutes(app, parts);
}

/** Who takes part, and all that is known of them. */
function peopleRoutes(app: App, parts: Parts): void {
  memberRoutes(app, parts);
  memberTableRoutes(app, parts, {
    listed: [listedStanding, listedBalances],
    points: orderByPoints,
    tiersOf: tierCodes,
  });
  blockRoutes(app, parts);
  proofRoutes(app, parts);
  cardNumberRoutes(app, parts);
  ageLimitRoutes(app, parts);
  guardianRoutes(app, parts);
  consentRoutes(app, parts);
  visitorRoutes(app, parts);
  businessRoutes(app, parts);
  contactRoutes(app, parts);
  segmentRoutes(app, { ...parts, changed: refreshProgramme });
  customFieldRoutes(app, parts);
  customValueRoutes(app, parts);
  noteRoutes(app, parts);
  taskRoutes(app, parts);
}

/** What every module has a share in: all that is known of a member is told, moved to another or forgotten. */
function wholeMemberRoutes(app: App, parts: Parts): void {
  timelineRoutes(app, parts, timelineSources);
  exportRoutes(app, parts, exportParts(parts.sealer, timelineSources));
  membersExportRoutes(app, parts, memberColumns);
  mergeRoutes(app, { ...parts, merging });
  erasureRoutes(app, { ...parts, erasing });
}

/** The tenant itself, whoever works for it, and how they come in. */
function ownRoutes(app: App, parts: Parts): void {
  tenantRoutes(app, parts);
  apiKeyRoutes(app, parts);
  webhookRoutes(app, parts);
  auditRoutes(app, parts);
  healthReportRoutes(app, parts);
  deadLetterRoutes(app, parts);
  clockRoutes(app, { ...parts, moved: (tenant) => sweepTenants(parts, [tenant]) });
  outboxRoutes(app, parts);
  signInRoutes(app, parts);
  secondFactorRoutes(app, parts);
  sessionRoutes(app, parts);
  membershipRoutes(app, parts);
  switchRoutes(app, parts);
  foundingRoutes(app, parts, beginning);
  clearingRoutes(app, parts);
  totpRoutes(app, parts);
  passkeySignInRoutes(app, parts);
  passkeyRoutes(app, parts);
  staffRoutes(app, parts);
  staffChangeRoutes(app, parts);
  invitationRoutes(app, parts);
  invitationListRoutes(app, parts);
  acceptanceRoutes(app, parts);
}

/** The members' own entrance, and all that a member sees and does by himself. */
function portalRoutes(app: App, parts: Parts): void {
  portalReadRoutes(app, parts);
  portalAppRoutes(app, parts);
  portalSignInRoutes(app, parts);
  portalSettingsRoutes(app, parts);
  portalLogoRoutes(app, parts);
  portalTextRoutes(app, parts);
  portalLinkRoutes(app, parts);
  meRoutes(app, parts);
  ownSessionRoutes(app, parts);
  ownStreamRoutes(app, parts);
  currentSessionRoutes(app, parts);
  ownCardRoutes(app, parts);
  ownConsentRoutes(app, parts);
  missingPurchaseRoutes(app, parts);
  ownContactRoutes(app, parts);
  ownClosureRoutes(app, { ...parts, erasing });
  ownTimelineRoutes(app, parts, timelineSources);
  ownExportRoutes(app, parts, exportParts(parts.sealer, timelineSources));
  ownWalletRoutes(app, parts.lanes);
  ownStandingRoutes(app, parts);
  ownRewardRoutes(app, parts);
  ownIssuedRoutes(app, parts);
  ownCouponRoutes(app, parts);
}
