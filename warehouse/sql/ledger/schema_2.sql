-- Second version: how each channel of a partner did when it was last used.
create table if not exists channel (
  channel_id text primary key,
  partner_id text not null,
  checked_at integer not null,
  worked_at integer,
  problem text,
  details text not null
);
pragma user_version = 2;
