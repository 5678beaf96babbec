-- Sales that their till took back after they were finalised.

create table post_void (
    business_key varchar(100) primary key, -- of the receipt that was taken back
    source       varchar(80)  not null,
    message_id   varchar(100) not null,    -- the post-void
    entered_at   bigint       not null
);

-- What would take a delivered receipt back, for sources with postVoids: return.
create table annulment (
    business_key varchar(100) primary key, -- of the receipt that was delivered
    canonical    varchar(10000000) not null,
    keep_until   bigint       not null
);
create index annulment_keep on annulment (keep_until);
