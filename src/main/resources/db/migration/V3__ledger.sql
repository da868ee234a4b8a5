-- The ledger of customer attribution: facts in, sealed entries out. It holds no personal data, only consumer ids.

create function append_only() returns trigger language plpgsql as $$
begin
    raise exception 'the ledger is append-only: % on % is refused', tg_op, tg_table_name;
end $$;

create function total(parts int[]) returns bigint language sql immutable strict parallel safe as
    'select coalesce(sum(part), 0) from unnest(parts) part';

-- What happened in trade. The natural key is (kind, partner, number).
create table fact (
    id           bigint generated always as identity primary key,
    kind         text   not null check (kind in ('order', 'invoice')),
    partner      text   not null check (partner <> ''),
    number       text   not null check (number <> ''),
    order_number text   not null check (order_number <> ''),
    consumer     uuid,
    day          date   not null,
    net_minor    bigint check (net_minor >= 0),  -- net amount in minor units of the currency
    currency     text   check (currency ~ '^[A-Z]{3}$'),
    document     uuid   not null,
    hash         bytea  not null check (length(hash) = 32), -- of the content: everything above but the document
    recorded_at  timestamptz not null,
    unique (kind, partner, number),
    check ((kind = 'invoice') = (net_minor is not null)),
    check ((net_minor is null) = (currency is null)),
    check (kind = 'invoice' or number = order_number)
);
create index fact_by_order on fact (partner, order_number);
create index fact_by_document on fact (document);

-- A fact that came under a natural key already taken, with other content: kept, shown, not booked.
create table fact_conflict (
    id           bigint generated always as identity primary key,
    fact         bigint not null references fact,
    order_number text   not null,
    consumer     uuid,
    day          date   not null,
    net_minor    bigint,
    currency     text,
    document     uuid   not null,
    hash         bytea  not null check (length(hash) = 32),
    recorded_at  timestamptz not null,
    unique (fact, hash)
);

-- Facts that are not booked yet. The only table here whose rows go away.
create table fact_due (
    fact     bigint primary key,
    due_at   timestamptz not null default now(),
    awaits   text not null default '',           -- what wakes it: 'order acme-retail 4711'
    reason   text not null default '',           -- why it waits, in one sentence; empty before the first try
    attempts int  not null default 0
);
create index fact_due_next on fact_due (due_at, fact);
create index fact_due_awaiting on fact_due (awaits) where awaits <> '';

-- One sequencer writes a shard. Whoever takes over raises the epoch, which fences the one before.
create table shard_head (
    shard     smallint primary key,
    epoch     bigint not null,
    seq       bigint not null,                   -- the last entry
    seal      bigint not null,                   -- the last seal, and its hash
    seal_hash bytea  not null check (length(seal_hash) = 32),
    frontier  bytea  not null                    -- hashes of the complete subtrees, largest first (RFC 6962)
);
insert into shard_head values (0, 0, 0, 0, decode(repeat('00', 32), 'hex'), '');

create function head_moves_forward() returns trigger language plpgsql as $$
begin
    if new.shard <> old.shard or new.epoch < old.epoch or new.seq < old.seq or new.seal < old.seal then
        raise exception 'the head of shard % only moves forward', old.shard;
    end if;
    return new;
end $$;
create trigger head_moves_forward before update on shard_head for each row execute function head_moves_forward();
create trigger head_stays before delete or truncate on shard_head for each statement execute function append_only();

