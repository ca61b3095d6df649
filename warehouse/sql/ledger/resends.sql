-- Every time that a package was to be sent again.
select package_id, due_at, reason, sent_at from package_resend order by due_at, package_id
