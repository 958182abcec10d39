import { brand } from "./it/brand.ts";
import { business } from "./it/business.ts";
import { campaigns } from "./it/campaigns.ts";
import { conditions } from "./it/conditions.ts";
import { door } from "./it/door.ts";
import { health } from "./it/health.ts";
import { imports } from "./it/imports.ts";
import { journeys } from "./it/journeys.ts";
import { member } from "./it/member.ts";
import { members } from "./it/members.ts";
import { messages } from "./it/messages.ts";
import { paper } from "./it/paper.ts";
import { partners } from "./it/partners.ts";
import { passkey } from "./it/passkey.ts";
import { programme } from "./it/programme.ts";
import { rewards } from "./it/rewards.ts";
import { settings } from "./it/settings.ts";
import { shell } from "./it/shell.ts";
import { tenant } from "./it/tenant.ts";
import { till } from "./it/till.ts";
import { today } from "./it/today.ts";
import { tour } from "./it/tour.ts";

export const it = {
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