create table entry (
    shard         smallint not null,
    seq           bigint   not null check (seq > 0), -- without gaps
    kind          text     not null check (kind in ('touch', 'acquisition', 'decision', 'accrual')),
    fact          bigint   not null,
    partner       text     not null,             -- whose account or customer it concerns
    consumer      uuid,
    valid_on      date     not null,
    booked_at     timestamptz not null,
    terms_version int      not null check (terms_version >= 0), -- of the partner's terms; 0 when none apply
    inputs        bytea    not null check (length(inputs) = 32), -- hash of all that the decision rests on
    parties       text[],                        -- who is credited for the order, …
    shares_ppm    int[],                         -- … to what part, …
    rates_ppm     int[],                         -- … at which commission rate
    explanation   text     not null check (explanation <> ''),
    leaf          bytea    not null check (length(leaf) = 32), -- RFC 6962 hash of the canonical encoding
    primary key (shard, seq),
    check ((kind = 'decision') = (parties is not null)),
    check (kind <> 'decision' or (total(shares_ppm) = 1000000
        and 0 <= all (shares_ppm) and 0 <= all (rates_ppm) and 1000000 >= all (rates_ppm)
        and cardinality(parties) = cardinality(shares_ppm) and cardinality(parties) = cardinality(rates_ppm))),
    check ((parties is null) = (shares_ppm is null) and (parties is null) = (rates_ppm is null)),
    check (kind not in ('touch', 'acquisition') or consumer is not null)
);
create unique index entry_once on entry (fact, kind, partner);
create unique index entry_one_decision on entry (fact) where kind = 'decision';
create unique index entry_one_acquisition on entry (consumer) where kind = 'acquisition';
create index entry_by_partner on entry (partner, shard, seq);
create index entry_by_consumer on entry (consumer, shard, seq) where consumer is not null;

create table account (
    id       bigint generated always as identity primary key,
    partner  text not null,
    name     text not null,
    currency text not null check (currency ~ '^[A-Z]{3}$'),
    unique (name, currency),
    unique (id, currency)
);

-- A positive amount moved from one account to the other in their one currency, so that every row balances by itself.
create table posting (
    shard       smallint not null,
    seq         bigint   not null,
    debit       bigint   not null,
    credit      bigint   not null,
    minor_units bigint   not null check (minor_units > 0),
    currency    text     not null,
    primary key (shard, seq),
    check (debit <> credit)
);

-- What foreign keys would check row by row (three quarters of the time of an insert, as measured), checked once for
-- each statement. Since nothing referred to can be changed or deleted, it holds for good.
create function entry_fits() returns trigger language plpgsql as $$
begin
    if exists (select from added e
               where not exists (select from fact f where f.id = e.fact)
                  or not exists (select from shard_head h where h.shard = e.shard)) then
        raise foreign_key_violation using message = 'an entry needs its fact and its shard';
    end if;
    return null;
end $$;
create trigger entry_fits after insert on entry referencing new table as added
    for each statement execute function entry_fits();

create function posting_fits() returns trigger language plpgsql as $$
begin
    if exists (select from added p
               where not exists (select from account a where a.id = p.debit and a.currency = p.currency)
                  or not exists (select from account a where a.id = p.credit and a.currency = p.currency)) then
        raise foreign_key_violation using message = 'a posting moves money between two accounts of its own currency';
    end if;
    if exists (select from added p
               where not exists (select from entry e
                                 where e.shard = p.shard and e.seq = p.seq and e.kind = 'accrual')) then
        raise foreign_key_violation using message = 'a posting belongs to an accrual';
    end if;
    return null;
end $$;
create trigger posting_fits after insert on posting referencing new table as added
    for each statement execute function posting_fits();

-- Sums of postings by the day they speak of and the day they were booked on. Derived; verification compares.
create table balance (
    account      bigint not null,
    currency     text   not null,
    valid_on     date   not null,
    booked_on    date   not null,
    debit_minor  bigint not null check (debit_minor >= 0),
    credit_minor bigint not null check (credit_minor >= 0),
    primary key (account, valid_on, booked_on),
    foreign key (account, currency) references account (id, currency)
);

create table seal (
    shard     smallint not null references shard_head,
    number    bigint   not null check (number > 0),
    epoch     bigint   not null,
    first_seq bigint   not null,
    last_seq  bigint   not null,
    tree_root bytea    not null check (length(tree_root) = 32), -- RFC 6962, over all entries up to the last
    previous  bytea    not null check (length(previous) = 32),  -- hash of the seal before
    hash      bytea    not null check (length(hash) = 32),
    sealed_at timestamptz not null,
    primary key (shard, number),
    unique (shard, first_seq),
    unique (shard, last_seq),
    check (first_seq <= last_seq)
);

create trigger append_only before update or delete or truncate on fact for each statement execute function append_only();
create trigger append_only before update or delete or truncate on fact_conflict for each statement execute function append_only();
create trigger append_only before update or delete or truncate on entry for each statement execute function append_only();
create trigger append_only before update or delete or truncate on account for each statement execute function append_only();
create trigger append_only before update or delete or truncate on posting for each statement execute function append_only();
create trigger append_only before update or delete or truncate on seal for each statement execute function append_only();
