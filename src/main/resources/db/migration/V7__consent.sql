-- Keys, consent and who asked for what: all that is needed to show, share and forget what is known of a consumer.

-- A key of its own for every consumer and every receipt, and for every acknowledgement that may quote. Destroying one makes
-- unreadable whatever was sealed with it, wherever a copy of that lies.
create table vault_key (
    id           uuid primary key,               -- of the consumer, the receipt or the document; zero for the matching secret
    wrapped      bytea,                          -- AES-256 key, or its own part of one that is shared, sealed under a master key; null once destroyed
    wrapped_with text not null                   -- name of that master key
);
-- The parts of a key that lie with consumers: all of them make up the key, each sealed for its consumer.
create table vault_share (
    key      uuid  not null references vault_key,
    consumer uuid  not null,
    share    bytea not null,
    primary key (key, consumer)
);

insert into vault_key (id, wrapped, wrapped_with) select id, wrapped_key, wrapped_with from consumer;
alter table consumer drop column wrapped_key, drop column wrapped_with;

alter table consumer_match drop constraint consumer_match_kind_check;
alter table consumer_match add constraint consumer_match_kind_check check (kind in ('email', 'phone', 'loyalty'));

-- Bytes are sealed as they arrive. Once a receipt is processed, its pieces are sealed for the consumers that they name.
drop table receipt_chunk;
create table receipt_chunk (
    receipt     uuid   not null references receipt deferrable initially deferred, -- chunks are written as they arrive
    from_offset bigint not null,                 -- of the first byte in the receipt
    sealed_for  uuid,                            -- the key; null for a transaction set that names nobody
    bytes       bytea  not null,                 -- at most 1 MiB; none for a duplicate, empty where the consumer was erased before
    primary key (receipt, from_offset)
);

alter table outbox rename column consumer to sealed_for;
alter table finding add column sealed_for uuid;  -- whose key seals text and value, which then are empty here
alter table finding add column sealed bytea;
alter table finding add constraint finding_sealed check ((sealed is null) = (sealed_for is null));

create function history_stays() returns trigger language plpgsql as $$
begin
    raise exception '% is a history: % is refused', tg_table_name, tg_op;
end $$;

-- What a consumer agreed to, field by field; what was said last holds.
create table consent (
    id       bigint generated always as identity primary key,
    consumer uuid        not null references consumer,
    purpose  text        not null check (purpose in ('order fulfilment', 'marketing', 'partner sharing')),
    field    text        not null check (field in ('name', 'email', 'phone', 'address', 'loyalty number')),
    given    boolean     not null,
    at       timestamptz not null,
    source   text        not null check (source <> '')
);
create index consent_latest on consent (consumer, purpose, field, id desc);
create trigger history_stays before update or delete or truncate on consent for each statement execute function history_stays();

-- What was done with what is held on a consumer, by whom and why.
create table consumer_event (
    id       bigint generated always as identity primary key,
    consumer uuid        not null references consumer,
    kind     text        not null check (kind in ('exported', 'erased', 'disclosed')),
    at       timestamptz not null,
    by_whom  text        not null check (by_whom <> ''),
    detail   text        not null                -- the reason, or the fields disclosed
);
create index consumer_event_by_consumer on consumer_event (consumer, id);
create trigger history_stays before update or delete or truncate on consumer_event for each statement execute function history_stays();
