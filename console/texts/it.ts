import { door } from "./it/door.ts";
import { shell } from "./it/shell.ts";
import { today } from "./it/today.ts";

export const it = { ...door, ...shell, ...today };
