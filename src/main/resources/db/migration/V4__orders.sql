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
