-- Parcels by state.
select state, count(*) from parcel group by state order by state
