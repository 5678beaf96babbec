-- What must survive a restart. Plain enough for both H2 and PostgreSQL; times are milliseconds since 1970, in UTC.

create table document (
    id            varchar(80)  primary key,
    source        varchar(80)  not null,
    name          varchar(500) not null,
    fingerprint   varchar(64)  not null,  -- what the document is recognised by before it is read: name, size and time, or message id
    content_hash  varchar(64),            -- of the raw bytes, known when all is read
    copy_of       varchar(80),            -- an earlier document with the same bytes
    state         varchar(12)  not null,  -- reading, done, failed
    size_bytes    bigint,
    seen          bigint       not null default 0,
    receipts      bigint       not null default 0,
    non_sales     bigint       not null default 0,
    rejected      bigint       not null default 0,
    reasons       varchar(2000),          -- non-sales by reason
    fault         varchar(2000),          -- where and why reading stopped
    started_at    bigint       not null,
    finished_at   bigint
);
create index document_fingerprint on document (source, fingerprint);
create index document_content on document (content_hash);
create index document_name on document (name);
create index document_started on document (started_at);

create table receipt_claim (
    business_key  varchar(100) primary key,
    content_hash  varchar(32)  not null,
    state         varchar(10)  not null,  -- claimed, delivered
    message_id    varchar(100) not null,  -- the message that holds the claim, or that was delivered
    claimed_until bigint       not null
);

create table message_ledger (
    message_id     varchar(100) primary key,
    flow           varchar(20)  not null,
    business_key   varchar(100),
    receipt_number varchar(100),
    contact_hash   varchar(32),           -- never the contact key itself
    source         varchar(80)  not null,
    document_id    varchar(80)  not null,
    place          varchar(200),
    ended          varchar(10)  not null, -- delivered, skipped, duplicate, dead
    reason         varchar(500),
    exchange_rate  numeric(30, 15),
    rate_date      varchar(10),
    attempts       integer      not null,
    replays        integer      not null,
    ended_at       bigint       not null
);
create index message_ledger_key on message_ledger (business_key);
create index message_ledger_number on message_ledger (receipt_number);
create index message_ledger_contact on message_ledger (contact_hash);
create index message_ledger_document on message_ledger (document_id);

create table dead_letter (
    message_id     varchar(100) primary key,
    state          varchar(10)  not null, -- dead, replayed, delivered, skipped, duplicate, discarded
    flow           varchar(20)  not null,
    source         varchar(80)  not null,
    document_id    varchar(80)  not null,
    place          varchar(200),
    business_key   varchar(100),
    receipt_number varchar(100),
    reason         varchar(500) not null, -- the fault codes, to list and count by
    faults         varchar(1000000) not null, -- JSON, every fault with place, value and rule
    original       varchar(10000000),     -- the source's own text where the reader kept it
    canonical      varchar(10000000),     -- canonical JSON
    payload        varchar(10000000),     -- what was, or would have been, sent to Engage
    answer         varchar(10000),        -- what Engage said
    attempts       integer      not null,
    replays        integer      not null,
    history        varchar(1000000) not null, -- JSON, what happened to it and when
    died_at        bigint       not null,
    changed_at     bigint       not null
);
create index dead_letter_state on dead_letter (state, reason);
create index dead_letter_key on dead_letter (business_key);
create index dead_letter_number on dead_letter (receipt_number);
create index dead_letter_document on dead_letter (document_id);

create table file_claim (
    file_key      varchar(600) primary key,
    owner         varchar(100) not null,
    claimed_until bigint       not null
);

-- the limit of calls per API key, shared by all instances; the id is a hash of the key
create table engage_limit (
    id    varchar(64) primary key,
    state bytea
);
