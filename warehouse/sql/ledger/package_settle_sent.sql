-- Packages of ours are sent once a parcel with them is; what waits is called <partner>/<package>.<when sealed>.
update package set state = 'sent'
where direction = 'out' and state = 'sealed' and exists (
  select 1 from outbox
  where outbox.kind = 'package' and outbox.state = 'sent'
    and substr(outbox.delivery_id, 1, length(package.partner_id) + length(package.package_id) + 2) = package.partner_id || '/' || package.package_id || '.')
