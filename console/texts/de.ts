import { brand } from "./de/brand.ts";
import { business } from "./de/business.ts";
import { campaigns } from "./de/campaigns.ts";
import { conditions } from "./de/conditions.ts";
import { door } from "./de/door.ts";
import { health } from "./de/health.ts";
import { imports } from "./de/imports.ts";
import { journeys } from "./de/journeys.ts";
import { member } from "./de/member.ts";
import { members } from "./de/members.ts";
import { messages } from "./de/messages.ts";
import { paper } from "./de/paper.ts";
import { partners } from "./de/partners.ts";
import { passkey } from "./de/passkey.ts";
import { programme } from "./de/programme.ts";
import { rewards } from "./de/rewards.ts";
import { settings } from "./de/settings.ts";
import { shell } from "./de/shell.ts";
import { tenant } from "./de/tenant.ts";
import { till } from "./de/till.ts";
import { today } from "./de/today.ts";
import { tour } from "./de/tour.ts";

export const de = {
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
