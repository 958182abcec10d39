import { activity } from "./ro/activity.ts";
import { card } from "./ro/card.ts";
import { door } from "./ro/door.ts";
import { frame } from "./ro/frame.ts";
import { home } from "./ro/home.ts";
import { legal } from "./ro/legal.ts";
import { me } from "./ro/me.ts";
import { rewards } from "./ro/rewards.ts";

export const ro = { ...activity, ...card, ...door, ...frame, ...home, ...legal, ...me, ...rewards };
