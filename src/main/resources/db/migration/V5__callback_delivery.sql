-- Which callbacks were taken, so that one that a shop sends again is known.

create table callback_delivery (
    delivery_key  varchar(64)  primary key, -- a hash of source, delivery id and bytes
    inbox_message varchar(100) not null,    -- the JMS message that took it
    taken_at      bigint       not null
);
create index callback_delivery_taken on callback_delivery (taken_at);
