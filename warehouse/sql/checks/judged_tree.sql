-- grain: one delivery of this run · source: candidate_delivery; root_id is what it arrived in, place its way through what it is in
create table judged_tree as
with recursive tree as (
  select delivery_id, delivery_id as root_id, [0] as place
  from candidate_delivery
  where parent_delivery_id is null
  union all
  select inside.delivery_id, tree.root_id, list_append(tree.place, inside.ordinal)
  from candidate_delivery as inside
  join tree on tree.delivery_id = inside.parent_delivery_id
)
select * from tree
