import { conditions } from "./de/conditions.ts";
import { door } from "./de/door.ts";
import { members } from "./de/members.ts";
import { shell } from "./de/shell.ts";
import { today } from "./de/today.ts";

export const de = { ...conditions, ...door, ...members, ...shell, ...today };
