-- grain: one delivery that was read again · source: Trial
create table reread (delivery_id varchar)
