package io.engageroutes.reconcile;

import com.univocity.parsers.csv.CsvParser;
import com.univocity.parsers.csv.CsvParserSettings;
import io.engageroutes.receipt.ContactKey;
import io.engageroutes.receipt.ContactKeyType;
import java.io.Reader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Who bought: the side file that a fiscal record needs, for it names nobody. */
public final class MemberList {

    private static final Set<String> COLUMNS = Set.of("transaction", "member", "type", "register", "store");

    /** The file cannot be used; the message names every wrong line and never a member. */
    public static final class Unusable extends RuntimeException {

        Unusable(String message) {
            super(message);
        }
    }

    /**
     * One row.
     *
     * @param register null when the file does not say; transaction ids are unique only within a register
     * @param store null when the file does not say
     */
    public record Member(int line, String transaction, String register, String store, ContactKey key) {

        boolean isOf(FiscalSale sale) {
            return Matching.plain(transaction)
                            .equals(Matching.plain(sale.receipt().receiptNumber()))
                    && (register == null || register.equals(sale.receipt().registerId()))
                    && (store == null || store.equals(sale.receipt().storeId()));
        }
    }

    private final List<Member> members = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();

    /**
     * Reads CSV with the header {@code transaction;member}, and the columns {@code type}, {@code register} and {@code store} where
     * wanted, in any order.
     *
     * @param otherwise the type of keys where the file has none
     * @throws Unusable with all that is wrong
     */
    public static List<Member> read(Reader csv, ContactKeyType otherwise) {
        MemberList list = new MemberList();
        CsvParserSettings settings = new CsvParserSettings();
        settings.getFormat().setDelimiter(';');
        settings.setMaxCharsPerColumn(1000);
        settings.setMaxColumns(64);
        CsvParser parser = new CsvParser(settings);
        try {
            parser.beginParsing(csv);
            list.rows(parser, otherwise);
        } catch (RuntimeException e) {
            if (e instanceof Unusable) {
                throw e;
            }
            throw new Unusable("the members cannot be read: they must be CSV in UTF-8 with ';' between the columns");
        } finally {
            parser.stopParsing();
        }
        list.demandNoProblems();
        return List.copyOf(list.members);
    }

    private void rows(CsvParser parser, ContactKeyType otherwise) {
        String[] head = parser.parseNext();
        Map<String, Integer> columns = columns(head == null ? new String[0] : head);
        Set<List<String>> seen = new HashSet<>();
        for (String[] row = parser.parseNext(); row != null; row = parser.parseNext()) {
            int line = (int) parser.getContext().currentLine();
            String transaction = cell(row, columns, "transaction");
            String member = cell(row, columns, "member");
            ContactKeyType type = type(cell(row, columns, "type"), otherwise);
            if (transaction == null || member == null || type == null) {
                problems.add("line " + line + ": needs a transaction and a member"
                        + (type == null
                                ? ", and as type one of "
                                        + Stream.of(ContactKeyType.values())
                                                .map(Enum::name)
                                                .collect(Collectors.joining(", "))
                                : ""));
                continue;
            }
            String register = cell(row, columns, "register");
            String store = cell(row, columns, "store");
            if (!seen.add(Arrays.asList(transaction, register, store))) {
                problems.add("line " + line + ": transaction " + transaction
                        + " has a member already; leave one of the two");
            }
            members.add(new Member(line, transaction, register, store, new ContactKey(type, member)));
        }
    }

    private Map<String, Integer> columns(String[] head) {
        Map<String, Integer> columns = new HashMap<>();
        for (int at = 0; at < head.length; at++) {
            String name = head[at] == null ? "" : head[at].strip().toLowerCase(Locale.ROOT);
            if (!COLUMNS.contains(name) || columns.put(name, at) != null) {
                problems.add("line 1: the header may have each of "
                        + String.join(", ", COLUMNS.stream().sorted().toList()) + " once");
            }
        }
        if (!columns.keySet().containsAll(Set.of("transaction", "member"))) {
            problems.add("line 1: must be the header transaction;member");
        }
        demandNoProblems();
        return columns;
    }

    private static String cell(String[] row, Map<String, Integer> columns, String name) {
        Integer at = columns.get(name);
        String cell = at == null || at >= row.length ? null : row[at];
        return cell == null || cell.isBlank() ? null : cell.strip();
    }

    private static ContactKeyType type(String name, ContactKeyType otherwise) {
        return name == null
                ? otherwise
                : Stream.of(ContactKeyType.values())
                        .filter(type -> type.name().equalsIgnoreCase(name))
                        .findFirst()
                        .orElse(null);
    }

    private void demandNoProblems() {
        if (!problems.isEmpty()) {
            throw new Unusable("the members cannot be used:\n  " + String.join("\n  ", problems));
        }
    }
}
