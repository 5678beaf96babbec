package io.engageroutes.wiring;

import io.engageroutes.editing.FolderUser;
import io.engageroutes.intake.DocumentFormat;
import io.engageroutes.intake.DocumentFormats;
import io.engageroutes.intake.shipped.ShippedFormats;
import java.nio.file.Path;

/** The formats with the layouts, profiles and mappings of the moment; a document is read to its end with those that it began with. */
final class LiveFormats implements DocumentFormats, FolderUser {

    private volatile ShippedFormats now;

    @Override
    public void use(Path routes) {
        now = new ShippedFormats(routes.resolve("layouts"));
    }

    @Override
    public DocumentFormat format(String format, String layout) {
        return now.format(format, layout);
    }
}
