-- Eighth version: what was published when. Each publication, and each value of an indicator that it was the first to say, with
-- the reason why it differs from the one before. Facts, like decisions: a rebuild keeps them.
create table publication (
  publication integer primary key,
  published_at integer not null,
  date text not null,
  run text not null,
  rules text not null
);
create table publication_change (
  publication integer not null,
  indicator_id text not null,
  window_start text not null,
  window_end text not null,
  division_code text not null,
  value_before text,
  value text,
  cause text not null,
  submission_id text,
  replaced_submission_id text,
  penalty_id text,
  waiver_ids text,
  package_id text
);
create index publication_change_of on publication_change (publication);
create trigger publication_is_final before update on publication begin select raise(abort, 'publications are append-only'); end;
create trigger publication_stays before delete on publication begin select raise(abort, 'publications are append-only'); end;
create trigger publication_change_is_final before update on publication_change begin select raise(abort, 'publications are append-only'); end;
create trigger publication_change_stays before delete on publication_change begin select raise(abort, 'publications are append-only'); end;
pragma user_version = 8;
