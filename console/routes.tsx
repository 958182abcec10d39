// Every address of the console. A page is loaded when it is opened for the first time.
import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  redirect,
} from "@tanstack/react-router";
import { api } from "./api.ts";
import { businessesSearch } from "./pages/businesses/businessesSearch.ts";
import { memberSearch } from "./pages/member/memberSearch.ts";
import { importSearch } from "./pages/memberImport/importSearch.ts";
import { membersSearch } from "./pages/members/membersSearch.ts";
import { paperSearch } from "./pages/paper/paperSearch.ts";
import { textsSearch } from "./pages/settings/texts/textsSearch.ts";
import { loadDevice } from "./pages/till/deviceStore.ts";
import { locationsOf } from "./pages/till/till.ts";
import type { TillOpener } from "./pages/till.tsx";
import { tourSearch } from "./pages/tour/tourSearch.ts";
import { NotFound, Trouble, Waiting } from "./parts/states.tsx";
import { queries } from "./queries.ts";
import { sessionQuery } from "./session.ts";
import { Shell } from "./shell/shell.tsx";

const root = createRootRoute({ component: Outlet, notFoundComponent: NotFound });

/** The shop that somebody comes from, and where they were going. */
type SignInSearch = { shop?: string; next?: string };

const signIn = createRoute({
  getParentRoute: () => root,
  path: "/sign-in",
  validateSearch: ({ shop, next }: Record<string, unknown>): SignInSearch => ({
    ...(typeof shop === "string" ? { shop } : {}),
    // An address of ours alone: anything else would send whoever signs in to another site.
    ...(typeof next === "string" && /^\/(?!\/)/.test(next) ? { next } : {}),
  }),
  component: lazyRouteComponent(() => import("./pages/signIn.tsx"), "SignInPage"),
});

const welcome = createRoute({
  getParentRoute: () => root,
  path: "/welcome",
  component: lazyRouteComponent(() => import("./pages/welcome.tsx"), "WelcomePage"),
});

/** Everything behind the sign-in. Whoever is not signed in comes back to where they wanted to go. */
const inside = createRoute({
  getParentRoute: () => root,
  id: "inside",
  beforeLoad: ({ location }) => signedInFor(location.href),
  component: Shell,
});

async function signedInFor(href: string): Promise<void> {
  const session = await queries.ensureQueryData(sessionQuery);
  if (session !== null) return;
  throw redirect({ to: "/sign-in", search: href === "/" ? {} : { next: href } });
}

const today = createRoute({
  getParentRoute: () => inside,
  path: "/",
  component: lazyRouteComponent(() => import("./pages/today/today.tsx"), "TodayPage"),
});

const members = createRoute({
  getParentRoute: () => inside,
  path: "/members",
  validateSearch: membersSearch,
  component: lazyRouteComponent(() => import("./pages/members/membersPage.tsx"), "MembersPage"),
});

const memberImport = createRoute({
  getParentRoute: () => inside,
  path: "/members/import",
  validateSearch: importSearch,
  component: lazyRouteComponent(() => import("./pages/memberImport/importPage.tsx"), "MemberImportPage"),
});

const member = createRoute({
  getParentRoute: () => inside,
  path: "/members/$memberId",
  validateSearch: memberSearch,
  component: lazyRouteComponent(() => import("./pages/member/memberPage.tsx"), "MemberPage"),
});

const businesses = createRoute({
  getParentRoute: () => inside,
  path: "/businesses",
  validateSearch: businessesSearch,
  component: lazyRouteComponent(() => import("./pages/businesses/businessesPage.tsx"), "BusinessesPage"),
});

const business = createRoute({
  getParentRoute: () => inside,
  path: "/businesses/$memberId",
  component: lazyRouteComponent(() => import("./pages/businesses/businessPage.tsx"), "BusinessPage"),
});

const newShop = createRoute({
  getParentRoute: () => inside,
  path: "/new-shop",
  component: lazyRouteComponent(() => import("./pages/newShop.tsx"), "NewShopPage"),
});

const campaigns = createRoute({
  getParentRoute: () => inside,
  path: "/campaigns",
  component: lazyRouteComponent(() => import("./pages/campaigns/campaigns.tsx"), "CampaignsPage"),
});

const newCampaign = createRoute({
  getParentRoute: () => inside,
  path: "/campaigns/new",
  component: lazyRouteComponent(() => import("./pages/campaigns/newCampaign.tsx"), "NewCampaignPage"),
});

const campaign = createRoute({
  getParentRoute: () => inside,
  path: "/campaigns/$campaignId",
  component: lazyRouteComponent(() => import("./pages/campaigns/campaign.tsx"), "CampaignPage"),
});

const journeys = createRoute({
  getParentRoute: () => inside,
  path: "/journeys",
  component: lazyRouteComponent(() => import("./pages/journeys/journeysPage.tsx"), "JourneysPage"),
});

const journey = createRoute({
  getParentRoute: () => inside,
  path: "/journeys/$journeyId",
  component: lazyRouteComponent(() => import("./pages/journeys/journeyPage.tsx"), "JourneyPage"),
});

const programme = createRoute({
  getParentRoute: () => inside,
  path: "/programme",
  component: lazyRouteComponent(() => import("./pages/programme/programme.tsx"), "ProgrammePage"),
});

const rewards = createRoute({
  getParentRoute: () => inside,
  path: "/rewards",
  component: lazyRouteComponent(() => import("./pages/rewards/rewards.tsx"), "RewardsPage"),
});

