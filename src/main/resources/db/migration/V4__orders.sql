-- Orders and contacts: one message after another for each order or contact. Times are milliseconds since 1970, in UTC.

create table turn (
    flow          varchar(20)  not null,  -- orders, contacts
    business_key  varchar(100) not null,  -- the order, or the contact's hash
    message_id    varchar(100) not null,
    place         bigint generated always as identity, -- in the order in which they came first
    due_at        bigint       not null,  -- when the message is to come again
    missed_at     bigint,                 -- when another one first found it overdue
    primary key (flow, business_key, message_id)
);
create index turn_next on turn (flow, business_key, place);

-- What Engage holds of an order, as far as we know, and the job that is under way for it.
create table order_state (
    order_id    varchar(100) primary key,
    canonical   varchar(10000000),         -- the newest whole state without an action; its changedAt says from when
    known       boolean      not null,     -- whether Engage confirmed that it has the order (version 3)
    again       boolean      not null,     -- whether it is to be sent again, since Engage did not find its contact then
    message_id  varchar(100),              -- the message that last changed the state
    job_id      varchar(200),
    job_for     varchar(20),               -- create, replace, change-status, change-delivery, action
    job_message varchar(100),
    job_since   bigint,
    kept_at     bigint       not null
);
create index order_state_kept on order_state (kept_at);

-- What customers were told, once each. A claim that was not confirmed may have been done: its answer was lost.
create table order_action (
    order_id    varchar(100) not null,
    name        varchar(100) not null,
    action_id   varchar(100) not null,
    state       varchar(10)  not null,     -- claimed, done
    version_tag varchar(200),
    repeated    boolean      not null,     -- whether an earlier call may have arrived as well
    message_id  varchar(100) not null,
    replays     integer      not null,
    claimed_at  bigint       not null,
    primary key (order_id, name, action_id)
);
create index order_action_claimed on order_action (claimed_at);
