-- Seventh version: how many records partner regions are not told, and why. The records themselves lie in sent/.
create table held_back (
  partner_id text not null,
  profile text not null,
  reason text not null,
  records integer not null,
  at integer not null,
  primary key (partner_id, profile, reason)
);
pragma user_version = 7;
