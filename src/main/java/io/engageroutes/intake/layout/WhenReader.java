package io.engageroutes.intake.layout;

import java.time.ZoneId;

/** Reads from a layout where a receipt's time stands and how it is written. */
final class WhenReader {

    private WhenReader() {}

    static When read(Section file, Section receipt, FieldReader fields) {
        Field date = fields.text(receipt, "date");
        Field time = fields.text(receipt, "time");
        Field both = fields.text(receipt, "dateTime");
        if (both == null ? date == null || time == null : date != null || time != null) {
            receipt.fault(
                    "missing-mapping",
                    "dateTime",
                    null,
                    "the time of the sale should be read either from `date` and `time` or from `dateTime`");
        }
        return new When(
                date,
                time,
                both,
                fields.text(receipt, "businessDate"),
                zone(receipt, fields),
                pattern(file, "date", "yyyy-MM-dd"),
                pattern(file, "time", "HH:mm:ss"),
                pattern(file, "dateTime", "yyyy-MM-dd'T'HH:mm:ss"));
    }

    private static Field zone(Section receipt, FieldReader fields) {
        Field zone = fields.text(receipt, "zone");
        if (zone != null) {
            zone.fixedValues()
                    .filter(name -> !ZoneId.getAvailableZoneIds().contains(name))
                    .forEach(name -> receipt.fault(
                            "unknown-value",
                            "zone",
                            name,
                            "the IANA name of a time zone should stand here, such as Europe/Stockholm"));
        }
        return zone;
    }

    private static Moment pattern(Section file, String key, String otherwise) {
        String pattern = file.text(key, otherwise);
        try {
            return Moment.of(pattern);
        } catch (IllegalArgumentException e) {
            file.fault(
                    "wrong-type",
                    key,
                    pattern,
                    "a pattern such as " + otherwise + " should stand here: " + e.getMessage());
            return Moment.of(otherwise);
        }
    }
}
