-- The Inbox, the register of documents and the Outbox. PostgreSQL is the only place where state is promised.

-- What came in, as it came in.
create table receipt (
    id           uuid primary key,
    channel      text        not null,
    partner      text        not null,
    name         text        not null,           -- file name, JMS message id or request id
    content_type text        not null default '',
    size_bytes   bigint      not null,
    sha256       bytea       not null,
    received_at  timestamptz not null,
    state        text        not null check (state in ('received', 'processed', 'parked', 'duplicate')),
    duplicate_of uuid references receipt,
    position     jsonb,                          -- where the next batch starts; null before the first
    note         text        not null default '', -- one sentence on why it is parked or a duplicate
    processed_at timestamptz,
    complete     boolean     not null default true, -- false: longer than the limit, only the part up to it is kept
    attempts     int         not null default 0,    -- failures in a row; progress sets them back
    due_at       timestamptz not null default now(), -- later than now while it backs off
    last_error   text        not null default '',
    check ((state = 'duplicate') = (duplicate_of is not null))
);
-- Empty input has nothing to be recognised by: each is a receipt of its own.
create unique index receipt_once on receipt (channel, sha256, complete) where duplicate_of is null and size_bytes > 0;
create index receipt_recent on receipt (received_at desc, id);
create index receipt_due on receipt (received_at) where state = 'received';

create table receipt_chunk (
    receipt uuid  not null references receipt deferrable initially deferred, -- chunks are written as they arrive
    number  int   not null,                      -- from 0
    bytes   bytea not null,                      -- 1 MiB, the last one shorter; none for a duplicate
    primary key (receipt, number)
);

-- One interchange of a receipt (or the one JSON or flat file in it): what its acknowledgement is made from.
create table interchange (
    receipt        uuid not null references receipt,
    ordinal        int  not null,                -- position in the receipt, from 1
    partner        text not null,                -- whose it is by its envelope and channel; empty when unknown
    standard       text not null,                -- x12, edifact, json, smooks
    sender         text not null default '',     -- qualifier:id as in the envelope
    receiver       text not null default '',
    control_number text not null default '',
    outcome        json not null,                -- as written, and never searched: groups and transaction sets with their findings, as read so far
    state          text not null check (state in ('reading', 'accepted', 'partly accepted', 'rejected')),
    primary key (receipt, ordinal)
);
-- A control number counts once per sender; an interchange refused as a repetition does not take the place.
create table control_number_seen (
    partner        text not null,
    standard       text not null,
    control_number text not null,
    receipt        uuid not null references receipt,
    primary key (partner, standard, control_number)
);

-- Every document, in either direction; also what was received but could not become a document.
create table document (
    id             uuid primary key,
    direction      text not null check (direction in ('in', 'out')),
    partner        text not null,
    type           text not null,                -- Order, Invoice, …; Acknowledgement; Unreadable
    format         text not null,                -- x12, edifact, json, smooks
    transaction_set text not null default '',    -- 850, ORDERS
    number         text not null default '',     -- the number its sender gave it
    order_number   text not null default '',
    state          text not null check (state in ('accepted', 'rejected', 'parked', 'due', 'sent', 'acknowledged')),
    receipt        uuid references receipt,      -- in: where it came from; …
    interchange    int,
    set_ordinal    int,                          -- … which transaction set of the interchange, from 1; …
    from_offset    bigint,                       -- … and which bytes of the receipt
    to_offset      bigint,
    control_number text not null default '',     -- interchange/group/set, as sent
    cause          uuid references document,     -- out: the document it was made from, or acknowledges
    consumer       uuid,                         -- whose key seals the body; null when it names no person
    body           bytea,                        -- canonical JSON, sealed when consumer is set
    created_at     timestamptz not null,
    updated_at     timestamptz not null
);
create unique index document_in_once on document (receipt, interchange, set_ordinal) where direction = 'in';
create unique index document_number_once on document (partner, type, number)
    where direction = 'in' and state = 'accepted' and number <> '' and type <> 'Acknowledgement';
create index document_recent on document (created_at desc, id);
create index document_by_order on document (partner, order_number) where order_number <> '';
create index document_by_cause on document (cause) where cause is not null;

create table finding (
    receipt       uuid not null references receipt,
    document      uuid references document,
    ordinal       int  not null,
    code          text not null,
    severity      text not null,
    segment       text not null default '',
    position      int  not null default 0,
    element       int  not null default 0,
    component     int  not null default 0,
    repetition    int  not null default 0,
    byte_offset   bigint not null default -1,
    text          text not null,
    value         text not null default '',
    primary key (receipt, ordinal)
);
create index finding_by_document on finding (document) where document is not null;

-- The journey of a document, one row a step: received, read, acknowledged, translated, checked, booked, dispatched, sent …
create table step (
    id       bigint generated always as identity primary key,
    document uuid        not null references document,
    at       timestamptz not null,
    name     text        not null,
    detail   text        not null default ''
);
create index step_by_document on step (document, id);

create table outbox (
    id           bigint generated always as identity primary key,
    document     uuid        not null references document,
    channel      text        not null,
    ordering_key text        not null,           -- rows of one key leave in the order of their ids
    name         text        not null,           -- file name, or the duplicate id on a queue
    content_type text        not null,
    consumer     uuid,                           -- whose key seals the payload; null when it names no person
    payload      bytea       not null,
    state        text        not null check (state in ('due', 'sent', 'parked')),
    attempts     int         not null default 0,
    resends      int         not null default 0, -- how often an operator had it sent again after it was sent
    due_at       timestamptz not null default now(),
    last_error   text        not null default '',
    created_at   timestamptz not null,
    sent_at      timestamptz
);
create index outbox_due on outbox (channel, ordering_key, id) where state = 'due';
create index outbox_next on outbox (channel, id) where state = 'due';
create index outbox_by_document on outbox (document);

-- What the partner still owes us an answer for.
create table expected_acknowledgement (
    document            uuid primary key references document,
    partner             text not null,
    standard            text not null,
    interchange_control text not null,
    group_control       text not null default '',
    set_control         text not null,
    state               text not null check (state in
        ('pending', 'accepted', 'accepted with errors', 'rejected', 'overdue', 'late')),
    due_at              timestamptz not null,
    closed_at           timestamptz,
    closed_by           uuid references document
);
create index expected_acknowledgement_open on expected_acknowledgement (partner, standard, group_control, set_control)
    where closed_at is null;

-- The last number given out, per partner and kind (interchange, group, set).
create table control_number (
    partner text   not null,
    kind    text   not null,
    last    bigint not null,
    primary key (partner, kind)
);
