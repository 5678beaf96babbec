package io.engageroutes.receipt;

/** The match key types of Engage's receipts; the names are Engage's spelling. */
public enum ContactKeyType {
    contactId,
    email,
    mobilePhone,
    memberNumber,
    externalId,
    socialSecurityNumber
}
