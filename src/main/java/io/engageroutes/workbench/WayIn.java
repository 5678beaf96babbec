package io.engageroutes.workbench;

/** How the documents of a new source come in. */
public enum WayIn {
    /** Files in a folder of the SFTP server. */
    SFTP("create the folder %1$s on the SFTP server, for it is not created by us"),
    /** Messages on a queue of the broker. */
    JMS("have the sending system send to the queue %1$s.receipts"),
    /** Signed callbacks. */
    HTTP("have the sending system post to /callbacks/%1$s, signed with the secret of the setting %1$s.secrets");

    private final String toDo;

    WayIn(String toDo) {
        this.toDo = toDo;
    }

    /** What is left to do outside of this project. */
    public String toDo(String source) {
        return toDo.formatted(source);
    }

    /** What a sender says of a body in this format. */
    static String contentType(String format) {
        return switch (format) {
            case "json" -> "application/json";
            case "delimited" -> "text/csv";
            case "fixed-width" -> "text/plain";
            default -> "application/xml";
        };
    }
}
