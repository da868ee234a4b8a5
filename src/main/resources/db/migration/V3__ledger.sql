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
    kind         text   not null check (kind in ('terms', 'touch', 'order', 'sale', 'return', 'invoice', 'credit',
                                                 'attribution', 'erasure', 'day', 'period')),
    partner      text   not null check (partner <> ''),
    number       text   not null check (number <> ''),
    order_number text   not null,                -- empty where it belongs to no order
    consumer     uuid,
    day          date   not null,
    content      text   not null,                -- JSON: what the kind has besides, as {"lines":[…]}; may be empty
    document     uuid   not null,
    hash         bytea  not null check (length(hash) = 32), -- of everything above but the document
    recorded_at  timestamptz not null,
    unique (kind, partner, number),
    check ((kind in ('order', 'invoice', 'attribution')) <= (order_number <> '')),
    check (kind <> 'order' or number = order_number),
    check (kind not in ('touch', 'erasure') or consumer is not null)
);
create index fact_by_order on fact (partner, order_number, kind);
create index fact_by_document on fact (document);
create index fact_ordering on fact (day, partner) where kind = 'order' and consumer is not null;

-- A fact that came under a natural key already taken, with other content: kept, shown, not booked.
create table fact_conflict (
    id           bigint generated always as identity primary key,
    fact         bigint not null references fact,
    order_number text   not null,
    consumer     uuid,
    day          date   not null,
    content      text   not null,
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
    kind          text     not null check (kind in ('terms', 'touch', 'acquisition', 'decision', 'conflict', 'accrual',
                                                    'reversal', 'release', 'settlement', 'erasure', 'day')),
    fact          bigint   not null,             -- what it follows from
    subject       bigint   not null,             -- the invoice or sale it accrues for, takes back or releases; else the fact
    partner       text     not null,             -- whose account or customer it concerns
    consumer      uuid,
    valid_on      date     not null,
    due_on        date,                          -- when an accrual becomes payable
    booked_at     timestamptz not null,
    terms_version int      not null check (terms_version >= 0), -- of the partner's terms; 0 when none apply
    turnover      bigint   check (turnover >= 0), -- minor units that an accrual or reversal speaks of, before any rate, …
    currency      text     check (currency ~ '^[A-Z]{3}$'), -- … and their currency
    inputs        bytea    not null check (length(inputs) = 32), -- hash of all that it rests on
    parties       text[],                        -- who is credited for the order or owns the consumer, …
    shares_ppm    int[],                         -- … to what part, …
    versions      int[],                         -- … by which version of its terms
    explanation   text     not null check (explanation <> ''),
    leaf          bytea    not null check (length(leaf) = 32), -- RFC 6962 hash of the canonical encoding
    primary key (shard, seq),
    check ((kind in ('decision', 'acquisition')) = (parties is not null)),
    check (parties is null or (total(shares_ppm) = 1000000 and 0 <= all (shares_ppm) and 0 <= all (versions)
        and cardinality(parties) = cardinality(shares_ppm) and cardinality(parties) = cardinality(versions))),
    check ((parties is null) = (shares_ppm is null) and (parties is null) = (versions is null)),
    check (kind not in ('touch', 'acquisition', 'erasure') or consumer is not null),
    check ((kind = 'accrual') = (due_on is not null)),
    check ((kind in ('accrual', 'reversal')) = (turnover is not null)),
    check ((turnover is null) = (currency is null))
);
create unique index entry_once on entry (fact, kind, partner, subject);
create unique index entry_one_decision on entry (fact) where kind = 'decision';
create index entry_by_partner on entry (partner, shard, seq);
create index entry_by_consumer on entry (consumer, shard, seq) where consumer is not null;
create index entry_by_subject on entry (subject) where subject <> fact;
create index entry_due on entry (due_on, seq) where kind = 'accrual';
create index entry_day on entry (seq) where kind = 'day';
create index entry_by_day on entry using brin (valid_on);
create index entry_acquiring on entry (valid_on, partner) where kind = 'acquisition';
create index entry_payable on entry (partner, seq) where kind in ('reversal', 'release', 'settlement');

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
    shard        smallint not null,
    seq          bigint   not null,
    n            smallint not null check (n > 0), -- counts the entry's postings
    line         int      not null check (line >= 0), -- of the invoice; 0 for all of it
    debit        bigint   not null,
    credit       bigint   not null,
    minor_units  bigint   not null check (minor_units > 0),
    currency     text     not null,
    base_minor   bigint   not null check (base_minor >= 0), -- what the rate was applied to
    reason       text     not null,              -- as '12 % of 80.00 EUR'
    reverses_seq bigint,                         -- the accrual's posting that it takes back, wholly or in part
    reverses_n   smallint,
    primary key (shard, seq, n),
    check (debit <> credit),
    check ((reverses_seq is null) = (reverses_n is null)),
    check (reverses_seq < seq)
);
create index posting_reversing on posting (shard, reverses_seq, reverses_n) where reverses_seq is not null;

-- What foreign keys would check row by row (three quarters of the time of an insert, as measured), checked once for
-- each statement. Since nothing referred to can be changed or deleted, it holds for good. They are planned anew each time:
-- a plan that was made for an empty table and kept would read all of it for every row. What is referred to was written a
-- moment ago and is in memory, where an index is not dearer than the table.
create function entry_fits() returns trigger language plpgsql
    set plan_cache_mode = force_custom_plan set random_page_cost = 1 as $$
