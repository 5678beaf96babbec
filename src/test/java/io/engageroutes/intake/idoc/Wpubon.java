package io.engageroutes.intake.idoc;

/** Writes synthetic WPUBON01 IDocs, by the field lists that SAP publishes. */
final class Wpubon {

    private Wpubon() {}

    static String document(String... idocs) {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<WPUBON01>" + String.join("\n", idocs) + "</WPUBON01>";
    }

    static String idoc(String number, String... receipts) {
        return idocOf("WPUBON01", "WPUBON", number, receipts);
    }

    static String idocOf(String type, String message, String number, String... content) {
        return """
                <IDOC BEGIN="1"><EDI_DC40 SEGMENT="1"><TABNAM>EDI_DC40</TABNAM><MANDT>800</MANDT><DOCNUM>%s</DOCNUM>\
                <DIRECT>2</DIRECT><IDOCTYP>%s</IDOCTYP><MESTYP>%s</MESTYP><SNDPRT>KU</SNDPRT><SNDPRN>0000003004</SNDPRN>\
                <CREDAT>20261120</CREDAT><CRETIM>230000</CRETIM><SERIAL>20261120230000</SERIAL></EDI_DC40>
                %s</IDOC>""".formatted(number, type, message, String.join("\n", content));
    }

    static String one(String... segments) {
        return document(idoc("0000000000000001", receipt("000901", segments)));
    }

    static String receipt(String number, String... segments) {
        return """
                <E1WPB01 SEGMENT="1"><POSKREIS>03004</POSKREIS><KASSID>02</KASSID><VORGDATUM>20261120</VORGDATUM>\
                <VORGZEIT>152205</VORGZEIT><BONNUMMER>%s</BONNUMMER><KUNDNR>0000070066</KUNDNR><KASSIERER>17</KASSIERER>\
                <CSHNAME>Karin Kassa</CSHNAME><BELEGWAERS>SEK</BELEGWAERS>
                %s</E1WPB01>""".formatted(number, String.join("\n", segments));
    }

    static String item(String sign, String article, String quantity, String... segments) {
        return """
                <E1WPB02 SEGMENT="1"><QUALARTNR>ARTN</QUALARTNR><ARTNR>%s</ARTNR><VORZEICHEN>%s</VORZEICHEN><MENGE>%s</MENGE>\
                <VERKAEUFER>99</VERKAEUFER>%s</E1WPB02>""".formatted(article, sign, quantity, String.join("", segments));
    }

    static String condition(String type, String sign, String value) {
        return "<E1WPB03 SEGMENT=\"1\"><VORZEICHEN>%s</VORZEICHEN><KONDITION>%s</KONDITION><KONDVALUE>%s</KONDVALUE></E1WPB03>"
                .formatted(sign, type, value);
    }

    static String price(String value) {
        return condition("VKP0", "", value);
    }

    static String tax(String code, String amount) {
        return "<E1WPB04 SEGMENT=\"1\"><MWSKZ>%s</MWSKZ><MWSBT>%s</MWSBT></E1WPB04>".formatted(code, amount);
    }

    static String header(String type, String sign, String value) {
        return "<E1WPB05 SEGMENT=\"1\"><VORZEICHEN>%s</VORZEICHEN><RABATTART>%s</RABATTART><RABVALUE>%s</RABVALUE></E1WPB05>"
                .formatted(sign, type, value);
    }

    static String tender(String type, String sign, String amount, String... fields) {
        return """
                <E1WPB06 SEGMENT="1"><VORZEICHEN>%s</VORZEICHEN><ZAHLART>%s</ZAHLART><SUMME>%s</SUMME><WAEHRUNG>SEK</WAEHRUNG>\
                <GUELTBIS>1229</GUELTBIS>%s</E1WPB06>""".formatted(sign, type, amount, String.join("", fields));
    }

    static String field(String name, String value) {
        return "<E1WXX01 SEGMENT=\"1\"><FLDGRP>CRM</FLDGRP><FLDNAME>%s</FLDNAME><FLDVAL>%s</FLDVAL></E1WXX01>"
                .formatted(name, value);
    }
}
