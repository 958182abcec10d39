import { conditions } from "./de/conditions.ts";
import { door } from "./de/door.ts";
import { member } from "./de/member.ts";
import { members } from "./de/members.ts";
import { shell } from "./de/shell.ts";
import { till } from "./de/till.ts";
import { today } from "./de/today.ts";

export const de = { ...conditions, ...door, ...member, ...members, ...shell, ...till, ...today };
