-- Who the consumer is. Personal data lies here and nowhere else, sealed under the consumer's own key.
create table consumer (
    id           uuid primary key,
    created_at   timestamptz not null,
    wrapped_key  bytea,                          -- AES-256 key, sealed under the master key; null once erased
    wrapped_with text  not null,                 -- name of the master key, so that it can rotate
    identity     bytea,                          -- name, e-mail, phone, address, sealed under the consumer's key
    erased_at    timestamptz,
    check ((erased_at is null) = (wrapped_key is not null)),
    check (erased_at is null or identity is null)
);

-- HMAC-SHA-256 of a normalised e-mail or phone under the brand's key: how a person is found again.
create table consumer_match (
    token    bytea primary key check (length(token) = 32),
    kind     text  not null check (kind in ('email', 'phone')),
    consumer uuid  not null references consumer deferrable initially deferred
);
create index consumer_match_by_consumer on consumer_match (consumer);
