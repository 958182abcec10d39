// The tenant's portal: what it says to strangers, and what members may do there by themselves. Where nobody has set
// anything, it lets in whoever is a member already and asks for nothing.
import { type Language, languages } from "@fedele/core/sentences.ts";
import type { Portal, PortalSettings } from "@fedele/sdk/schemas/portal.ts";
import type { Ctx } from "../../platform/database/transaction.ts";
import { languageWanted } from "../../platform/http/languages.ts";
import { invalid } from "../../platform/places.ts";
import type { Tenant } from "../../platform/tenant.ts";
import { keepTexts } from "./portalTexts.ts";
import { findLogoAt, findSettings, saveSettings } from "./store/portals.ts";

const settingsDefault: PortalSettings = {
  mayJoin: false,
  birthday: "once",
  color: "#0b7285",
  terms: null,
  consents: [],
};

export async function getPortalSettings(ctx: Ctx): Promise<PortalSettings> {
  return (await findSettings(ctx)) ?? settingsDefault;
}

export async function changePortalSettings(ctx: Ctx, settings: PortalSettings): Promise<PortalSettings> {
  const topics = settings.consents.map(({ topic }) => topic);
  if (new Set(topics).size < topics.length) throw invalid("consents", "The same topic is in the list twice.");
  // First the row, which whoever changes it at the same time waits for.
  await saveSettings(ctx, settings);
  await keepTexts(ctx, settings);
  return settings;
}

/** The language of the house, where a reader wants none that we have. */
export function houseLanguage({ language }: Pick<Tenant, "language">): Language {
  const [primary] = language.split("-");
  return languages.find((known) => known === primary) ?? "en";
}

/** What the reader gets: what a member set for himself, else what the browser asks for, else the tenant's own. */
export function readerLanguage(
  tenant: Pick<Tenant, "language">,
  reader: Readonly<{ language?: string | undefined; accepts: string | undefined }>,
): Language {
  const [own] = (reader.language ?? "").split("-");
  const known = languages.find((language) => language === own);
  return known ?? languageWanted(reader.accepts, languages, houseLanguage(tenant));
}

type Texts = Partial<Readonly<Record<Language, string>>>;

/** A text in the reader's language, else in the tenant's, else in one that there is. */
export function textIn(texts: Texts, language: Language, tenant: Pick<Tenant, "language">): string {
  return texts[language] ?? texts[houseLanguage(tenant)] ?? Object.values(texts)[0] ?? "";
}

/** `at`: when the logo changed, so that a browser asks again for a new one. Null: there is none. */
export function logoAddress(slug: string, at: number | null): string | null {
  return at === null ? null : `/v1/portal/${slug}/logo?at=${at}`;
}

export async function getPortal(ctx: Ctx, tenant: Tenant, language: Language): Promise<Portal> {
  const [settings, logoAt] = await Promise.all([getPortalSettings(ctx), findLogoAt(ctx)]);
  return { ...toPortal(tenant, settings, language), logo: logoAddress(tenant.slug, logoAt) };
}

function toPortal(tenant: Tenant, settings: PortalSettings, language: Language): Omit<Portal, "logo"> {
  const { mayJoin, birthday, color, terms, privacy, consents } = settings;
  const inWords = (texts: Texts) => textIn(texts, language, tenant);
  return {
    slug: tenant.slug,
    name: settings.name ?? tenant.name,
    language,
    languages: [...languages],
    country: tenant.country ?? null,
    currency: tenant.currency,
    timezone: tenant.timezone,
    mayJoin,
    birthday,
    color,
    terms: terms === null ? null : { version: terms.version, text: inWords(terms.texts) },
    privacy: privacy == null ? null : { version: privacy.version, text: inWords(privacy.texts) },
    consents: consents.map(({ topic, version, texts }) => ({ topic, version, text: inWords(texts) })),
  };
}
