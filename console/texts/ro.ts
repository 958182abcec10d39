import { door } from "./ro/door.ts";
import { shell } from "./ro/shell.ts";
import { today } from "./ro/today.ts";

export const ro = { ...door, ...shell, ...today };
