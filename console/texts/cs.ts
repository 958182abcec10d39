import { door } from "./cs/door.ts";
import { shell } from "./cs/shell.ts";
import { today } from "./cs/today.ts";

export const cs = { ...door, ...shell, ...today };
