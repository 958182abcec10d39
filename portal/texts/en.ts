import { activity } from "./en/activity.ts";
import { card } from "./en/card.ts";
import { door } from "./en/door.ts";
import { frame } from "./en/frame.ts";
import { home } from "./en/home.ts";
import { legal } from "./en/legal.ts";
import { me } from "./en/me.ts";
import { rewards } from "./en/rewards.ts";

export const en = { ...activity, ...card, ...door, ...frame, ...home, ...legal, ...me, ...rewards };
