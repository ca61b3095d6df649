-- Packages, answers to packages and requests that no parcel was made of, oldest first; each travels by itself.
select answer_id, delivery_id, kind, path, created_at from outbox
where parcel_id is null and kind in ('package_answer', 'package', 'package_request') order by created_at, answer_id limit ?
