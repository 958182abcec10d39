import { brand } from "./cs/brand.ts";
import { business } from "./cs/business.ts";
import { campaigns } from "./cs/campaigns.ts";
import { conditions } from "./cs/conditions.ts";
import { door } from "./cs/door.ts";
import { health } from "./cs/health.ts";
import { imports } from "./cs/imports.ts";
import { journeys } from "./cs/journeys.ts";
import { member } from "./cs/member.ts";
import { members } from "./cs/members.ts";
import { messages } from "./cs/messages.ts";
import { paper } from "./cs/paper.ts";
import { partners } from "./cs/partners.ts";
import { passkey } from "./cs/passkey.ts";
import { programme } from "./cs/programme.ts";
import { rewards } from "./cs/rewards.ts";
import { settings } from "./cs/settings.ts";
import { shell } from "./cs/shell.ts";
import { tenant } from "./cs/tenant.ts";
import { till } from "./cs/till.ts";
import { today } from "./cs/today.ts";
import { tour } from "./cs/tour.ts";

export const cs = {
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
