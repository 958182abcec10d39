// How the console looks: one colour of our own, quiet greys, figures that stand under each other.
import { Badge, type CSSVariablesResolver, createTheme, type MantineColorsTuple, Notification } from "@mantine/core";

/** The green of the Fedele mark. The seventh shade carries white text at 5.9:1 and is what filled buttons have. */
const pine: MantineColorsTuple = [
  "#e8f6f3",
  "#d2ebe5",
  "#a4d7ca",
  "#73c2ae",
  "#4bb096",
  "#31a487",
  "#17836b",
  "#0b6e5f",
  "#065a4d",
  "#00463b",
];

export const theme = createTheme({
  primaryColor: "pine",
  primaryShade: { light: 7, dark: 6 },
  colors: { pine },
  defaultRadius: "md",
  cursorType: "pointer",
  autoContrast: true,
  fontFamily: "system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', 'Helvetica Neue', sans-serif",
  headings: { fontWeight: "650", textWrap: "balance" },
  respectReducedMotion: true,
  components: {
    // It goes by itself, and its cross would have no name.
    Notification: Notification.extend({ defaultProps: { withCloseButton: false } }),
    // Words of two languages in capitals are hard to read.
    Badge: Badge.extend({ defaultProps: { tt: "none", fw: 600 } }),
  },
});

/** Mantine's quiet text has a contrast of 3.3:1, its errors 3.2:1, red buttons 3.8:1; tired eyes need 4.5:1. */
export const readable: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    "--mantine-color-dimmed": "var(--mantine-color-gray-7)",
    "--mantine-color-placeholder": "var(--mantine-color-gray-7)",
    "--mantine-color-error": "var(--mantine-color-red-9)",
    "--mantine-color-red-filled": "var(--mantine-color-red-9)",
    "--mantine-color-red-filled-hover": "#b02525",
    "--mantine-color-red-light-color": "var(--mantine-color-red-9)",
    "--mantine-color-yellow-light-color": "#7a4a00",
  },
  dark: {
    "--mantine-color-dimmed": "var(--mantine-color-dark-1)",
    "--mantine-color-placeholder": "var(--mantine-color-dark-1)",
    "--mantine-color-error": "var(--mantine-color-red-4)",
    "--mantine-color-red-filled": "var(--mantine-color-red-9)",
    "--mantine-color-red-filled-hover": "#b02525",
    // A line of a table that the pointer is over has a lighter ground.
    "--mantine-color-anchor": "var(--mantine-color-pine-3)",
  },
});
