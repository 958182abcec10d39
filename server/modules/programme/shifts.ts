// A day's purchases by whoever told them, for the report of a shift.
export {
  type DayAsked,
  listUndonePurchases,
  type SourcePoints,
  type SourceSums,
  sumSourcePoints,
  sumSources,
  type UndonePurchase,
} from "./store/shifts.ts";
