// What a shop may start from in English. It is no legal advice: each shop has it checked.
import type { Templates } from "./template.ts";

export const en: Templates = {
  terms: [
    "1. Who runs the programme. {shop} runs this loyalty programme. You reach us at [address, e-mail].",
    "2. Taking part. It is free and open to persons of at least [16] years. To join you give an e-mail address " +
      "or a phone number, or take a card in the shop.",
    "3. Points. You earn points for purchases and for what else your account names. Points are not money, " +
      "cannot be sold and are not paid out.",
    "4. How long points last. [Points lapse 24 months after they were earned.] Your account shows what you " +
      "have and until when.",
    "5. Returns. When you return a purchase, its points are taken back.",
    "6. Rewards. They are given while stocks last, for the number of points shown when you take them.",
    "7. Misuse. Whoever deceives us can lose the points gained by it and be excluded. We say why, and you can " +
      "object.",
    "8. Changes and end. We announce changes and the end of the programme at least [30 days] before; until " +
      "then you can use your points.",
    "9. Leaving. You can leave at any time, in your account or in the shop. Your points are then lost.",
    "10. Your data. How we keep it stands in the privacy notice.",
    "11. Law. The law of [country] applies. Consumer rights that cannot be waived remain yours.",
  ],
  privacy: [
    "1. Who is responsible. {shop}, [address, contact, data protection officer if there is one].",
    "2. What we keep. The name and contacts that you give us, your card, your purchases and points, what you " +
      "agreed to, and what we wrote to each other.",
    "3. What for. To run the programme that you joined (Art. 6(1)(b) GDPR); to keep our books (Art. 6(1)(c)); " +
      "to write to you or to choose offers for you only where you agreed (Art. 6(1)(a)).",
    "4. Who receives it. [Hosting and mail providers.] Partner firms only where you agreed. We sell nothing.",
    "5. How long. As long as you are a member. When you leave, your name and contacts are destroyed; purchases " +
      "stay without a name as long as the law on bookkeeping asks.",
    "6. Your rights. To see your data, take it with you, correct it, have it erased or restricted, object, and " +
      "take back at any time what you agreed to. Most of this you do yourself in your account.",
    "7. Complaints. To us, or to the supervisory authority: [name].",
    "8. On your device. We store what keeps you signed in and shows your card without a network. Nothing " +
      "follows you elsewhere.",
  ],
  consents: {
    email: "{shop} may send me offers and news by e-mail. I can take this back at any time.",
    sms: "{shop} may send me offers and news by text message. I can take this back at any time.",
    push: "{shop} may send notices to this device. I can take this back at any time.",
    phone: "{shop} may call me with offers. I can take this back at any time.",
    post: "{shop} may send me offers by post. I can take this back at any time.",
    profiling: "{shop} may look at my purchases to choose offers that suit me. I can take this back at any time.",
    partners: "{shop} may tell its partner firms [names] what I buy there. I can take this back at any time.",
  },
};
