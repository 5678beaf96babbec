package io.engageroutes.scenarios;

import java.io.IOException;
import java.nio.file.Files;

/** POSLog 6 documents of store 3004, made of one of the sandbox's samples. */
final class PosLogs {

    private static final String BEGINNING = "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n";

    private PosLogs() {}

    /** The business key of the receipt with that number. */
    static String key(String number) {
        return "till-extenda-3004-1-20261104-" + number;
    }

    static String document(String... numbers) throws IOException {
        return document("", numbers);
    }

    /** @param prolog stands between the XML declaration and the root */
    static String document(String prolog, String[] numbers) throws IOException {
        String sample = sample();
        int from = sample.lastIndexOf("<Transaction ");
        int to = sample.lastIndexOf("</Transaction>") + "</Transaction>".length();
        StringBuilder document =
                new StringBuilder(BEGINNING + prolog + sample.substring(root(sample), sample.indexOf("<Transaction ")));
        for (String number : numbers) {
            document.append(sample.substring(from, to)
                            .replace("<SequenceNumber>4131<", "<SequenceNumber>" + number + "<"))
                    .append('\n');
        }
        return document + sample.substring(to);
    }

    private static int root(String sample) {
        return sample.indexOf("<POSLog");
    }

    private static String sample() throws IOException {
        return Files.readString(SampleTables.FOLDER.resolve("till-extenda/3004_20261104_1.xml"));
    }
}
