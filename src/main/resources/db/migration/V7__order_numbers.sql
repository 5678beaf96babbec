-- Of which receipts of its source the customer is sent a digital one: a dead letter that is replayed makes one too.
alter table dead_letter add column digital_receipts varchar(10) default 'none' not null;

-- A shop's running order numbers, so that one that never comes is noticed. Everything below first_number was before our time.
create table order_series (
    source         varchar(80) primary key,
    first_number   bigint not null,
    given_up       bigint not null, -- missing ones that are not looked for any more, since there were too many
    outside_number bigint,          -- the last one that cannot belong to the series
    outside_at     bigint,
    outside_count  bigint not null
);

-- Those that came, or were closed by hand: a row for each run without a gap.
create table order_numbers (
    source       varchar(80) not null,
    first_number bigint not null,
    last_number  bigint not null,
    seen_at      bigint not null, -- when the earliest of them came
    primary key (source, first_number)
);

-- Numbers that somebody says were never used.
create table order_number_closed (
    source    varchar(80) not null,
    number    bigint not null,
    note      varchar(1000) not null,
    closed_at bigint not null,
    primary key (source, number)
);