const partners = createRoute({
  getParentRoute: () => inside,
  path: "/partners",
  component: lazyRouteComponent(() => import("./pages/partners/partners.tsx"), "PartnersPage"),
});

const settings = createRoute({
  getParentRoute: () => inside,
  path: "/settings",
  component: lazyRouteComponent(() => import("./pages/settings/settings.tsx"), "SettingsPage"),
});

const settingsPages = [
  createRoute({
    getParentRoute: () => settings,
    path: "/",
    component: lazyRouteComponent(() => import("./pages/settings/shop.tsx"), "ShopPage"),
  }),
  createRoute({
    getParentRoute: () => settings,
    path: "/account",
    component: lazyRouteComponent(() => import("./pages/settings/account.tsx"), "AccountPage"),
  }),
  createRoute({
    getParentRoute: () => settings,
    path: "/team",
    component: lazyRouteComponent(() => import("./pages/settings/team.tsx"), "TeamPage"),
  }),
  createRoute({
    getParentRoute: () => settings,
    path: "/keys",
    component: lazyRouteComponent(() => import("./pages/settings/keys.tsx"), "KeysPage"),
  }),
  createRoute({
    getParentRoute: () => settings,
    path: "/webhooks",
    component: lazyRouteComponent(() => import("./pages/settings/webhooks.tsx"), "WebhooksPage"),
  }),
  createRoute({
    getParentRoute: () => settings,
    path: "/webhooks/$endpointId",
    component: lazyRouteComponent(() => import("./pages/settings/webhook.tsx"), "WebhookPage"),
  }),
  createRoute({
    getParentRoute: () => settings,
    path: "/privacy",
    component: lazyRouteComponent(() => import("./pages/settings/privacy.tsx"), "PrivacyPage"),
  }),
  createRoute({
    getParentRoute: () => settings,
    path: "/outbox",
    component: lazyRouteComponent(() => import("./pages/settings/outbox.tsx"), "OutboxPage"),
  }),
  createRoute({
    getParentRoute: () => settings,
    path: "/audit",
    validateSearch: ({ actor }: Record<string, unknown>): { actor?: string } =>
      typeof actor === "string" ? { actor } : {},
    component: lazyRouteComponent(() => import("./pages/settings/audit.tsx"), "AuditPage"),
  }),
  createRoute({
    getParentRoute: () => settings,
    path: "/portal",
    component: lazyRouteComponent(() => import("./pages/settings/portal/portalPage.tsx"), "PortalPage"),
  }),
  createRoute({
    getParentRoute: () => settings,
    path: "/texts",
    validateSearch: textsSearch,
    component: lazyRouteComponent(() => import("./pages/settings/texts/textsPage.tsx"), "TextsPage"),
  }),
  createRoute({
    getParentRoute: () => settings,
    path: "/health",
    component: lazyRouteComponent(() => import("./pages/settings/health/healthPage.tsx"), "HealthPage"),
  }),
] as const;

/** Without the console around it: the tour has three screens to show. */
const tour = createRoute({
  getParentRoute: () => root,
  path: "/tour",
  validateSearch: tourSearch,
  beforeLoad: ({ location }) => signedInFor(location.href),
  component: lazyRouteComponent(() => import("./pages/tour/tourPage.tsx"), "TourPage"),
});

/** What a printer gets has nothing of the console around it. */
const paper = createRoute({
  getParentRoute: () => root,
  path: "/paper",
  validateSearch: paperSearch,
  beforeLoad: async ({ location }) => {
    const session = await queries.ensureQueryData(sessionQuery);
    if (session === null) throw redirect({ to: "/sign-in", search: { next: location.href } });
  },
  component: lazyRouteComponent(() => import("./pages/paper/paperPage.tsx"), "PaperPage"),
});

/** A document of its own, since only one that was opened here has the camera: whoever comes from inside loads it. */
const till = createRoute({
  getParentRoute: () => root,
  path: "/till",
  // `place`: the code of a location, where whoever is signed in sells at once, on a till's own device as well.
  validateSearch: ({ place }: Record<string, unknown>): { place?: string } =>
    typeof place === "string" ? { place } : {},
  loaderDeps: ({ search }) => search,
  loader: async ({ deps: { place } }): Promise<TillOpener> => {
    const [opened] = performance.getEntriesByType("navigation");
    if (opened !== undefined && !new URL(opened.name).pathname.startsWith("/till")) {
      location.assign("/till");
      await new Promise(() => {});
    }
    const device = place === undefined ? await loadDevice() : null;
    if (device !== null) return { kind: "device", device };
    const session = await queries.ensureQueryData(sessionQuery);
    if (session === null) throw redirect({ to: "/sign-in", search: { next: "/till" } });
    const locations = place === undefined ? [] : await locationsOf(api);
    return { kind: "staff", session, place: locations.find(({ code }) => code === place) ?? null };
  },
  component: lazyRouteComponent(() => import("./pages/till.tsx"), "TillPage"),
});

const tree = root.addChildren([
  paper,
  signIn,
  welcome,
  till,
  tour,
  inside.addChildren([
    today,
    members,
    memberImport,
    member,
    newShop,
    businesses,
    business,
    campaigns,
    newCampaign,
    campaign,
    journeys,
    journey,
    programme,
    rewards,
    partners,
    settings.addChildren(settingsPages),
  ]),
]);

export const router = createRouter({
  routeTree: tree,
  defaultPreload: "intent",
  defaultPendingComponent: Waiting,
  defaultErrorComponent: Trouble,
  scrollRestoration: true,
});

declare module "@tanstack/react-router" {
  interface Register {
    router: typeof router;
  }
}
