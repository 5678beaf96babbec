package io.engageroutes.delivery;

/** What is done about an action whose answer was lost. */
public enum LostAction {
    /** Engage is asked: another version of the order means that it was done. */
    LOOK,
    /** It is done again. */
    REPEAT,
    /** Somebody is to decide. */
    DEAD_LETTER
}
