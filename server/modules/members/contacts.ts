// People who act for a business. What they can be reached by is sealed with the business's key and finds the business,
// so that what they do at a till is the business's. Whoever is a member as well keeps a wallet of their own, and is
// found as that member.
import { CONTACTS_MAX, type NewContact } from "@fedele/sdk/schemas/business.ts";
import type { Ctx } from "../../platform/database/transaction.ts";
import { fromTypeId } from "../../platform/ids.ts";
import { Refusal } from "../../platform/refusal.ts";
import type { MemberKey, Sealer, TenantKeys } from "../../platform/sealing.ts";
import type { Tenant } from "../../platform/tenant.ts";
import { refusePerson } from "./businesses.ts";
import { addIdentity, findIdentity, lookupOf, removeIdentity, sealed } from "./identities.ts";
import { type IdentityValue, identityOf } from "./identityValues.ts";
import { lockedOpenMember, memberWithKey, openedWith } from "./keyring.ts";
import { noSuchMember } from "./members.ts";
import type { ContactRow } from "./store/businesses.ts";
import * as store from "./store/businesses.ts";
import { findMembers } from "./store/members.ts";

type Home = Readonly<{ sealer: Sealer; tenant: Tenant }>;
type Place = Readonly<{ businessId: string; id: string }>;

/** `found`: by what this contact made the business be found, and takes along when they go. */
type Personal = Readonly<{
  name: string | null;
  email: string | null;
  phone: string | null;
  found: readonly ("email" | "phone")[];
}>;
const nobody: Personal = { name: null, email: null, phone: null, found: [] };

export type Contact = Omit<ContactRow, "personal"> & Personal;

export async function addContact(ctx: Ctx, home: Home, place: Place, asked: NewContact): Promise<Contact> {
  const { member, key } = await lockedOpenMember(ctx, home.sealer, place.businessId);
  refusePerson(member);
  const personId = asked.memberId === undefined ? null : await personOf(ctx, asked.memberId);
  if ((await store.listContacts(ctx, place.businessId)).length >= CONTACTS_MAX) {
    throw new Refusal("conflict", `At most ${CONTACTS_MAX} people act for a business; remove one first.`);
  }
  const country = member.country ?? home.tenant.country;
  const email = asked.email === undefined ? null : identityOf("email", asked.email, country);
  const phone = asked.phone === undefined ? null : identityOf("phone", asked.phone, country);
  const { mayEarn = true, maySpend = false, role = null } = asked;
  const finds = mayEarn && personId === null ? [email, phone] : [];
  const found = await letFind(ctx, home.sealer, { businessId: place.businessId, key }, finds);

  const personal = { name: asked.name, email: email?.value ?? null, phone: phone?.value ?? null, found };
  const contact = { ...place, personId, role, mayEarn, maySpend, addedAt: ctx.now };
  await store.insertContact(ctx, { ...contact, personal: key.seal(labelOf(place.id), JSON.stringify(personal)) });
  return { ...contact, ...personal };
}

export async function listContacts(ctx: Ctx, sealer: Sealer, businessId: string): Promise<Contact[]> {
  const [{ member, key }, rows] = await Promise.all([
    memberWithKey(ctx, sealer, businessId),
    store.listContacts(ctx, businessId),
  ]);
  refusePerson(member);
  return rows.map((row) => opened(row, key));
}

export async function getContact(ctx: Ctx, sealer: Sealer, { businessId, id }: Place): Promise<Contact> {
  const contact = (await listContacts(ctx, sealer, businessId)).find((known) => known.id === id);
  if (contact === undefined) throw noSuchContact();
  return contact;
}

/** Who may use the points of a business. */
export async function listSpenders(ctx: Ctx, sealer: Sealer, businessId: string): Promise<Contact[]> {
  return (await listContacts(ctx, sealer, businessId)).filter(({ maySpend }) => maySpend);
}

/** What found the business by them finds it no more. Returns what to call once that is committed. */
export async function removeContact(ctx: Ctx, sealer: Sealer, { businessId, id }: Place): Promise<() => void> {
  const { key } = await lockedOpenMember(ctx, sealer, businessId);
  const contacts = (await store.listContacts(ctx, businessId)).map((row) => opened(row, key));
  const gone = contacts.find((contact) => contact.id === id);
  if (gone === undefined) throw noSuchContact();
  const keys = await sealer.keysOf(ctx);
  const forgets: (() => void)[] = [];
  for (const kind of gone.found) {
    const value = gone[kind];
    const isShared = contacts.some((other) => other.id !== id && other.mayEarn && other[kind] === value);
    if (value === null || isShared) continue;
    const lookup = { ...lookupOf(keys, identityOf(kind, value, undefined)), memberId: businessId };
    if ((await findIdentity(ctx, lookup)) !== undefined) forgets.push(await removeIdentity(ctx, lookup));
  }
  await store.deleteContact(ctx, businessId, id);
  return () => {
    for (const forget of forgets) forget();
  };
}

/** Says which of the values find the business by this contact, and did not before. */
async function letFind(
  ctx: Ctx,
  sealer: Sealer,
  { businessId, key }: { readonly businessId: string; readonly key: MemberKey },
  values: readonly (IdentityValue | null)[],
): Promise<Personal["found"]> {
  const keys: TenantKeys = await sealer.keysOf(ctx);
  const found: ("email" | "phone")[] = [];
  for (const identity of values) {
    if (identity === null) continue;
    const lookup = { ...lookupOf(keys, identity), memberId: businessId };
    const wanted = sealed(lookup, { key, value: identity.value, verifiedAt: undefined, at: ctx.now });
    const isNew = (await addIdentity(ctx, wanted)) === wanted;
    if (isNew && (identity.kind === "email" || identity.kind === "phone")) found.push(identity.kind);
  }
  return found;
}

async function personOf(ctx: Ctx, typeId: string): Promise<string> {
  const id = fromTypeId("mem", typeId);
  const [person] = await findMembers(ctx, [id]);
  if (person === undefined) throw noSuchMember();
  if (person.kind === "individual" && person.status !== "closed") return id;
  throw new Refusal("conflict", "A contact is a person who takes part; a business acts by its people.");
}

function opened({ personal, ...row }: ContactRow, key: MemberKey | undefined): Contact {
  const text = openedWith(key, labelOf(row.id), personal);
  return { ...row, ...(text === null ? nobody : { ...nobody, ...JSON.parse(text) }) };
}

function labelOf(id: string): string {
  return `contact ${id}`;
}

function noSuchContact(): Refusal {
  return new Refusal("not_found", "Nobody of this id acts for the business.");
}
