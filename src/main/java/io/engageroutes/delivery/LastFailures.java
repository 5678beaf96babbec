package io.engageroutes.delivery;

/** When Engage last failed on another receipt than a given one; the last two different ones are all that need be remembered. */
final class LastFailures {

    private String last = "";
    private long lastAt;
    private long oneBeforeAt;

    /** @param at milliseconds since 1970 */
    synchronized void failed(String messageId, long at) {
        if (!messageId.equals(last)) {
            oneBeforeAt = lastAt;
            last = messageId;
        }
        lastAt = at;
    }

    /** 0 when it never did. */
    synchronized long onOthersThan(String messageId) {
        return messageId.equals(last) ? oneBeforeAt : lastAt;
    }
}
