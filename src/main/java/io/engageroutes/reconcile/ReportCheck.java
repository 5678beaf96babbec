package io.engageroutes.reconcile;

import io.engageroutes.intake.saft.ZReport;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A Z report against the transactions since the report before it.
 *
 * @param sum what the transactions come to
 */
public record ReportCheck(ZReport report, BigDecimal sum) {

    /** A register; null parts compare as themselves. */
    private record Register(String store, String id) {}

    public boolean agrees() {
        return report.sales().compareTo(sum) == 0;
    }

    static List<ReportCheck> of(FiscalRecord fiscal) {
        Map<Register, List<FiscalRecord.Moment>> sales = new HashMap<>();
        fiscal.moments().forEach(sale -> sales.computeIfAbsent(
                        new Register(sale.store(), sale.register()), any -> new ArrayList<>())
                .add(sale));
        List<ZReport> reports = new ArrayList<>(fiscal.zReports());
        reports.sort(Comparator.comparing(ZReport::at));
        Map<Register, LocalDateTime> before = new HashMap<>();
        Set<List<Object>> seen = new HashSet<>();
        List<ReportCheck> checks = new ArrayList<>();
        for (ZReport report : reports) {
            Register register = new Register(report.store(), report.register());
            // exports overlap
            if (seen.add(List.of(register, report.at()))) {
                LocalDateTime since = before.put(register, report.at());
                checks.add(new ReportCheck(report, sum(report, since, sales.getOrDefault(register, List.of()))));
            }
        }
        return checks.stream().filter(check -> fiscal.isWanted(check.report())).toList();
    }

    private static BigDecimal sum(ZReport report, LocalDateTime since, List<FiscalRecord.Moment> sales) {
        return sales.stream()
                .filter(sale -> !sale.at().isAfter(report.at())
                        && (since == null || sale.at().isAfter(since)))
                .map(FiscalRecord.Moment::total)
                .filter(total -> report.net() || total.signum() > 0)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
