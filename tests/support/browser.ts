// A real Chromium for stories that a person sees: CHROME_PATH, else the system's, else the one that comes from npm.
import { existsSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import AxeBuilder from "@axe-core/playwright";
import { type Browser, type BrowserContext, chromium, type Page } from "playwright-core";
import { expect, vi } from "vitest";
import type { Role } from "../../sdk/schemas/role.ts";
import type { Tenant } from "../../server/platform/tenant.ts";
import type { TestServer } from "./server.ts";
import { newStaff } from "./staff.ts";

const systemBrowsers = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

/** Every screen that a test showed, in light and dark and in two widths: to be looked at. */
export const SCREENSHOTS = join(import.meta.dirname, "../../.fedele/screenshots");

/** A phone and a laptop. */
const sizes = [
  { name: "390", width: 390, height: 844 },
  { name: "1280", width: 1280, height: 800 },
] as const;

/** How long a page may take for one step, and a story for all of its steps, on a machine that others use too. */
const STEP_MS = 15_000;
const STORY_MS = 150_000;

// Before any test of the file that imports this is defined.
vi.setConfig({ testTimeout: STORY_MS });

export async function openBrowser(args: readonly string[] = []): Promise<Browser> {
  return chromium.launch(await launching(args));
}

/** A browser of somebody who keeps it: closed and opened again in the same folder, it has what pages stored. */
export async function openDevice(folder: string, url: string): Promise<BrowserContext> {
  const { executablePath, args } = await launching();
  const viewport = { width: 1024, height: 768 };
  const own = { executablePath, args, baseURL: url, viewport, locale: "en-GB", reducedMotion: "reduce" } as const;
  const context = await chromium.launchPersistentContext(folder, own);
  context.setDefaultTimeout(STEP_MS);
  return context;
}

async function launching(args: readonly string[] = []): Promise<{ executablePath: string; args: string[] }> {
  vi.setConfig({ testTimeout: STORY_MS });
  const own = [process.env.CHROME_PATH ?? "", ...systemBrowsers].find((path) => path !== "" && existsSync(path));
  const common = ["--no-sandbox", "--disable-dev-shm-usage", ...args];
  if (own !== undefined) return { executablePath: own, args: common };
  // Without it the package lacks libraries that a bare machine has not.
  process.env.AWS_LAMBDA_JS_RUNTIME ??= "nodejs22.x";
  const { default: packaged } = await import("@sparticuz/chromium");
  const packagedArgs = packaged.args.filter((arg) => !arg.startsWith("--single-process"));
  return { executablePath: await packaged.executablePath(), args: [...packagedArgs, ...common] };
}

export type Visit = {
  readonly page: Page;
  readonly context: BrowserContext;
  /** What the page complained of: console errors and exceptions. A test that provokes some empties it. */
  readonly complaints: string[];
};

type Visitor = { readonly language?: string; readonly cookie?: string; readonly size?: (typeof sizes)[number]["name"] };

/** A person with a browser of their own. `cookie`: a session, as `name=value`. */
export async function visit(browser: Browser, url: string, visitor: Visitor = {}): Promise<Visit> {
  const { language = "en-GB", cookie, size = "1280" } = visitor;
  const { width, height } = sizes.find(({ name }) => name === size) ?? sizes[1];
  const context = await browser.newContext({
    baseURL: url,
    locale: language,
    viewport: { width, height },
    reducedMotion: "reduce",
  });
  if (cookie !== undefined) {
    const [name = "", value = ""] = cookie.split(/=(.*)/);
    await context.addCookies([{ name, value, url }]);
  }
  context.setDefaultTimeout(STEP_MS);
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on("console", (message) => {
    // A refused request is shown to the person beside the field; the browser's own line about it says nothing more.
    if (message.type() === "error" && !message.text().startsWith("Failed to load resource")) {
      complaints.push(message.text());
    }
  });
  page.on("pageerror", (error) => complaints.push(error.message));
  return { page, context, complaints };
}

/** Somebody of the staff, signed in, with the console open at `path`. */
export async function atConsole(
  browser: Browser,
  server: TestServer,
  { role = "owner", path = "/", tenant, ...visitor }: Visitor & { role?: Role; path?: string; tenant?: Tenant } = {},
): Promise<Visit> {
  const { cookie } = await newStaff(server, role, tenant === undefined ? {} : { tenant });
  const visited = await visit(browser, server.url, { ...visitor, cookie });
  await visited.page.goto(path);
  return visited;
}

/** A cashier of this tenant, or somebody else of its staff, before its till. */
export async function atTill(
  browser: Browser,
  server: TestServer,
  { tenant, role = "cashier", ...visitor }: Visitor & { tenant: Tenant; role?: Role },
): Promise<Visit> {
  const { cookie } = await newStaff(server, role, { tenant });
  const visited = await visit(browser, server.url, { ...visitor, cookie });
  await visited.page.goto("/till");
  return visited;
}

/** Nothing that keeps somebody out: WCAG 2.2 AA as far as a machine can tell. */
export async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"])
    .analyze();
  const told = violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${help}: ${html.slice(0, 200)} ${failureSummary ?? ""}`),
  );
  expect(told).toEqual([]);
}

/** No page is wider than its screen: what does not fit would be found by nobody on a phone. */
export async function expectNoSideways(page: Page): Promise<void> {
  const [content = 0, screen = 0] = await page.evaluate<number[]>(
    "[document.documentElement.scrollWidth, document.documentElement.clientWidth]",
  );
  expect(content).toBeLessThanOrEqual(screen);
}

/**
 * Looks at the page as it stands: in light and dark, on a phone and on a laptop, and leaves a picture of each.
 * Everywhere it must be accessible and no wider than the screen.
 */
export async function lookAt(page: Page, name: string): Promise<void> {
  mkdirSync(SCREENSHOTS, { recursive: true });
  for (const { name: size, width, height } of sizes) {
    await page.setViewportSize({ width, height });
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme });
      await page.screenshot({ path: join(SCREENSHOTS, `${name}-${size}-${colorScheme}.png`), animations: "disabled" });
      await expectNoSideways(page);
      // Colours change with the one, what is shown with the other: two of the four tell all that axe can find.
      if ((size === "390") === (colorScheme === "light")) await expectAccessible(page);
    }
  }
  await page.emulateMedia({ colorScheme: "light" });
}
