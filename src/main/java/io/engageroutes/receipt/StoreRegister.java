package io.engageroutes.receipt;

import java.io.IOException;
import java.io.Reader;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The stores that are known, from {@code routes/data/stores.csv}. */
public final class StoreRegister {

    private static final Set<String> ZONES = ZoneId.getAvailableZoneIds();
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

    private final Map<String, Store> stores;

    public StoreRegister(Collection<Store> stores) {
        this.stores = stores.stream().collect(Collectors.toUnmodifiableMap(Store::id, Function.identity()));
    }

    /**
     * Reads the register: CSV with the header {@code id;name;zone;country;language}; lines that begin with {@code #} are
     * comments. Country and language may be empty.
     *
     * @param fileName what to call it in messages
     * @throws IllegalArgumentException with every fault of the file, each naming file and line
     */
    public static StoreRegister read(Reader csv, String fileName) throws IOException {
        DataTable table = new DataTable(csv, fileName, "id", "name", "zone", "country", "language");
        Map<String, Integer> seen = new HashMap<>();
        Map<String, Store> stores = new LinkedHashMap<>();
        for (DataTable.Row row : table.rows()) {
            if (isGood(row, seen)) {
                stores.put(row.cell("id"), store(row));
            }
        }
        table.demandNoProblems();
        return new StoreRegister(stores.values());
    }

    private static boolean isGood(DataTable.Row row, Map<String, Integer> seen) {
        String id = row.cell("id");
        Integer before = seen.putIfAbsent(id, row.line());
        if (id.isEmpty()) {
            row.wrong("id", "is empty; give the store's id as its tills send it");
        } else if (before != null) {
            row.wrong("id", "is already on line " + before + "; keep one of the two");
        }
        if (row.cell("name").isEmpty()) {
            row.wrong("name", "is empty; give the name people know the store by");
        }
        // A fixed offset such as +01:00 would be wrong for half of the year, so only names of zones.
        boolean zone = ZONES.contains(row.cell("zone"));
        if (!zone) {
            row.wrong("zone", "is not a time zone; give its IANA name such as Europe/Stockholm");
        }
        String country = row.cell("country");
        if (!country.isEmpty() && !COUNTRIES.contains(country)) {
            row.wrong("country", "is not a country; give two capital letters such as SE");
        }
        String language = row.cell("language");
        if (!language.matches("([a-z]{2,3}(-[A-Z]{2})?)?")) {
            row.wrong("language", "is not a culture; write it like sv-SE or leave it empty");
        }
        return zone;
    }

    private static Store store(DataTable.Row row) {
        return new Store(
                row.cell("id"),
                row.cell("name"),
                ZoneId.of(row.cell("zone")),
                orNull(row.cell("country")),
                orNull(row.cell("language")));
    }

    private static String orNull(String cell) {
        return cell.isEmpty() ? null : cell;
    }

    public Optional<Store> store(String id) {
        return Optional.ofNullable(id).map(stores::get);
    }
}
