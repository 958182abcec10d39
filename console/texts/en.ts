import { door } from "./en/door.ts";
import { shell } from "./en/shell.ts";
import { today } from "./en/today.ts";

export const en = { ...door, ...shell, ...today };
