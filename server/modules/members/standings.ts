// Whose standing the calendar may have changed, for the module that judges it.
export { type DuePeriod, findDueStandings } from "./store/standings.ts";
