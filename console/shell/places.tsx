// Where one can go in the console, by jobs, and who may. The navigation and the search show the same places.
import type { Scope } from "@fedele/sdk/schemas/apiKey.ts";
import {
  type Icon,
  IconBuilding,
  IconBuildingStore,
  IconGift,
  IconHome,
  IconMedal,
  IconRoute,
  IconSettings,
  IconSpeakerphone,
  IconUsers,
} from "@tabler/icons-react";
import type { TextKey } from "../language.ts";

export type Place = {
  readonly to:
    | "/"
    | "/members"
    | "/businesses"
    | "/campaigns"
    | "/journeys"
    | "/programme"
    | "/rewards"
    | "/partners"
    | "/settings";
  readonly text: TextKey;
  readonly icon: Icon;
  /** What must be allowed for the place to be of any use; undefined: everybody's. */
  readonly scope?: Scope;
};

export const places: readonly Place[] = [
  { to: "/", text: "nav.home", icon: IconHome },
  { to: "/members", text: "nav.members", icon: IconUsers, scope: "members:read" },
  { to: "/businesses", text: "nav.businesses", icon: IconBuilding, scope: "members:read" },
  { to: "/campaigns", text: "nav.campaigns", icon: IconSpeakerphone, scope: "programme:read" },
  { to: "/journeys", text: "nav.journeys", icon: IconRoute, scope: "messaging:read" },
  { to: "/programme", text: "nav.programme", icon: IconMedal, scope: "programme:read" },
  { to: "/rewards", text: "nav.rewards", icon: IconGift, scope: "rewards:read" },
  { to: "/partners", text: "nav.partners", icon: IconBuildingStore, scope: "catalog:read" },
  { to: "/settings", text: "nav.settings", icon: IconSettings },
];

export function placesFor(scopes: ReadonlySet<Scope>): readonly Place[] {
  return places.filter(({ scope }) => scope === undefined || scopes.has(scope));
}
