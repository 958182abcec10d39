import { brand } from "./en/brand.ts";
import { business } from "./en/business.ts";
import { campaigns } from "./en/campaigns.ts";
import { conditions } from "./en/conditions.ts";
import { door } from "./en/door.ts";
import { health } from "./en/health.ts";
import { imports } from "./en/imports.ts";
import { journeys } from "./en/journeys.ts";
import { member } from "./en/member.ts";
import { members } from "./en/members.ts";
import { messages } from "./en/messages.ts";
import { paper } from "./en/paper.ts";
import { partners } from "./en/partners.ts";
import { passkey } from "./en/passkey.ts";
import { programme } from "./en/programme.ts";
import { rewards } from "./en/rewards.ts";
import { settings } from "./en/settings.ts";
import { shell } from "./en/shell.ts";
import { tenant } from "./en/tenant.ts";
import { till } from "./en/till.ts";
import { today } from "./en/today.ts";
import { tour } from "./en/tour.ts";

export const en = {
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
