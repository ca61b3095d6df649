-- Sixth version: what partner regions send about packages of ours, what is sent again because of it, and what we asked for.
create table package_return (
  delivery_id text primary key,
  partner_id text not null,
  kind text not null check (kind in ('answers', 'request', 'receipt')),
  name text not null,
  received_at integer not null,
  state text not null check (state in ('taken', 'unread_there', 'wrong')),
  package_id text,
  code text,
  issue text,
  run_id text not null
);
create table package_resend (
  package_id text not null,
  due_at integer not null,
  reason text not null check (reason in ('asked', 'unanswered')),
  sent_at integer,
  primary key (package_id, due_at)
);
create table package_request (
  sender text not null,
  receiver text not null,
  profile text not null,
  at integer not null,
  missing text not null,
  primary key (sender, receiver, profile, at)
);
pragma user_version = 6;
