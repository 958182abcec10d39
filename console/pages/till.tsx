// The till: a page of its own, without the console around it, on a tablet by the register or on a phone in one hand.
import { useLoaderData } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import type { SignedIn } from "../session.ts";
import { Desk } from "./till/desk.tsx";
import type { Device } from "./till/deviceStore.ts";
import { keepForOffline } from "./till/offline.ts";
import { ChooseLocation, keptLocation, type Place } from "./till/setup.tsx";
import { type Mode, TillContext, tillOfDevice, tillOfStaff } from "./till/till.ts";

/** Whoever opened it: a device that is a till, or a person who signed in. */
export type TillOpener =
  | { readonly kind: "device"; readonly device: Device }
  | { readonly kind: "staff"; readonly session: SignedIn; readonly place: Place | null };

export function TillPage() {
  const opener: TillOpener = useLoaderData({ from: "/till" });
  const [device, setDevice] = useState(opener.kind === "device" ? opener.device : null);
  const [place, setPlace] = useState<Place | null>(() =>
    opener.kind === "staff" ? (opener.place ?? keptLocation(opener.session.tenant)) : null,
  );
  const [mode, setMode] = useState<Mode>("selling");
  useEffect(() => {
    if (device !== null) void keepForOffline();
  }, [device]);
  const desk = { onTraining: setMode, onMove: () => setPlace(null) };
  if (device !== null) {
    return (
      <TillContext value={tillOfDevice(device, mode)}>
        <Desk {...desk} onDevice={setDevice} />
      </TillContext>
    );
  }
  if (opener.kind === "staff" && place !== null) {
    return (
      <TillContext value={tillOfStaff(opener.session, place, mode)}>
        <Desk {...desk} onDevice={setDevice} />
      </TillContext>
    );
  }
  if (opener.kind !== "staff") return null;
  return <ChooseLocation session={opener.session} onChosen={setPlace} onDevice={setDevice} />;
}
