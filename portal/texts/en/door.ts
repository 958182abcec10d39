export const door = {
  "door.title": "Sign in",
  "door.join": "Join {shop}",
  "door.joinHint": "Collect points, see your rewards, no password needed.",
  "door.contact": "E-mail or phone",
  "door.sendCode": "Send me a code",
  "door.codeSentEmail":
    "If {contact} is right, a letter with six digits is on its way. They are good for {minutes, plural, " +
    "one {# minute} other {# minutes}}.",
  "door.codeSentPhone":
    "If {contact} is right, a message with six digits is on its way. They are good for {minutes, plural, " +
    "one {# minute} other {# minutes}}.",
  "door.code": "Code",
  "door.digit": "Digit {number}",
  "door.enter": "Sign in",
  "door.otherContact": "Use another contact",
  "door.newCode": "Send a new code",
  "door.almost": "Almost there",
  "door.almostHint": "Nobody is a member with {contact} yet. Join in a moment:",
  "door.name": "What shall we call you?",
  "door.birthDate": "Your birthday",
  "door.birthDateHint": "If you tell us, we can wish you well. It cannot be changed later.",
  "door.terms": "The terms",
  "door.agree": "I have read the terms and agree",
  "door.agreeFirst": "To join you need to agree to the terms.",
  "door.joinNow": "Join",
  "door.language": "Language",
  "door.none": "There is no portal here",
  "door.noneHint": "Check the address, or scan the code in the shop again.",
  "enter.title": "This phone, signed in",
  "enter.hint":
    "The shop has shown you a link for {shop}. Press the button to sign this phone in. The link is good once.",
  "enter.go": "Sign this phone in",
  "enter.over": "This link was used or is too old. Ask in the shop for a new one, or sign in with a code.",
} as const;
