import { type Static, Type } from "typebox";
import { Page } from "./page.ts";
import { Code, Country, Id, Instant, Line, Timezone } from "./scalars.ts";

export const CATEGORIES_MAX = 20;

const partnerCode = Code("The code by which tills and rules name the partner.");
const partnerName = Line("The partner's name for people.");

export const NewPartner = Type.Object(
  { code: partnerCode, name: partnerName },
  { $id: "NewPartner", additionalProperties: false, description: "A partner: who issues or redeems points." },
);
export type NewPartner = Static<typeof NewPartner>;

export const PartnerChange = Type.Object(
  { code: Type.Optional(partnerCode), name: Type.Optional(partnerName) },
  { $id: "PartnerChange", additionalProperties: false, minProperties: 1, description: "What to change." },
);
export type PartnerChange = Static<typeof PartnerChange>;

export const Partner = Type.Object(
  {
    id: Id("par", "The partner's id."),
    code: partnerCode,
    name: partnerName,
    createdAt: Instant("When it was added."),
  },
  { $id: "Partner", additionalProperties: false, description: "A partner: who issues or redeems points." },
);
export type Partner = Static<typeof Partner>;
export const PartnerPage = Page("PartnerPage", Partner);

const locationCode = Code("The code by which tills and rules name the location.");
const locationName = Line("The location's name for people.");
const locationPartner = Id("par", "The partner that it belongs to.");

export const NewLocation = Type.Object(
  {
    code: locationCode,
    name: locationName,
    partnerId: Type.Optional(locationPartner),
    country: Type.Optional(Country),
    timezone: Type.Optional(Timezone),
  },
  { $id: "NewLocation", additionalProperties: false, description: "A place where activities happen: a shop, a site." },
);
export type NewLocation = Static<typeof NewLocation>;

export const LocationChange = Type.Object(
  {
    code: Type.Optional(locationCode),
    name: Type.Optional(locationName),
    partnerId: Type.Optional(locationPartner),
    country: Type.Optional(Country),
    timezone: Type.Optional(Timezone),
  },
  { $id: "LocationChange", additionalProperties: false, minProperties: 1, description: "What to change." },
);
export type LocationChange = Static<typeof LocationChange>;

export const Location = Type.Object(
  {
    id: Id("loc", "The location's id."),
    code: locationCode,
    name: locationName,
    partnerId: Type.Optional(locationPartner),
    country: Type.Optional(Country),
    timezone: Type.Optional(Timezone),
    createdAt: Instant("When it was added."),
  },
  { $id: "Location", additionalProperties: false, description: "A place where activities happen." },
);
export type Location = Static<typeof Location>;
export const LocationPage = Page("LocationPage", Location);

const sku = Code("The code by which tills and rules name the product.");
const productName = Line("The product's name for people.", 300);
const categories = Type.Array(Code("A category, as rules name it."), {
  maxItems: CATEGORIES_MAX,
  uniqueItems: true,
  description: "What kind of goods it is.",
});

export const NewProduct = Type.Object(
  { sku, name: productName, categories: Type.Optional(categories) },
  { $id: "NewProduct", additionalProperties: false, description: "Something that is sold." },
);
export type NewProduct = Static<typeof NewProduct>;

export const ProductChange = Type.Object(
  { name: Type.Optional(productName), categories: Type.Optional(categories) },
  { $id: "ProductChange", additionalProperties: false, minProperties: 1, description: "What to change." },
);
export type ProductChange = Static<typeof ProductChange>;

export const Product = Type.Object(
  { sku, name: productName, categories, createdAt: Instant("When it was added.") },
  { $id: "Product", additionalProperties: false, description: "Something that is sold." },
);
export type Product = Static<typeof Product>;
export const ProductPage = Page("ProductPage", Product);

export const PartnerPath = Type.Object({ partnerId: Type.String({ maxLength: 64 }) }, { additionalProperties: false });
export const LocationPath = Type.Object(
  { locationId: Type.String({ maxLength: 64 }) },
  { additionalProperties: false },
);
export const ProductPath = Type.Object({ sku: Type.String({ maxLength: 64 }) }, { additionalProperties: false });
