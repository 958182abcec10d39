import { activity } from "./it/activity.ts";
import { card } from "./it/card.ts";
import { door } from "./it/door.ts";
import { frame } from "./it/frame.ts";
import { home } from "./it/home.ts";
import { legal } from "./it/legal.ts";
import { me } from "./it/me.ts";
import { rewards } from "./it/rewards.ts";

export const it = { ...activity, ...card, ...door, ...frame, ...home, ...legal, ...me, ...rewards };
