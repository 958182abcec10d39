export const tour = {
  "tour.back": "Back",
  "tour.begin": "Show me",
  "tour.buy": "{name} pays",
  "tour.done.buy": "One purchase, and everybody knows: the points are on the phone and in the console.",
  "tour.done.join": "{name} is a member, and stands in the console.",
  "tour.done.own": "That was all.",
  "tour.done.phone": "The phone is signed in.",
  "tour.done.reward": "Taken. The points went at the same moment, and the console shows it.",
  "tour.done.wait": "The points can be used, and a reward is within reach.",
  "tour.done.why": "Every number can be explained.",
  "tour.handOver": "Hand {name} the phone",
  "tour.how.buy": "At the till, type {amount} and press the large button. Keep an eye on the phone and the console.",
  "tour.how.join":
    "At the till, type a phone number, say {phone}, and press Find. Then give your first name and agree.",
  "tour.how.own":
    "A shop of your own takes a name and one choice. Its checklist then leads you on: points, what earns " +
    "them, a reward, your place and its till, your team. The demo stays as it is.",
  "tour.how.phone":
    "Press the button in the middle and sign the phone in. It is the members’ own page: what they have, " +
    "what is on its way, what it is good for.",
  "tour.how.reward":
    "On the phone, open Rewards, tap one that you can have now, and take it. Not enough points? Let " +
    "{name} buy something more.",
  "tour.how.wait": "What was earned today waits a little before it can be used. Let the time pass and watch the phone.",
  "tour.how.why":
    "On the right, open the purchase. Each rule says in words what it gave, and the others why they gave " + "nothing.",
  "tour.join": "Be the customer",
  "tour.jump": "{days, plural, one {One day on} other {# days on}}",
  "tour.later": "Not now",
  "tour.leave": "End the tour",
  "tour.look": "Look around the demo",
  "tour.next": "Next",
  "tour.nobody": "Nobody yet",
  "tour.nobodyHint": "As soon as somebody joins at the till, they stand here.",
  "tour.offer": "See it all happen, in three minutes",
  "tour.offerHint":
    "Be a customer at the till, watch the points arrive on the phone, let a day pass, take a reward. All " +
    "of it is real; only the shop is invented.",
  "tour.own": "Make it yours",
  "tour.pane.console": "What the shop sees",
  "tour.pane.phone": "The member’s phone",
  "tour.pane.till": "The till",
  "tour.panes": "What is shown",
  "tour.phone": "The phone in {name}’s hand",
  "tour.phoneEmpty": "Whoever joins at the till gets the phone.",
  "tour.phoneOf": "{name}’s phone",
  "tour.phoneReady": "The till shows a new member a code that signs their phone in. Here a button does it.",
  "tour.progress": "Step {step} of {of}",
  "tour.reward": "Take a reward",
  "tour.somebody": "the customer",
  "tour.tab.console": "Console",
  "tour.tab.phone": "Phone",
  "tour.tab.till": "Till",
  "tour.title": "The first three minutes",
  "tour.wait": "Tomorrow",
  "tour.why": "Why exactly so many?",
} as const;
