import { conditions } from "./en/conditions.ts";
import { door } from "./en/door.ts";
import { member } from "./en/member.ts";
import { members } from "./en/members.ts";
import { shell } from "./en/shell.ts";
import { till } from "./en/till.ts";
import { today } from "./en/today.ts";

export const en = { ...conditions, ...door, ...member, ...members, ...shell, ...till, ...today };
