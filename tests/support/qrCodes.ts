// Reads a QR code off a screen, as a phone's camera does.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Locator } from "playwright-core";
import { prepareZXingModule, readBarcodes } from "zxing-wasm/reader";

const wasm = createRequire(import.meta.url).resolve("zxing-wasm/reader/zxing_reader.wasm");
prepareZXingModule({ overrides: { wasmBinary: new Uint8Array(readFileSync(wasm)).buffer } });

/** What stands in the code that is shown there. */
export async function scanned(shown: Locator): Promise<string> {
  const [found] = await readBarcodes(new Uint8Array(await shown.screenshot()), { formats: ["QRCode"] });
  if (found === undefined) throw new Error("nobody could read this code");
  return found.text;
}
