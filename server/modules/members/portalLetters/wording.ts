import type { Letter } from "../../../platform/mail/smtp.ts";

export type Words = Pick<Letter, "subject" | "text">;

/** Each takes the shop's name; what holds a code takes that and for how many minutes it is good. */
export type PortalWording = Readonly<{
  /** The code to sign in or to join with. */
  code(shop: string, code: string, minutes: number): Words;
  /** Nobody is a member under this contact, and nobody can join by himself. */
  unknown(shop: string): Words;
  /** The member is kept out at present. */
  blocked(shop: string): Words;
  /** To a contact that shall become the member's. */
  newContact(shop: string, code: string, minutes: number): Words;
  /** To the contact before: somebody wants to change it. */
  oldContact(shop: string, code: string, minutes: number): Words;
  /** To both, once it is changed. */
  changed(shop: string): Words;
  /** The code to close the account with. */
  leaving(shop: string, code: string, minutes: number): Words;
}>;

export function paragraphs(...texts: readonly string[]): string {
  return `${texts.join("\n\n")}\n`;
}
