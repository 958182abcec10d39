// Where every table's rows would live on a distributed Postgres. One list: the schema test holds the database to it,
// the tidy test holds the modules to it.

/** Who names the table in its SQL. */
type TableOwner = "platform" | "tenants" | "members" | "catalog" | "ledger" | "programme" | "rewards" | "messaging";

/**
 * - distributed: owned by a member; `bucket` says where.
 * - lookup: unique values of a tenant, spread by their hash.
 * - reference: a tenant's configuration, small, never written on the hot path; a copy on every node.
 * - local: of one server only.
 */
export type Table = { readonly owner: TableOwner; readonly backup?: BackupClass } & (
  | Spread
  | { readonly class: "reference" | "local" }
);

/** In which file of a backup the rows are: beside the others, with what opens personal data, or in none. */
type BackupClass = "data" | "keys" | "never";

/**
 * `bucketOf`: the column whose low 14 bits are the bucket, which the database checks. `bucketFrom`: what the writer
 * takes the bucket from where no single column holds it.
 */
type Spread = { readonly class: "distributed" | "lookup" } & (
  | { readonly bucketOf: string }
  | { readonly bucketFrom: string }
);

export const tables: Readonly<Record<string, Table>> = {
  schema_migrations: { owner: "platform", class: "local", backup: "never" },

  heartbeats: { owner: "platform", class: "local", backup: "never" },

  tenants: { owner: "tenants", class: "reference" },
  api_keys: { owner: "tenants", class: "reference" },
  webhook_endpoints: { owner: "tenants", class: "reference" },
  webhook_deliveries: { owner: "tenants", class: "lookup", bucketOf: "endpoint_id" },
  staff: { owner: "tenants", class: "reference" },
  sign_in_codes: { owner: "tenants", class: "reference", backup: "never" },
  staff_sessions: { owner: "tenants", class: "reference", backup: "never" },
  invitations: { owner: "tenants", class: "reference" },
  passkeys: { owner: "tenants", class: "reference" },
  passkey_challenges: { owner: "tenants", class: "reference", backup: "never" },

  idempotency_keys: { owner: "platform", class: "lookup", bucketFrom: "the hash of the key" },
  outbox: { owner: "platform", class: "distributed", bucketFrom: "the members its events are about" },
  processed_events: { owner: "platform", class: "distributed", bucketFrom: "the member that the effect is about" },
  audit_heads: { owner: "platform", class: "distributed", bucketOf: "tenant_id" },
  audit_entries: { owner: "platform", class: "distributed", bucketOf: "tenant_id" },
  leases: { owner: "platform", class: "local", backup: "never" },
  event_heads: { owner: "platform", class: "lookup", bucketOf: "tenant_id" },
  event_log: { owner: "platform", class: "lookup", bucketOf: "tenant_id" },
  event_cursors: { owner: "platform", class: "lookup", bucketOf: "tenant_id" },
  mail_messages: { owner: "platform", class: "distributed", bucketFrom: "its own id", backup: "never" },

  members: { owner: "members", class: "distributed", bucketOf: "id" },
  member_keys: { owner: "members", class: "distributed", bucketOf: "member_id", backup: "keys" },
  identities: { owner: "members", class: "distributed", bucketOf: "member_id" },
  identity_lookups: { owner: "members", class: "lookup", bucketOf: "value_hash" },
  name_beginnings: { owner: "members", class: "distributed", bucketOf: "member_id" },
  member_facts: { owner: "members", class: "distributed", bucketOf: "member_id" },
  age_limits: { owner: "members", class: "reference" },
  member_guardians: { owner: "members", class: "distributed", bucketOf: "member_id" },
  custom_fields: { owner: "members", class: "reference" },
  member_values: { owner: "members", class: "distributed", bucketOf: "member_id" },
  member_notes: { owner: "members", class: "distributed", bucketOf: "member_id" },
  member_tasks: { owner: "members", class: "distributed", bucketOf: "member_id" },
  segments: { owner: "members", class: "reference" },
  businesses: { owner: "members", class: "distributed", bucketOf: "member_id" },
  contacts: { owner: "members", class: "distributed", bucketOf: "member_id" },
  visitors: { owner: "members", class: "distributed", bucketOf: "id" },
  consents: { owner: "members", class: "distributed", bucketOf: "member_id" },
  member_blocks: { owner: "members", class: "distributed", bucketOf: "member_id" },
  member_cards: { owner: "members", class: "distributed", bucketOf: "member_id" },
  card_steps: { owner: "members", class: "distributed", bucketOf: "member_id" },
  spending_codes: { owner: "members", class: "distributed", bucketOf: "member_id", backup: "never" },
  till_deeds: { owner: "members", class: "distributed", bucketOf: "member_id" },
  spending_proofs: { owner: "members", class: "distributed", bucketOf: "member_id" },
  erasures: { owner: "members", class: "distributed", bucketOf: "member_id", backup: "keys" },
  merges: { owner: "members", class: "distributed", bucketOf: "member_id" },
  portals: { owner: "members", class: "reference" },
  portal_texts: { owner: "members", class: "reference" },
  portal_codes: { owner: "members", class: "lookup", bucketOf: "about_hash", backup: "never" },
  member_sessions: { owner: "members", class: "distributed", bucketOf: "member_id", backup: "never" },
  portal_links: { owner: "members", class: "distributed", bucketOf: "member_id", backup: "never" },
  terms_acceptances: { owner: "members", class: "distributed", bucketOf: "member_id" },

  partners: { owner: "catalog", class: "reference" },
  locations: { owner: "catalog", class: "reference" },
  products: { owner: "catalog", class: "reference" },
  till_keys: { owner: "catalog", class: "reference" },
  till_devices: { owner: "catalog", class: "reference" },

  points_types: { owner: "ledger", class: "reference" },
  wallets: { owner: "ledger", class: "distributed", bucketOf: "member_id" },
  lots: { owner: "ledger", class: "distributed", bucketOf: "member_id" },
  entries: { owner: "ledger", class: "distributed", bucketOf: "member_id" },
  holds: { owner: "ledger", class: "distributed", bucketOf: "member_id" },
  spends: { owner: "ledger", class: "distributed", bucketOf: "member_id" },
  adjustments: { owner: "ledger", class: "distributed", bucketOf: "member_id" },
  pending_adjustments: { owner: "ledger", class: "distributed", bucketOf: "member_id" },
  transfers: { owner: "ledger", class: "distributed", bucketOf: "member_id" },
  transfer_credits: { owner: "ledger", class: "distributed", bucketOf: "member_id" },
  account_slots: { owner: "ledger", class: "distributed", bucketFrom: "the members its points came from" },
  ledger_totals: { owner: "ledger", class: "reference" },

  programmes: { owner: "programme", class: "reference" },
  tier_lists: { owner: "programme", class: "reference" },
  campaigns: { owner: "programme", class: "reference" },
  campaign_budgets: { owner: "programme", class: "lookup", bucketOf: "campaign_id" },
  campaign_slots: { owner: "programme", class: "distributed", bucketFrom: "the members that it gives to" },
  limit_counts: { owner: "programme", class: "distributed", bucketOf: "member_id" },
  activity_flags: { owner: "programme", class: "distributed", bucketOf: "member_id" },
  earned_rewards: { owner: "programme", class: "distributed", bucketOf: "member_id" },
  rule_versions: { owner: "programme", class: "reference" },
  activity_keys: { owner: "programme", class: "lookup", bucketFrom: "the hash of the business key" },
  activities: { owner: "programme", class: "distributed", bucketOf: "member_id" },
  purchase_returns: { owner: "programme", class: "distributed", bucketOf: "member_id" },
  parked_returns: { owner: "programme", class: "lookup", bucketFrom: "the hash of the sale's business key" },
  orphan_returns: { owner: "programme", class: "lookup", bucketFrom: "the hash of the return's document" },
  inbound_sources: { owner: "programme", class: "reference" },
  inbound_calls: { owner: "programme", class: "lookup", bucketOf: "source_id" },
  offline_sales: { owner: "programme", class: "lookup", bucketOf: "till_key_id" },
  member_imports: { owner: "programme", class: "lookup", bucketOf: "id", backup: "never" },
  member_import_chunks: { owner: "programme", class: "lookup", bucketOf: "import_id", backup: "never" },
  tier_changes: { owner: "programme", class: "distributed", bucketOf: "member_id" },

  rewards: { owner: "rewards", class: "reference" },
  reward_stocks: { owner: "rewards", class: "lookup", bucketOf: "reward_id" },
  issued_rewards: { owner: "rewards", class: "distributed", bucketOf: "member_id" },
  checkout_sessions: { owner: "rewards", class: "distributed", bucketOf: "member_id" },
  session_returns: { owner: "rewards", class: "distributed", bucketOf: "member_id" },
  reward_reversals: { owner: "rewards", class: "distributed", bucketOf: "member_id" },
  coupon_batches: { owner: "rewards", class: "reference" },
  coupons: { owner: "rewards", class: "lookup", bucketOf: "id" },
  coupon_redemptions: { owner: "rewards", class: "lookup", bucketOf: "id" },
  coupon_misses: { owner: "rewards", class: "lookup", bucketFrom: "the hash of who guesses" },
  gifts: { owner: "rewards", class: "distributed", bucketOf: "member_id" },
  gift_arrivals: { owner: "rewards", class: "distributed", bucketOf: "member_id" },
  benefits: { owner: "rewards", class: "reference" },
  benefit_uses: { owner: "rewards", class: "distributed", bucketOf: "member_id" },

  journeys: { owner: "messaging", class: "reference" },
  journey_plans: { owner: "messaging", class: "reference" },
  journey_instances: { owner: "messaging", class: "distributed", bucketOf: "member_id" },
  journey_passages: { owner: "messaging", class: "distributed", bucketOf: "member_id" },
  message_settings: { owner: "messaging", class: "reference" },
  message_topics: { owner: "messaging", class: "reference" },
  message_templates: { owner: "messaging", class: "reference" },
  message_template_versions: { owner: "messaging", class: "reference" },
  message_preferences: { owner: "messaging", class: "distributed", bucketOf: "member_id" },
  suppressions: { owner: "messaging", class: "lookup", bucketOf: "address_hash" },
  broadcasts: { owner: "messaging", class: "reference" },
  deliveries: { owner: "messaging", class: "distributed", bucketOf: "member_id" },
};

/** Classes whose tables carry a bucket. */
export function hasBucket(table: Table): boolean {
  return table.class === "distributed" || table.class === "lookup";
}
