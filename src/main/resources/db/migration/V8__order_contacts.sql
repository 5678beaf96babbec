-- Who ordered, for refunds that name their order only.

create table order_contact (
    order_id     varchar(100)  primary key,
    contact_keys varchar(4000) not null, -- type and value, one key a line: personal data, kept for receipts.order-contacts-for
    noted_at     bigint        not null
);
create index order_contact_noted on order_contact (noted_at);
