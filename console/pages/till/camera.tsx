// The camera as a scanner: the browser's own reader where it has one, else ours, which is served from here.
import { Alert, Modal, Stack, Text } from "@mantine/core";
import { useEffect, useEffectEvent, useRef, useState } from "react";
import { useSpeech } from "../../language.ts";
import classes from "./camera.module.css";

const EVERY_MS = 150;

type Reader = { detect(image: HTMLVideoElement): Promise<readonly { readonly rawValue: string }[]> };
type Seen = { onRead(code: string): void; onClose(): void };

export function Camera({ onRead, onClose }: Seen) {
  const { say } = useSpeech();
  const video = useRef<HTMLVideoElement>(null);
  const [isRefused, setRefused] = useState(false);
  const read = useEffectEvent(onRead);
  useEffect(() => {
    const ending = new AbortController();
    const look = async () => {
      if (video.current === null) return;
      const code = await readFrom(video.current, ending.signal);
      if (code !== null) read(code);
    };
    look().catch(() => setRefused(true));
    return () => ending.abort();
  }, []);
  return (
    <Modal
      opened
      onClose={onClose}
      title={say("till.scan")}
      size="lg"
      closeButtonProps={{ "aria-label": say("till.close"), size: 48 }}
    >
      <Stack>
        {isRefused ? <Alert color="yellow">{say("till.noCamera")}</Alert> : <Text>{say("till.scanHint")}</Text>}
        <video ref={video} className={classes.picture} muted playsInline aria-label={say("till.camera")} />
      </Stack>
    </Modal>
  );
}

/** The first code that comes before the camera; null where nobody waits for it any more. */
async function readFrom(video: HTMLVideoElement, ending: AbortSignal): Promise<string | null> {
  const [stream, reader] = await Promise.all([
    navigator.mediaDevices.getUserMedia({ video: { facingMode: "environment" } }),
    newReader(),
  ]);
  try {
    video.srcObject = stream;
    await video.play();
    while (!ending.aborted) {
      const [found] = await reader.detect(video);
      if (found !== undefined && found.rawValue !== "") return found.rawValue;
      await new Promise((resolve) => setTimeout(resolve, EVERY_MS));
    }
    return null;
  } finally {
    for (const track of stream.getTracks()) track.stop();
  }
}

const formats = ["qr_code", "ean_13", "ean_8", "code_128", "code_39"] as const;

async function newReader(): Promise<Reader> {
  if ("BarcodeDetector" in globalThis) {
    const Native: { new (options: object): Reader; getSupportedFormats(): Promise<string[]> } = Reflect.get(
      globalThis,
      "BarcodeDetector",
    );
    if ((await Native.getSupportedFormats()).includes("qr_code")) return new Native({ formats: ["qr_code"] });
  }
  const [{ BarcodeDetector, prepareZXingModule }, { default: wasm }] = await Promise.all([
    import("barcode-detector/ponyfill"),
    import("zxing-wasm/reader/zxing_reader.wasm?url"),
  ]);
  prepareZXingModule({ overrides: { locateFile: () => wasm } });
  return new BarcodeDetector({ formats: [...formats] });
}
