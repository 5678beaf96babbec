package io.engageroutes.check;

import io.engageroutes.intake.shipped.ShippedFormats;
import io.engageroutes.receipt.Nearest;
import java.nio.file.Path;
import java.util.Set;
import java.util.function.Consumer;

/**
 * A source that has a format and a layout.
 *
 * @param file of the layout, relative to {@code routes}; it is there
 * @param layout where its name stands
 */
record LayoutUse(String format, Path file, Option layout) {

    /** Null when it has none, or what it says is wrong, which was said then. */
    static LayoutUse of(Endpoint endpoint, Layouts layouts, Consumer<Finding> findings) {
        Option format = endpoint.option("format").orElse(null);
        Option layout = endpoint.option("layout").orElse(null);
        if (isOpen(format) || layout != null && isOpen(layout)) {
            return null;
        }
        Set<String> known = ShippedFormats.names();
        if (!known.contains(format.value())) {
            findings.accept(format.wrong(
                    "there is no format '" + format.value() + "'",
                    Nearest.meant(format.value(), known, "there are " + Nearest.list(known))));
            return null;
        }
        String name = layout == null ? "none" : layout.value();
        Path file = layouts.formats().file(format.value(), name);
        if (file == null) {
            withoutFile(format, layout, layouts, findings);
        } else if (ShippedFormats.isThere(file)) {
            return new LayoutUse(format.value(), layouts.relative(file), layout);
        } else {
            findings.accept(layout.wrong(
                    "there is no layout '" + name + "'",
                    Nearest.meant(
                            name,
                            layouts.readableBy(format.value()),
                            "a file " + layouts.relative(file) + " is meant")));
        }
        return null;
    }

    private static boolean isOpen(Option option) {
        return option == null || option.value() == null || option.isResolvedLater();
    }

    private static void withoutFile(Option format, Option layout, Layouts layouts, Consumer<Finding> findings) {
        Set<String> there = layouts.readableBy(format.value());
        try {
            layouts.formats().format(format.value(), layout == null ? "none" : layout.value());
        } catch (IllegalArgumentException e) {
            findings.accept(
                    layout == null
                            ? format.wrong(
                                    "the format '" + format.value() + "' needs a layout",
                                    there.isEmpty() ? "add `layout`" : "add `layout`; there are " + Nearest.list(there))
                            : layout.wrong(
                                    e.getMessage(),
                                    there.isEmpty() ? "take `layout` out" : "name one of " + Nearest.list(there)));
        }
    }

    boolean isOf(String wanted, Path at) {
        return format.equals(wanted) && file.equals(at);
    }

    Finding wrongFormat(String other) {
        return layout.wrong(
                "the layout '" + layout.value() + "' is none of the format '" + format + "'",
                "did you mean `format: " + other + "`?");
    }
}
