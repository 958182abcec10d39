import { expect, test } from "vitest";
import { deviceOf } from "./devices.ts";

test.each([
  [
    "Safari, iOS",
    "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Version/18.0 Mobile Safari/604.1",
  ],
  ["Chrome, Android", "Mozilla/5.0 (Linux; Android 15; Pixel) AppleWebKit/537.36 Chrome/140.0 Mobile Safari/537.36"],
  ["Edge, Windows", "Mozilla/5.0 (Windows NT 10.0; Win64) AppleWebKit/537.36 Chrome/140.0 Safari/537.36 Edg/140.0"],
  ["Firefox, Linux", "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"],
  ["?", "curl/8"],
  ["?", undefined],
])("%s is what a member reads of it", (told, userAgent) => {
  expect(deviceOf(userAgent)).toBe(told);
});
