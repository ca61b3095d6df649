-- A run ended.
update run set ended_at = ?, state = ?, published = ?, result = ? where run_id = ?
