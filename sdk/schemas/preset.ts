import { basisPointsMax, campaignPresetCodes, stampsMax, withinDaysMax } from "@fedele/core/campaignPresets.ts";
import { type Static, Type } from "typebox";
import { Campaign } from "./campaign.ts";
import { NewReward } from "./reward.ts";
import { Code, OneOf, Whole } from "./scalars.ts";

export const NewPresetCampaign = Type.Object(
  {
    pointsType: Type.Optional(
      Code("The code of the points type that it gives. One that the programme does not have is added.", 32),
    ),
    points: Type.Optional(Whole("Points of one step, or of the bonus.", { minimum: 1 })),
    perMinor: Type.Optional(Whole("Of `points-per-money`: for so many minor units.", { minimum: 1 })),
    product: Type.Optional(Code("Of `stamp-card`: the product's SKU; this or a category.", 64)),
    category: Type.Optional(Code("Of `stamp-card`: a category of products.", 64)),
    stamps: Type.Optional(Whole("Of `stamp-card`: how many make a full card.", { minimum: 2, maximum: stampsMax })),
    basisPoints: Type.Optional(
      Whole("Of `cashback`: hundredths of a percent; 500 give 5 % back.", { minimum: 1, maximum: basisPointsMax }),
    ),
    withinDays: Type.Optional(
      Whole("Of `birthday`: so many days before and after it, too; 0: on the day alone.", { maximum: withinDaysMax }),
    ),
  },
  {
    $id: "NewPresetCampaign",
    additionalProperties: false,
    description: "Answers to what a preset asks; what is not answered is as the preset has it.",
  },
);
export type NewPresetCampaign = Static<typeof NewPresetCampaign>;

export const PresetCampaign = Type.Object(
  {
    campaign: Campaign,
    pointsType: Code("The code of the points type that it gives.", 32),
    reward: Type.Optional(NewReward),
  },
  {
    $id: "PresetCampaign",
    additionalProperties: false,
    description:
      "The campaign that was started, and the reward to be offered for its points, as POST /v1/rewards takes it.",
  },
);

export const PresetList = Type.Object(
  {
    items: Type.Array(
      Type.Object(
        {
          code: OneOf(campaignPresetCodes, { description: "The preset's code." }),
          name: Type.String({ description: "What it is called, in the tenant's language." }),
          asks: Type.Record(Type.String(), Type.Unknown(), {
            description: "What it asks, with what it takes where nothing is answered.",
          }),
        },
        { additionalProperties: false },
      ),
    ),
  },
  { $id: "PresetList", additionalProperties: false, description: "Campaigns to begin with." },
);

export const PresetPath = Type.Object(
  { presetCode: OneOf(campaignPresetCodes, { description: "The preset's code." }) },
  { additionalProperties: false },
);
