-- grain: one word · source: Trial; what a changed definition can matter to: kind is form, or code of a finding
create table reach (kind varchar, word varchar)
