package io.engageroutes.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class SandboxRatesTest {

    @Test
    void everyWorkingDayHasARateOfEveryCurrency() throws Exception {
        TreeMap<LocalDate, Set<String>> days = new TreeMap<>();
        LocalDate day = null;
        NodeList cubes = cubes();
        for (int i = 0; i < cubes.getLength(); i++) {
            Element cube = (Element) cubes.item(i);
            if (cube.hasAttribute("time")) {
                day = LocalDate.parse(cube.getAttribute("time"));
                days.put(day, new TreeSet<>());
            } else if (cube.hasAttribute("currency")) {
                days.get(day).add(cube.getAttribute("currency"));
                assertThat(new BigDecimal(cube.getAttribute("rate")))
                        .isBetween(new BigDecimal("0.5"), new BigDecimal("15"));
            }
        }
        List<LocalDate> working = LocalDate.of(2026, 10, 26)
                .datesUntil(LocalDate.of(2026, 11, 21))
                .filter(date -> date.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0)
                .toList();
        assertThat(days.keySet()).containsExactlyElementsOf(working);
        assertThat(days.values())
                .allSatisfy(currencies -> assertThat(currencies).containsExactly("DKK", "GBP", "NOK", "SEK", "USD"));
    }

    private static NodeList cubes() throws Exception {
        try (InputStream in = SandboxRatesTest.class.getResourceAsStream("/sandbox/rates/eurofxref-sandbox.xml")) {
            return DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(in)
                    .getElementsByTagName("Cube");
        }
    }
}
