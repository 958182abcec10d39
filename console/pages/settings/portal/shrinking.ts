// A picture of any size becomes one that fits a header.
import type { NewLogo } from "@fedele/sdk/schemas/portal.ts";

/** Twice what the header shows, for sharp screens. */
const WIDTH_MAX = 480;
const HEIGHT_MAX = 112;

export async function logoOf(file: File): Promise<NewLogo> {
  const picture = await loaded(URL.createObjectURL(file));
  const scale = Math.min(1, WIDTH_MAX / picture.naturalWidth, HEIGHT_MAX / picture.naturalHeight);
  const canvas = document.createElement("canvas");
  canvas.width = Math.max(1, Math.round(picture.naturalWidth * scale));
  canvas.height = Math.max(1, Math.round(picture.naturalHeight * scale));
  canvas.getContext("2d")?.drawImage(picture, 0, 0, canvas.width, canvas.height);
  URL.revokeObjectURL(picture.src);
  const [, data = ""] = canvas.toDataURL("image/png").split(",");
  return { type: "image/png", picture: data };
}

function loaded(address: string): Promise<HTMLImageElement> {
  return new Promise((resolve, reject) => {
    const picture = new Image();
    picture.onload = () => resolve(picture);
    picture.onerror = () => reject(new Error("this file is no picture"));
    picture.src = address;
  });
}
