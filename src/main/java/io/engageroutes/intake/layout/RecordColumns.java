package io.engageroutes.intake.layout;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Which columns of which types of record a layout reads. A record lends its columns to those that stand in it; where two that are no
 * more than neighbours have the same column nobody could tell which one counts.
 */
final class RecordColumns {

    private final Mapping mapping;
    private final RecordTypes records;

    RecordColumns(Mapping mapping, RecordTypes records) {
        this.mapping = mapping;
        this.records = records;
    }

    void check(Section file) {
        read(file);
    }

    /** By type, the columns that are read. */
    Map<String, Set<String>> columns() {
        return read(null);
    }

    private Map<String, Set<String>> read(Section file) {
        Map<String, Set<String>> read = new TreeMap<>();
        List<RecordType> ofReceipt = types(RecordKind.FILE_HEADER, RecordKind.RECEIPT_PART, RecordKind.RECEIPT_TRAILER);
        List<RecordType> inReceipt = Stream.concat(types(RecordKind.RECEIPT).stream(), ofReceipt.stream())
                .toList();
        List<RecordType> aroundLine = Stream.concat(types(RecordKind.LINE_PART).stream(), inReceipt.stream())
                .toList();
        List<RecordType> behindLine = Stream.concat(types(RecordKind.LINE).stream(), aroundLine.stream())
                .toList();
        resolve(file, read, RecordKind.RECEIPT, ofReceipt, mapping.repeated().stream());
        resolve(file, read, RecordKind.LINE, aroundLine, mapping.line().all());
        resolve(
                file,
                read,
                RecordKind.LINE_DISCOUNT,
                behindLine,
                fields(mapping.line().discountRow()));
        TaxFields lineTax = mapping.line().taxRow();
        resolve(file, read, RecordKind.LINE_TAX, behindLine, lineTax == null ? Stream.of() : lineTax.fields());
        TenderFields tender = mapping.tenderRow();
        resolve(file, read, RecordKind.TENDER, inReceipt, tender == null ? Stream.of() : tender.fields());
        resolve(file, read, RecordKind.DISCOUNT, inReceipt, fields(mapping.discountRow()));
        TaxFields tax = mapping.taxRow();
        resolve(file, read, RecordKind.TAX, inReceipt, tax == null ? Stream.of() : tax.fields());
        for (RecordType type : records.types().values()) {
            if (type.kinds() != null) {
                resolve(
                        file,
                        read,
                        type,
                        List.of(),
                        type.kinds().field().columns().toList());
            }
            for (Tally tally : type.tallies()) {
                if (tally.declared() != null) {
                    resolve(
                            file,
                            read,
                            type,
                            List.of(),
                            tally.declared().columns().toList());
                }
                RecordType in = tally.in() == null ? null : records.types().get(tally.in());
                if (in != null && tally.summed() != null) {
                    resolve(file, read, in, List.of(), tally.summed().columns().toList());
                }
            }
        }
        return read;
    }

    private static Stream<Field> fields(DiscountFields discount) {
        return discount == null ? Stream.of() : discount.fields();
    }

    private List<RecordType> types(RecordKind... kinds) {
        return Stream.of(kinds).flatMap(records::of).toList();
    }

    private void resolve(
            Section file,
            Map<String, Set<String>> read,
            RecordKind kind,
            List<RecordType> around,
            Stream<Field> fields) {
        List<String> columns = fields.filter(Objects::nonNull)
                .flatMap(Field::columns)
                .distinct()
                .toList();
        records.of(kind)
                .filter(type -> type.kinds() == null || kind == RecordKind.LINE)
                .forEach(type -> resolve(file, read, type, around, columns));
    }

    private static void resolve(
            Section file,
            Map<String, Set<String>> read,
            RecordType own,
            List<RecordType> around,
            List<String> columns) {
        for (String column : columns) {
            List<RecordType> having = own.header().position(column) >= 0
                    ? List.of(own)
                    : around.stream()
                            .filter(type -> type.header().position(column) >= 0)
                            .toList();
            having.forEach(type ->
                    read.computeIfAbsent(type.name(), name -> new TreeSet<>()).add(column));
            if (file != null && having.size() != 1) {
                List<String> names = having.stream().map(RecordType::name).toList();
                file.fault(
                        having.isEmpty() ? "unknown-column" : "column-twice",
                        "records.types." + own.name() + ".columns",
                        column,
                        having.isEmpty()
                                ? "the layout reads this column of a record " + own.name()
                                        + ", so it has to stand in its columns or in those of a record around it"
                                : "the layout reads this column of a record " + own.name() + ", and " + names
                                        + " all have it: give the columns different names");
            }
        }
    }
}
