// A QR code of capitals and digits, drawn as one path. What draws it is loaded when somebody first shows a code.
import { use, useMemo } from "react";

const QUIET = 2;

type Drawn = { readonly path: string; readonly side: number };

let drawing: Promise<(text: string) => Drawn> | undefined;

async function loadDrawing(): Promise<(text: string) => Drawn> {
  const { create } = await import("qrcode");
  return (text) => {
    const { modules } = create(text, { errorCorrectionLevel: "M" });
    const cells = Array.from({ length: modules.size * modules.size }, (_, at) => at).filter((at) =>
      modules.get(Math.floor(at / modules.size), at % modules.size),
    );
    const path = cells.map((at) => `M${at % modules.size} ${Math.floor(at / modules.size)}h1v1h-1z`).join("");
    return { path, side: modules.size };
  };
}

/** Shown under a Suspense. Black on white by night too: scanners read nothing else well. */
export function Code({ text, label }: { text: string; label: string }) {
  drawing ??= loadDrawing();
  const draw = use(drawing);
  const { path, side } = useMemo(() => draw(text), [draw, text]);
  return (
    <div className="code">
      <svg viewBox={`${-QUIET} ${-QUIET} ${side + 2 * QUIET} ${side + 2 * QUIET}`} role="img" aria-label={label}>
        <path d={path} fill="#000000" shapeRendering="crispEdges" />
      </svg>
    </div>
  );
}
