-- Third version: parcels. An answer leaves the outbox as a parcel: prepared once, sent at least once under the same identity.
create table parcel (
  parcel_id text primary key,
  delivery_id text not null,
  partner_id text not null,
  way text not null check (way in ('mail', 'sftp', 'folder', 'none')),
  channel_id text not null,
  target text not null,
  message_id text,
  path text not null,
  sha256 text not null,
  bytes integer not null,
  state text not null check (state in ('waiting', 'sent', 'stuck', 'kept')),
  attempts integer not null,
  created_at integer not null,
  next_at integer,
  problem text,
  details text not null,
  sent_at integer
);
create index parcel_due on parcel (channel_id, next_at) where state in ('waiting', 'stuck');
create index parcel_open on parcel (state, channel_id, problem) where state <> 'sent';
-- A channel that failed as a whole: nothing is tried on it before its time comes.
create table parcel_pause (
  channel_id text primary key,
  failures integer not null,
  next_at integer not null
);
alter table outbox add column parcel_id text;
-- What was answered before there was dispatch is not sent late to people who were told by telephone.
insert into parcel
select delivery_id || '.answer', delivery_id, '', 'none', '', '', null, '', '', 0, 'kept', 0, min(created_at), null, 'BEFORE_DISPATCH', '[]', null
from outbox group by delivery_id;
update outbox set parcel_id = delivery_id || '.answer';
create index outbox_of_delivery on outbox (delivery_id);
create index outbox_loose on outbox (created_at, answer_id) where parcel_id is null;
pragma user_version = 3;
