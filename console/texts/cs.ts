import { conditions } from "./cs/conditions.ts";
import { door } from "./cs/door.ts";
import { member } from "./cs/member.ts";
import { members } from "./cs/members.ts";
import { shell } from "./cs/shell.ts";
import { till } from "./cs/till.ts";
import { today } from "./cs/today.ts";

export const cs = { ...conditions, ...door, ...member, ...members, ...shell, ...till, ...today };
