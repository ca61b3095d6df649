-- A package is on its way again.
update package_resend set sent_at = ? where package_id = ? and sent_at is null
