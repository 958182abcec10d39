/** Every time zone that there is to choose. The list of the browser leaves UTC out. */
export const timezones: readonly string[] = [
  "UTC",
  ...Intl.supportedValuesOf("timeZone").filter((zone) => zone !== "UTC"),
];
