-- Counts of one agreement are replaced.
delete from held_back where partner_id = ? and profile = ?
