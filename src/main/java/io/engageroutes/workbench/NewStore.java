package io.engageroutes.workbench;

import io.engageroutes.receipt.StoreRegister;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A row for the store register.
 *
 * @param zone IANA name such as {@code Europe/Stockholm}
 * @param country two letters, or empty
 * @param language such as {@code sv-SE}, or empty
 */
public record NewStore(String id, String name, String zone, String country, String language) {

    /**
     * Reads {@code ID,NAME,ZONE[,COUNTRY[,LANGUAGE]]}.
     *
     * @throws CannotTry when it is not so
     */
    public static NewStore of(String text) {
        String[] parts = text.split(",", -1);
        if (parts.length < 3 || parts.length > 5) {
            throw new CannotTry(
                    "the store '" + text
                            + "' must be given as ID,NAME,ZONE[,COUNTRY[,LANGUAGE]], such as 014,Solna,Europe/Stockholm,SE,sv-SE");
        }
        return new NewStore(parts[0].strip(), parts[1].strip(), parts[2].strip(), part(parts, 3), part(parts, 4));
    }

    private static String part(String[] parts, int at) {
        return parts.length > at ? parts[at].strip() : "";
    }

    /**
     * Adds rows at the end of the register.
     *
     * @return the register when anything was added
     * @throws CannotTry when it would be wrong afterwards; then it is left as it is
     */
    static Optional<Path> add(List<NewStore> stores, Path register) throws IOException {
        if (stores.isEmpty()) {
            return Optional.empty();
        }
        String before = Files.readString(register);
        String after = before
                + (before.isEmpty() || before.endsWith("\n") ? "" : "\n")
                + stores.stream().map(NewStore::row).collect(Collectors.joining());
        check(after, register);
        Files.writeString(register, after);
        return Optional.of(register);
    }

    /**
     * Says whether these stores may be added.
     *
     * @throws CannotTry with all that is wrong
     */
    public static void check(List<NewStore> stores, Path register) {
        try {
            String rows = stores.stream().map(NewStore::row).collect(Collectors.joining());
            check(Files.readString(register) + "\n" + rows, register);
        } catch (IOException e) {
            throw new CannotTry(register + " cannot be read: " + e.getMessage());
        }
    }

    private static void check(String csv, Path register) throws IOException {
        try {
            StoreRegister.read(new StringReader(csv), register.toString());
        } catch (IllegalArgumentException wrong) {
            throw new CannotTry(wrong.getMessage());
        }
    }

    private String row() {
        return String.join(";", cell(id), cell(name), cell(zone), cell(country), cell(language)) + "\n";
    }

    private static String cell(String value) {
        return value.contains(";") || value.contains("\"") || value.startsWith("#")
                ? '"' + value.replace("\"", "\"\"") + '"'
                : value;
    }
}
