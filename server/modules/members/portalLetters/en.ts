import { type PortalWording, paragraphs } from "./wording.ts";

export const english: PortalWording = {
  code: (shop, code, minutes) => ({
    subject: `${code} is your code for ${shop}`,
    text: paragraphs(
      `Your code for ${shop}:`,
      code,
      `It is good for ${minutes} minutes, once. Tell it to nobody: we never ask for it. If you did not ` +
        "ask for it, you need do nothing.",
    ),
  }),
  unknown: (shop) => ({
    subject: `${shop}: no membership under this contact`,
    text: paragraphs(
      `Somebody, probably you, wanted to sign in to ${shop}. There is no membership under this contact. ` +
        "Try another one of yours, or ask in the shop.",
      "If it was not you, you need do nothing.",
    ),
  }),
  blocked: (shop) => ({
    subject: `${shop}: signing in is paused`,
    text: paragraphs(
      `Somebody, probably you, wanted to sign in to ${shop}. Signing in to this membership is paused at ` +
        "present. Please ask in the shop.",
    ),
  }),
  newContact: (shop, code, minutes) => ({
    subject: `${code} confirms your new contact for ${shop}`,
    text: paragraphs(
      `With this code ${shop} will reach you here from now on:`,
      code,
      `It is good for ${minutes} minutes, once. If you did not ask for it, you need do nothing.`,
    ),
  }),
  oldContact: (shop, code, minutes) => ({
    subject: `${code} allows a change of contact at ${shop}`,
    text: paragraphs(
      `Somebody who is signed in as you wants to change how ${shop} reaches you. If it is you, this ` +
        "code allows it:",
      code,
      `It is good for ${minutes} minutes, once. If it is not you, tell it to nobody and sign out on all devices.`,
    ),
  }),
  changed: (shop) => ({
    subject: `${shop}: how you are reached was changed`,
    text: paragraphs(
      `How ${shop} reaches you was changed. For 24 hours points can be earned and not used. If it was ` +
        "not you, tell the shop at once.",
    ),
  }),
  leaving: (shop, code, minutes) => ({
    subject: `${code} closes your membership of ${shop}`,
    text: paragraphs(
      `With this code your membership of ${shop} is closed for good, and your points are lost:`,
      code,
      `It is good for ${minutes} minutes, once. If you want to stay, you need do nothing.`,
    ),
  }),
};
