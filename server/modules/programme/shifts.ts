// A day's purchases by whoever told them, for the report of a shift.
export { listUndonePurchases, sumSourcePoints, sumSources } from "./store/shifts.ts";
