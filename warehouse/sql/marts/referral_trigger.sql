-- grain: one finding of a party that had two earlier effective penalties for unlicensed practice · source: history.referral_trigger
select *
from history.referral_trigger
where known_to is null
