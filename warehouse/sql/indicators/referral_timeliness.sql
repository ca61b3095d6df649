-- grain: one referral in the window · source: penalty, rule_value
-- In time: decided within the days of the law after the finding, transferred within those after the decision. A referral with
-- one date only is not counted.
with rule as (
  select
    valid_from, coalesce(valid_to, date '9999-12-31') as valid_to,
    cast(max(value) filter (name = 'decide_days') as integer) as decide_days,
    cast(max(value) filter (name = 'transfer_days') as integer) as transfer_days
  from rule_value
  where rule_id = 'police-referral'
  group by all
),
referral as (
  select
    penalty.division_code, penalty.penalty_id, penalty.submission_id, penalty.ordinal,
    penalty.referral_decided_on <= penalty.decision_date + rule.decide_days
      and penalty.referred_on between penalty.referral_decided_on and penalty.referral_decided_on + rule.transfer_days as is_timely
  from penalty
  join rule on penalty.referred_on between rule.valid_from and rule.valid_to
  where penalty.status <> 'withdrawn' and penalty.referral_decided_on is not null
    and penalty.referred_on between window_start and least(window_end, published_on())
)
select
  division_code, if(is_timely, 'both', 'denominator') as role, 1 as amount, 'penalty' as table_name, penalty_id as row_key,
  submission_id, ordinal,
  ['decision_date', 'referral_decided_on', 'referred_on', 'state', 'remark', 'division', 'authority_code', 'authority_name'] as columns_read
from referral
