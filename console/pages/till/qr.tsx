// A QR code as a picture that needs nobody: dark on white in any colour scheme, as scanners want it.
import { create } from "qrcode";

/** The quiet frame around it, in modules. */
const QUIET = 4;

export function QrCode({ text, label }: { text: string; label: string }) {
  const { size, data } = create(text, { errorCorrectionLevel: "M" }).modules;
  const path = [...data]
    .map((isDark, at) => (isDark === 0 ? "" : `M${(at % size) + QUIET},${Math.floor(at / size) + QUIET}h1v1h-1z`))
    .join("");
  const width = size + 2 * QUIET;
  return (
    <svg role="img" aria-label={label} viewBox={`0 0 ${width} ${width}`} width="240" height="240">
      <rect width={width} height={width} fill="#fff" />
      <path d={path} fill="#000" shapeRendering="crispEdges" />
    </svg>
  );
}
