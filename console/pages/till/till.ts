// The till that this page is: of a person who signed in, or of a device that has a key of its own. All below it asks
// the API by `useTill().api`, whoever that is.
import { answered, type Browser, createBrowser } from "@fedele/sdk/browser.ts";
import type { MemberReference } from "@fedele/sdk/schemas/activity.ts";
import type { Location } from "@fedele/sdk/schemas/catalog.ts";
import type { Tenant } from "@fedele/sdk/schemas/tenant.ts";
import type { UnsignedSale } from "@fedele/sdk/tillDevice.ts";
import { createContext, useContext } from "react";
import { api } from "../../api.ts";
import type { SignedIn } from "../../session.ts";
import type { Device } from "./deviceStore.ts";

export type Till = {
  readonly api: Browser;
  readonly tenant: Tenant;
  readonly location: { readonly code: string; readonly name: string };
  /** What it is called on the screen. */
  readonly name: string;
  /** What names its receipts in the world, with their number. */
  readonly source: string;
  /** Null where a person is signed in: such a till sells with a network alone. */
  readonly device: Device | null;
  /** Nothing that is done here is written. */
  readonly isTraining: boolean;
};

/** In `training` nothing that is done is written. */
export type Mode = "selling" | "training";

export const TillContext = createContext<Till | null>(null);

export function useTill(): Till {
  const till = useContext(TillContext);
  if (till === null) throw new Error("a part of the till stands outside of it");
  return till;
}

/** Whom the till serves now. Without an id nobody could be asked who they are. */
export type Customer = {
  readonly reference: MemberReference;
  readonly id?: string;
  /** The first name and an initial; null where none is known. */
  readonly shownName: string | null;
  /** As it was typed or scanned, where there is no name. */
  readonly typed: string;
  readonly isNew?: boolean;
  /** What stands in the QR code of a newcomer's card. */
  readonly card?: string;
  /** What a newcomer agreed to while there was no network. */
  readonly join?: NonNullable<UnsignedSale["join"]>;
  /** What the member's device showed, for a sale without a network. */
  readonly qr?: string;
  /** Whether this till needs to see that it is them before anything of theirs is used; absent: it does. */
  readonly needsProof?: boolean;
  /** The reward whose code the member showed: they came to use it. */
  readonly wants?: string;
  /** Until when the member has proved to be there; absent: they have not. */
  readonly provedUntil?: number;
};

export function tillOfStaff({ tenant, staff }: SignedIn, location: Location, mode: Mode): Till {
  const { code, name } = location;
  return {
    api,
    tenant,
    location: { code, name },
    name,
    source: staff.id,
    device: null,
    isTraining: mode === "training",
  };
}

/** What a device asks by: its key alone, never a session that happens to be open beside it. */
export function apiOfDevice({ secret, serial }: Pick<Device, "secret" | "serial">): Browser {
  return createBrowser(() => undefined, { authorization: `Bearer ${secret}`, "x-till-device": serial });
}

export function tillOfDevice(device: Device, mode: Mode): Till {
  const { tenant, location, name, tillKeyId } = device;
  return {
    api: apiOfDevice(device),
    tenant,
    location,
    name,
    source: tillKeyId,
    device,
    isTraining: mode === "training",
  };
}

const LOCATIONS_MAX = 100;

/** Where a till can stand. */
export async function locationsOf(from: Browser): Promise<Location[]> {
  const { items } = await answered(from.GET("/v1/locations", { params: { query: { limit: LOCATIONS_MAX } } }));
  return items;
}

/** The time by the server's clock, as far as this device knows it; undefined: the server says when it was. */
export function momentOf({ device }: Till): string | undefined {
  return device === null ? undefined : new Date(Date.now() + device.clockOffsetMs).toISOString();
}

/** What a card's QR code holds: capital letters and digits, which scanners type right on every keyboard. */
export function newCard(): string {
  return `FC${crypto.randomUUID().replaceAll("-", "").toUpperCase()}`;
}

/** A number for the next receipt, where nobody types the register's own. */
export function newReceipt(): string {
  const [day = "", time = ""] = new Date().toISOString().split(/[T.]/);
  const tail = crypto.randomUUID().slice(0, 4).toUpperCase();
  return `${day.replaceAll("-", "")}-${time.replaceAll(":", "")}-${tail}`;
}
