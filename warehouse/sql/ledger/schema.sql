-- The embedded database: ledger of deliveries, runs, answers, decisions of people, partners seen.
-- Iceberg's catalogue and Spring Batch's job repository make their own tables in the same file.
create table delivery (
  delivery_id text primary key,
  parent_delivery_id text,
  ordinal integer not null,
  partner_id text not null,
  channel text not null,
  sender text,
  subject text,
  file_name text not null,
  received_at integer not null,
  sha256 text not null,
  bytes integer not null,
  state text not null check (state in ('received', 'claimed', 'judged')),
  run_id text,
  outcome text
);
create index delivery_waiting on delivery (state, received_at, delivery_id) where state <> 'judged';
create index delivery_of_run on delivery (run_id, received_at, delivery_id);
create index delivery_by_receipt on delivery (received_at, delivery_id);
create table run (
  run_id text primary key,
  started_at integer not null,
  ended_at integer,
  state text not null check (state in ('running', 'done', 'failed')),
  published text,
  result text
);
create table step (
  run_id text not null,
  step text not null,
  started_at integer not null,
  ended_at integer not null,
  result text not null,
  primary key (run_id, step)
);
create table outbox (
  answer_id text primary key,
  delivery_id text not null,
  kind text not null,
  path text not null,
  state text not null check (state in ('waiting', 'sent')),
  created_at integer not null,
  sent_at integer
);
create index outbox_waiting on outbox (created_at) where state = 'waiting';
create table decision (
  decision_id integer primary key,
  decided_at integer not null,
  kind text not null,
  body text not null
);
create trigger decision_is_final before update on decision begin select raise(abort, 'decisions are append-only'); end;
create trigger decision_stays before delete on decision begin select raise(abort, 'decisions are append-only'); end;
create table partner (
  partner_id text primary key,
  first_seen integer not null,
  last_seen integer not null,
  deliveries integer not null
);
pragma user_version = 1;
