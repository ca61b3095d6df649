-- grain: one window that is stored · source: indicator
select distinct window_start, window_end from indicator order by all
