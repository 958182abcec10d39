import { conditions } from "./it/conditions.ts";
import { door } from "./it/door.ts";
import { member } from "./it/member.ts";
import { members } from "./it/members.ts";
import { shell } from "./it/shell.ts";
import { till } from "./it/till.ts";
import { today } from "./it/today.ts";

export const it = { ...conditions, ...door, ...member, ...members, ...shell, ...till, ...today };
