import { activity } from "./cs/activity.ts";
import { card } from "./cs/card.ts";
import { door } from "./cs/door.ts";
import { frame } from "./cs/frame.ts";
import { home } from "./cs/home.ts";
import { legal } from "./cs/legal.ts";
import { me } from "./cs/me.ts";
import { rewards } from "./cs/rewards.ts";

export const cs = { ...activity, ...card, ...door, ...frame, ...home, ...legal, ...me, ...rewards };
