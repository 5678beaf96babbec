package io.engageroutes.intake.saft;

import io.engageroutes.intake.xml.Element;
import io.engageroutes.intake.xml.Moment;
import java.math.BigDecimal;
import java.time.LocalDate;

/** Finds the Z reports among a cash register's events. */
final class ZReportReader {

    private final SaftLayout layout;
    private final Codes codes;

    ZReportReader(SaftLayout layout, Codes codes) {
        this.layout = layout;
        this.codes = codes;
    }

    /** Null for any other event, and for a report without a readable time or amount: nothing can be compared with it. */
    ZReport read(Element event, Location location) {
        Element report = event.child("eventReport");
        if (report == null) {
            return null;
        }
        boolean isZ = codes.isOneOf(layout.zReportTypes, Codes.EVENTS, Findings.text(event, "eventType"))
                || layout.zReportTypes.contains(String.valueOf(Findings.text(report, "reportType")));
        Findings unreadable = new Findings("");
        BigDecimal cash = inside(report, "reportTotalCashSales", "totalCashSaleAmnt", unreadable);
        Moment at = moment(event, report);
        if (!isZ || cash == null || at == null || !unreadable.faults().isEmpty()) {
            return null;
        }
        BigDecimal credit = orZero(inside(report, "reportCreditSales", "creditSalesAmnt", unreadable));
        BigDecimal memos = orZero(inside(report, "reportCreditMemos", "creditMemosAmnt", unreadable));
        return new ZReport(
                location.store(),
                location.register(),
                Findings.text(report, "reportID"),
                at.local(),
                cash.add(credit).subtract(layout.zReportsAreNet ? memos.abs() : BigDecimal.ZERO),
                layout.zReportsAreNet);
    }

    private static BigDecimal inside(Element report, String group, String name, Findings findings) {
        Element found = report.child(group);
        return found == null ? null : findings.amount(found, name, group + "/");
    }

    private static BigDecimal orZero(BigDecimal amount) {
        return amount == null ? BigDecimal.ZERO : amount;
    }

    private static Moment moment(Element event, Element report) {
        String day = Findings.text(report, "reportDate");
        String time = Findings.text(report, "reportTime");
        if (day == null || time == null) {
            day = Findings.text(event, "eventDate");
            time = Findings.text(event, "eventTime");
        }
        LocalDate date = day == null ? null : Moment.parseDate(day);
        return date == null || time == null ? null : Moment.parse(date + "T" + time);
    }
}