begin
    if exists (select from (select fact id from added union select subject from added) given
               where not exists (select from fact f where f.id = given.id))
        or exists (select from (select distinct shard from added) given
                   where not exists (select from shard_head h where h.shard = given.shard)) then
        raise foreign_key_violation using message = 'an entry needs its facts and its shard';
    end if;
    return null;
end $$;
create trigger entry_fits after insert on entry referencing new table as added
    for each statement execute function entry_fits();

create function posting_fits() returns trigger language plpgsql
    set plan_cache_mode = force_custom_plan set random_page_cost = 1 as $$
begin
    if exists (select from (select debit id, currency from added union select credit, currency from added) given
               where not exists (select from account a where a.id = given.id and a.currency = given.currency)) then
        raise foreign_key_violation using message = 'a posting moves money between two accounts of its own currency';
    end if;
    if exists (select from (select distinct shard, seq from added) given
               where not exists (select from entry e where e.shard = given.shard and e.seq = given.seq
                                 and e.kind in ('accrual', 'reversal', 'release', 'settlement'))) then
        raise foreign_key_violation using message = 'a posting belongs to an entry that moves money';
    end if;
    if exists (select from (select distinct shard, reverses_seq seq, reverses_n n from added
                            where reverses_seq is not null) r
               left join posting o using (shard, seq, n)
               where o.minor_units is null
                  or o.minor_units < (select sum(p.minor_units) from posting p where p.shard = r.shard
                                      and p.reverses_seq = r.seq and p.reverses_n = r.n)) then
        raise check_violation using message = 'no more can be taken back than was accrued';
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

-- What a partner sold and earned, less what came back, by the day it speaks of. Derived; verification compares.
create table earning (
    partner  text   not null,
    currency text   not null,
    valid_on date   not null,
    turnover bigint not null,
    earned   bigint not null,
    primary key (partner, currency, valid_on)
);

-- Terms and owners by the days they speak of and the entries between which they were the last word. Derived from entries;
-- the exclusions say that at no time two of them held at once.
create extension if not exists btree_gist;

create table terms (
    partner text      not null,
    version int       not null,
    valid   daterange not null check (not isempty(valid)),
    known   int8range not null check (not isempty(known)), -- from this entry to before that one
    content text      not null,                            -- JSON
    exclude using gist (partner with =, valid with &&, known with &&)
);

create table ownership (
    consumer uuid      not null,
    partner  text      not null,                           -- who brought the consumer
    valid    daterange not null check (not isempty(valid)),
    known    int8range not null check (not isempty(known)),
    exclude using gist (consumer with =, valid with &&, known with &&)
);

-- What a partner was paid for a period, and what of it is carried on.
create table statement (
    partner     text     not null,
    currency    text     not null,
    number      int      not null check (number > 0),      -- counts the partner's statements in the currency
    period_from date     not null,
    period_to   date     not null,
    shard       smallint not null,
    first_seq   bigint   not null,                         -- it says everything payable booked from here …
    seq         bigint   not null,                         -- … to before this entry, which settles it
    opening     bigint   not null,                         -- minor units, as all that follows
    released    bigint   not null check (released >= 0),
    reversed    bigint   not null check (reversed >= 0),
    tax         bigint   not null check (tax >= 0),
    withheld    bigint   not null check (withheld >= 0),
    paid        bigint   not null check (paid >= 0),       -- with tax, without what is withheld
    carried     bigint   not null,
    postings    bytea    not null check (length(postings) = 32), -- hash of the postings that it consists of
    primary key (partner, currency, number),
    unique (shard, seq),
    check (opening + released - reversed = paid - tax + withheld + carried),
    check (paid = 0 or carried = 0)
);

-- Statements that paid something out and whose documents were not handed in yet. Its rows go away.
create table statement_due (
    partner  text not null,
    currency text not null,
    number   int  not null,
    primary key (partner, currency, number),
    foreign key (partner, currency, number) references statement
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
create trigger append_only before update or delete or truncate on statement for each statement execute function append_only();
create trigger append_only before update or delete or truncate on seal for each statement execute function append_only();

-- The hash tree (RFC 6962) in tiles of 256 hashes: level 0 holds the hashes of leaves, level 1 the roots of tiles of
-- level 0, and so on. A tile is written once, when it is complete; the rest of the tree follows from the entries.
create table tile (
    shard  smallint not null references shard_head,
    level  smallint not null check (level >= 0),
    index  bigint   not null check (index >= 0),
    hashes bytea    not null check (length(hashes) = 256 * 32),
    root   bytea    not null check (length(root) = 32),
    primary key (shard, level, index)
);
alter table tile alter hashes set storage external; -- hashes cannot be compressed
create trigger append_only before update or delete or truncate on tile for each statement execute function append_only();

-- Signed statements of how far a shard had come and what its tree was then: notes that partners keep.
create table checkpoint (
    shard smallint not null,
    size  bigint   not null,                     -- of the tree, which is the last entry of a seal
    note  text     not null,
    primary key (shard, size),
    foreign key (shard, size) references seal (shard, last_seq)
);
create trigger append_only before update or delete or truncate on checkpoint for each statement execute function append_only();

-- Even who owns these tables, as the hub does, may only add to them. Where another table refers to one, PostgreSQL asks for
-- the right to update it in order to lock what is referred to; the trigger refuses that update all the same. A superuser may
-- do anything, and could switch the triggers off: that is what seals and checkpoints are for.
revoke update, delete, truncate on entry, posting, fact_conflict, tile, checkpoint from public, current_user;
revoke delete, truncate on fact, account, statement, seal, shard_head from public, current_user;
