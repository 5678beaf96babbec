-- What each contact's systems said last, so that older news never overwrite newer ones. Hashes only, salted with the contact's id.

create table contact_news (
    contact_hash varchar(32)  not null, -- of the contact's id in Engage
    item         varchar(200) not null, -- such as attributes.city, preferences.acceptsEmail, consents.memberTerms
    value_hash   varchar(32)  not null,
    changed_at   bigint       not null, -- when the source changed it
    primary key (contact_hash, item)
);
