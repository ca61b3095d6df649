-- grain: one indicator, three-year window and division · source: indicator_report
select * from indicator_report(date '2018-01-01', date '2020-12-31')
union all
select * from indicator_report(date '2021-01-01', date '2023-12-31')
union all
select * from indicator_report(date '2024-01-01', date '2026-12-31')
