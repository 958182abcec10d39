// What a browser does with passkeys: makes one, signs with one. None does either on a page that it does not trust.
import { answered } from "@fedele/sdk/browser.ts";
import {
  browserSupportsWebAuthn,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
  startAuthentication,
  startRegistration,
} from "@simplewebauthn/browser";
import { api } from "../api.ts";

/** Whether this browser has passkeys, and trusts this page with them. */
export function hasPasskeys(): boolean {
  return window.isSecureContext && browserSupportsWebAuthn();
}

/** Whoever closes the browser's own window, or lets it time out, has changed their mind: nothing failed. */
export function isCalledOff(error: unknown): boolean {
  return error instanceof Error && (error.name === "NotAllowedError" || error.name === "AbortError");
}

export async function addPasskey(name: string): Promise<void> {
  const { options } = await answered(api.POST("/v1/session/passkey-challenges"));
  if (!isForMaking(options)) throw new Error("these are no options to make a passkey with");
  const { id, response } = await startRegistration({ optionsJSON: options });
  const { clientDataJSON, attestationObject } = response;
  const credential = { id, response: { clientDataJSON, attestationObject } };
  await answered(api.POST("/v1/session/passkeys", { body: { name, credential } }));
}

export async function signInByPasskey(): Promise<{ csrfToken: string }> {
  const { options } = await answered(api.POST("/v1/passkey-challenges"));
  if (!isForSigning(options)) throw new Error("these are no options to sign in with");
  const { id, response } = await startAuthentication({ optionsJSON: options });
  const { clientDataJSON, authenticatorData, signature, userHandle = "" } = response;
  const credential = { id, response: { clientDataJSON, authenticatorData, signature, userHandle } };
  return answered(api.POST("/v1/passkey-sign-ins", { body: { credential } }));
}

function isForMaking(options: object): options is PublicKeyCredentialCreationOptionsJSON {
  return "challenge" in options && "rp" in options && "user" in options && "pubKeyCredParams" in options;
}

function isForSigning(options: object): options is PublicKeyCredentialRequestOptionsJSON {
  return "challenge" in options;
}
