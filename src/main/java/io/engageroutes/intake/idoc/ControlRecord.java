package io.engageroutes.intake.idoc;

import io.engageroutes.intake.xml.Element;

/**
 * What an IDoc says about itself in {@code EDI_DC40}.
 *
 * @param idocType IDOCTYP; trusted before the message type, which customers rename
 * @param messageType MESTYP
 * @param sender SNDPRN, the partner that sent it
 * @param client MANDT
 * @param number DOCNUM; with sender and client it is the same IDoc for ever
 * @param serial SERIAL, by which IDocs of one object are in order; or CREDAT and CRETIM when it is not filled
 */
record ControlRecord(
        Element element,
        String idocType,
        String messageType,
        String sender,
        String client,
        String number,
        String serial) {

    static ControlRecord of(Element control) {
        String created = text(control, "CREDAT") + text(control, "CRETIM");
        String serial = control.text("SERIAL");
        return new ControlRecord(
                control,
                text(control, "IDOCTYP"),
                text(control, "MESTYP"),
                text(control, "SNDPRN"),
                text(control, "MANDT"),
                text(control, "DOCNUM"),
                serial == null ? created : serial);
    }

    private static String text(Element control, String name) {
        String text = control.text(name);
        return text == null ? "" : text;
    }

    /** The IDoc in words: SNDPRN, MANDT and DOCNUM identify it, SERIAL says which of two is the later one. */
    @Override
    public String toString() {
        return "IDoc " + (number.isEmpty() ? "without number" : number)
                + (client.isEmpty() ? "" : " of client " + client)
                + (sender.isEmpty() ? "" : " from " + sender)
                + (serial.isEmpty() ? "" : ", serial " + serial);
    }
}
