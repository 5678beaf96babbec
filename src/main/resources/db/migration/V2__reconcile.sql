-- What a receipt was, so that a day can be compared with a store's fiscal record. Null where the reader could not tell, and in
-- what ended before this version.

alter table message_ledger add column store_id varchar(100);
alter table message_ledger add column register_id varchar(100);
alter table message_ledger add column sequence_number varchar(100);
alter table message_ledger add column business_day varchar(10);  -- 2026-11-03, of the store's books
alter table message_ledger add column total varchar(40);         -- a plain decimal: to pay including VAT, before cash rounding
alter table message_ledger add column currency varchar(10);
alter table message_ledger add column occurred_at varchar(40);   -- with the offset of the store
create index message_ledger_day on message_ledger (source, business_day);
