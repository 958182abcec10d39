export { countPoints, type PointCounts } from "./store/counts.ts";
