import { conditions } from "./ro/conditions.ts";
import { door } from "./ro/door.ts";
import { member } from "./ro/member.ts";
import { members } from "./ro/members.ts";
import { shell } from "./ro/shell.ts";
import { till } from "./ro/till.ts";
import { today } from "./ro/today.ts";

export const ro = { ...conditions, ...door, ...member, ...members, ...shell, ...till, ...today };
