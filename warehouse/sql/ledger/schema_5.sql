-- Fifth version: packages of the exchange, in and out, and the answers to them.
create table package (
  package_id text primary key,
  direction text not null check (direction in ('in', 'out')),
  partner_id text not null,
  name text not null,
  file_sha256 text not null,
  bytes integer not null,
  received_at integer not null,
  state text not null check (state in ('waiting', 'understood', 'repeated', 'refused', 'judged', 'published', 'sealed', 'sent')),
  sender text,
  receiver text,
  profile text,
  sequence integer,
  digest text,
  previous text,
  manifest text,
  code text,
  issue text,
  turn_at integer,
  same_as text,
  data_id text,
  run_id text
);
create index package_of_stream on package (sender, receiver, profile, sequence);
create index package_of_run on package (run_id);
create table package_answer (
  package_id text not null,
  kind text not null check (kind in ('stored', 'understood', 'judged', 'published')),
  at integer not null,
  text text not null,
  signature text not null,
  primary key (package_id, kind)
);
pragma user_version = 5;
