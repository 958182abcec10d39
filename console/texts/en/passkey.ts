export const passkey = {
  "passkey.add": "Add a passkey",
  "passkey.added": "Added {at}, not used yet",
  "passkey.calledOff": "Nothing was done: the browser’s window was closed, or it took too long.",
  "passkey.hint":
    "Come in by fingerprint, face or PIN of your own device, without a code. A passkey is both factors in one.",
  "passkey.name": "Name of the device",
  "passkey.nameHint": "So that you know it again, like “phone” or “laptop at the till”.",
  "passkey.needsHttps":
    "This browser makes no passkeys here: they need HTTPS, or localhost, and a browser that knows them.",
  "passkey.or": "or",
  "passkey.remove": "Remove",
  "passkey.removeWarning": "Nobody comes in by “{name}” any more. You can add a new one at any time.",
  "passkey.signIn": "Sign in with a passkey",
  "passkey.title": "Passkeys",
  "passkey.used": "Last used {at}",
} as const;
