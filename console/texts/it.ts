import { conditions } from "./it/conditions.ts";
import { door } from "./it/door.ts";
import { members } from "./it/members.ts";
import { shell } from "./it/shell.ts";
import { today } from "./it/today.ts";

export const it = { ...conditions, ...door, ...members, ...shell, ...today };
