package io.engageroutes.receipt;

/**
 * What identifies a contact in Engage.
 *
 * @param type the kind of key, one of Engage's match key types
 * @param value the key as the source has it; a string, leading zeros count
 */
public record ContactKey(ContactKeyType type, String value) {}
