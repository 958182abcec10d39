import { activity } from "./de/activity.ts";
import { card } from "./de/card.ts";
import { door } from "./de/door.ts";
import { frame } from "./de/frame.ts";
import { home } from "./de/home.ts";
import { legal } from "./de/legal.ts";
import { me } from "./de/me.ts";
import { rewards } from "./de/rewards.ts";

export const de = { ...activity, ...card, ...door, ...frame, ...home, ...legal, ...me, ...rewards };
