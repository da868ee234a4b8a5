-- What follows from entries or led to them. Each query gives the first row that does not fit: what happened to it, its
-- name, and what is wrong with it.

select 'MISSING', 'fact_due ' || f.id, 'is missing: fact ' || f.id || ' is neither booked nor due'
from fact f
where not exists (select from entry e where e.fact = f.id) and not exists (select from fact_due d where d.fact = f.id)
order by f.id limit 1;

select 'INSERTED', 'fact_due ' || d.fact, 'is of a fact that is booked'
from fact_due d where exists (select from entry e where e.fact = d.fact) order by d.fact limit 1;

select 'INSERTED', 'fact_due ' || d.fact, 'is of no fact'
from fact_due d where not exists (select from fact f where f.id = d.fact) order by d.fact limit 1;

select 'INSERTED', 'fact_conflict ' || c.id, 'is of no fact'
from fact_conflict c where not exists (select from fact f where f.id = c.fact) order by c.id limit 1;

select 'EDITED', 'entry ' || shard || '/' || seq, 'has parties without shares, a turnover without currency, or the like'
from entry
where (parties is null) <> (shares_ppm is null) or (parties is null) <> (versions is null)
    or cardinality(parties) <> cardinality(shares_ppm) or cardinality(parties) <> cardinality(versions)
    or (turnover is null) <> (currency is null)
order by shard, seq limit 1;

select 'INSERTED', 'posting ' || p.shard || '/' || p.seq || '/' || p.n, 'is of no entry'
from posting p where not exists (select from entry e where e.shard = p.shard and e.seq = p.seq)
order by p.shard, p.seq, p.n limit 1;

select 'EDITED', 'posting ' || shard || '/' || seq || '/' || n, 'reverses half a place'
from posting where (reverses_seq is null) <> (reverses_n is null) order by shard, seq, n limit 1;

select 'EDITED', 'posting ' || shard || '/' || seq || '/' || min(n), 'is not counted from 1 without gaps'
from posting group by shard, seq having min(n) <> 1 or max(n) <> count(*) order by shard, seq limit 1;

select 'EDITED', 'account ' || a.id, 'is of ' || a.partner || ', not of the partner in its name'
from account a where position(':' in name) > 0 and partner <> split_part(name, ':', 2) order by a.id limit 1;

select 'EDITED', 'account ' || a.id, 'is of ' || a.partner || ', others of the brand are not'
from account a
where position(':' in name) = 0
    and partner <> (select mode() within group (order by b.partner) from account b where position(':' in b.name) = 0)
order by a.id limit 1;

with posted as (
    select account, valid_on, booked_on, sum(debited) debit, sum(credited) credit
    from posting p join entry e using (shard, seq)
    cross join lateral (values (p.debit, p.minor_units, 0), (p.credit, 0, p.minor_units)) side (account, debited, credited)
    cross join lateral (select (e.booked_at at time zone 'UTC')::date) day (booked_on)
    group by account, valid_on, booked_on)
select case when b.account is null then 'MISSING' when posted.account is null then 'INSERTED' else 'EDITED' end,
    'balance of account ' || account || ' on ' || valid_on || ', booked on ' || booked_on, 'does not match its postings'
from posted full join balance b using (account, valid_on, booked_on)
where (debit, credit) is distinct from (debit_minor::numeric, credit_minor::numeric)
order by account, valid_on, booked_on limit 1;

select 'EDITED', 'balance of account ' || b.account || ' on ' || b.valid_on || ', booked on ' || b.booked_on,
    'is in ' || b.currency || ', the account in ' || a.currency
from balance b join account a on a.id = b.account where a.currency <> b.currency
order by b.account, b.valid_on, b.booked_on limit 1;

select 'INSERTED', 'account ' || a.id, 'was never posted to'
from account a where not exists (select from balance b where b.account = a.id) order by a.id limit 1;

with earned as (
    select e.partner, e.currency, e.valid_on, sum(sign * e.turnover) turnover, sum(sign * coalesce(moved, 0)) earned
    from entry e
    left join (select shard, seq, sum(minor_units) moved from posting group by shard, seq) p using (shard, seq)
    cross join lateral (select case e.kind when 'reversal' then -1 else 1 end) kind (sign)
    where e.turnover is not null group by e.partner, e.currency, e.valid_on)
select case when d.turnover is null then 'MISSING' when e.turnover is null then 'INSERTED' else 'EDITED' end,
    'earning of ' || partner || ' in ' || currency || ' on ' || valid_on, 'does not match its entries'
from earned e full join earning d using (partner, currency, valid_on)
where (e.turnover, e.earned) is distinct from (d.turnover::numeric, d.earned::numeric)
order by partner, currency, valid_on limit 1;

select 'MISSING', 'statement ' || e.shard || '/' || e.seq, 'is missing, which the entry closes'
from entry e
where e.kind = 'settlement' and not exists (select from statement s where s.shard = e.shard and s.seq = e.seq)
order by e.shard, e.seq limit 1;

select 'INSERTED', 'statement ' || s.shard || '/' || s.seq, 'is of no entry that closes it'
from statement s
where not exists (select from entry e
                  where e.shard = s.shard and e.seq = s.seq and e.kind = 'settlement' and e.partner = s.partner)
order by s.shard, s.seq limit 1;
