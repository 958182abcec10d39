import { door } from "./de/door.ts";
import { shell } from "./de/shell.ts";
import { today } from "./de/today.ts";

export const de = { ...door, ...shell, ...today };
