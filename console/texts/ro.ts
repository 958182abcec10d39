import { brand } from "./ro/brand.ts";
import { business } from "./ro/business.ts";
import { campaigns } from "./ro/campaigns.ts";
import { conditions } from "./ro/conditions.ts";
import { door } from "./ro/door.ts";
import { health } from "./ro/health.ts";
import { imports } from "./ro/imports.ts";
import { journeys } from "./ro/journeys.ts";
import { member } from "./ro/member.ts";
import { members } from "./ro/members.ts";
import { messages } from "./ro/messages.ts";
import { paper } from "./ro/paper.ts";
import { partners } from "./ro/partners.ts";
import { passkey } from "./ro/passkey.ts";
import { programme } from "./ro/programme.ts";
import { rewards } from "./ro/rewards.ts";
import { settings } from "./ro/settings.ts";
import { shell } from "./ro/shell.ts";
import { tenant } from "./ro/tenant.ts";
import { till } from "./ro/till.ts";
import { today } from "./ro/today.ts";
import { tour } from "./ro/tour.ts";

export const ro = {
  ...brand,
  ...business,
  ...campaigns,
  ...conditions,
  ...door,
  ...health,
  ...journeys,
  ...imports,
  ...member,
  ...members,
  ...paper,
  ...messages,
  ...partners,
  ...passkey,
  ...programme,
  ...rewards,
  ...settings,
  ...shell,
  ...tenant,
  ...till,
  ...today,
  ...tour,
};
