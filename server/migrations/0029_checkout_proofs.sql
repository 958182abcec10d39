-- One proof serves one checkout: what is taken for a basket while the member stands there, and its sale. Bound to its
-- session it is good for no other use, and it is used up by the one sale that is completed.
alter table spending_proofs add column session_id uuid;
alter table spending_proofs add column takes smallint not null default 0 check (takes between 0 and 20);
grant update (session_id, takes) on spending_proofs to fedele_app;
