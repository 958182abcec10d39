// What a reward brings, in a few words.

import type { Gift } from "@fedele/sdk/schemas/reward.ts";
import type { Static } from "typebox";
import { type Speech, useSpeech } from "../../language.ts";
import { useSession } from "../../session.ts";

type GiftWords = (gift: Static<typeof Gift>) => string;

/** `giftWords(gift)`: "€5 off", "10 % off", "the product coffee". */
export function useGiftWords(): GiftWords {
  const speech = useSpeech();
  const { tenant } = useSession();
  return giftWordsIn(speech, tenant.currency);
}

/** The same where nobody needs to have signed in. */
export function giftWordsIn({ say, money, percent }: Speech, currency: string): GiftWords {
  return ({ kind, amountMinor = 0, percent: hundredths = 0, sku = "" }) => {
    switch (kind) {
      case "discount_amount":
        return say("catalogue.gift.amountOff", { amount: money(amountMinor, currency) });
      case "discount_percent":
        return say("catalogue.gift.percentOff", { percent: percent(hundredths / 100) });
      case "product":
        return say("catalogue.gift.product", { sku });
      case "benefit":
        return say("catalogue.gift.benefit");
    }
  };
}
