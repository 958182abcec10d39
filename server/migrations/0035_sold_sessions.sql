-- The session that sold a purchase, for goods that come back past it.
create index sold_sessions on checkout_sessions (bucket, tenant_id, activity_id) where activity_id is not null;
