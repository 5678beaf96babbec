package io.engageroutes.currency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EcbFilesTest {

    private static final LocalDate FRIDAY = LocalDate.of(2025, 5, 9);
    private static final LocalDate THURSDAY = LocalDate.of(2025, 5, 8);
    private static final String HISTORY_CSV = """
            Date,USD,SEK,RUB,HRK,
            2025-05-09,1.1252,10.92,N/A,N/A,
            2025-05-08,1.1297,10.91,N/A,N/A,
            2022-03-01,1.1162,10.7803,117.2010,7.5630,
            """;

    private static String xml(String days) {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <gesmes:Envelope xmlns:gesmes="http://www.gesmes.org/xml/2002-08-01"
                    xmlns="http://www.ecb.int/vocabulary/2002-08-01/eurofxref">
                <gesmes:subject>Reference rates</gesmes:subject>
                <Cube>%s</Cube>
                </gesmes:Envelope>""".formatted(days);
    }

    private static String day(String day, String sek) {
        return "\n<Cube time='" + day + "'>\n<Cube currency='SEK' rate='" + sek
                + "'/>\n<Cube currency='USD' rate='1.1'/></Cube>";
    }

    private static PublishedRates read(String file) throws IOException {
        return read(file.getBytes(StandardCharsets.UTF_8));
    }

    private static PublishedRates read(byte[] file) throws IOException {
        return EcbFiles.read(new ByteArrayInputStream(file), "rates.bin");
    }

    private static byte[] zip(String... contents) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (int i = 0; i < contents.length; i++) {
                zip.putNextEntry(new ZipEntry("eurofxref" + i + ".csv"));
                zip.write(contents[i].getBytes(StandardCharsets.UTF_8));
            }
        }
        return bytes.toByteArray();
    }

    @Test
    void dailyXmlHoldsOneDay() throws IOException {
        assertThat(read(xml(day("2025-05-09", "10.9200"))).days()).containsOnlyKeys(FRIDAY);
        assertThat(read(xml(day("2025-05-09", "10.9200"))).days().get(FRIDAY))
                .containsOnly(entry("SEK", new BigDecimal("10.9200")), entry("USD", new BigDecimal("1.1")));
    }

    @Test
    void historyXmlHoldsManyDays() throws IOException {
        PublishedRates rates = read(xml(day("2025-05-09", "10.92") + day("2025-05-08", "10.91")));

        assertThat(rates.days().get(FRIDAY)).containsEntry("SEK", new BigDecimal("10.92"));
        assertThat(rates.days().get(THURSDAY)).containsEntry("SEK", new BigDecimal("10.91"));
    }

    @Test
    void historyCsvLeavesOutWhatWasNotQuoted() throws IOException {
        PublishedRates rates = read(HISTORY_CSV);

        assertThat(rates.days()).hasSize(3);
        assertThat(rates.days().get(FRIDAY)).containsOnlyKeys("USD", "SEK");
        assertThat(rates.days().get(LocalDate.of(2022, 3, 1))).containsEntry("RUB", new BigDecimal("117.2010"));
    }

    @Test
    void oneDayCsvHasItsDayInEnglish() throws IOException {
        PublishedRates rates = read("Date, USD, SEK, \r\n13 April 2026, 1.1684, 10.8920, \r\n");

        assertThat(rates.days().get(LocalDate.of(2026, 4, 13)))
                .containsOnly(entry("USD", new BigDecimal("1.1684")), entry("SEK", new BigDecimal("10.8920")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"tr-TR", "sv-SE", "ar-EG", "th-TH-u-ca-buddhist-nu-thai", "en-US"})
    void machineLocaleDoesNotMatter(String locale) throws IOException {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.forLanguageTag(locale));
        try {
            assertThat(read("Date, INR, \n1 June 2026, 96.5, \n").days()).containsOnlyKeys(LocalDate.of(2026, 6, 1));
            assertThat(read(xml(day("2025-05-09", "10.92"))).days()).containsOnlyKeys(FRIDAY);
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void zipIsRecognisedByContent() throws IOException {
        assertThat(read(zip(HISTORY_CSV))).isEqualTo(read(HISTORY_CSV));
        assertThat(read(zip(xml(day("2025-05-09", "1"))))).isEqualTo(read(xml(day("2025-05-09", "1"))));
    }

    @Test
    void byteOrderMarkIsLeftOut() throws IOException {
        assertThat(read("\uFEFF" + HISTORY_CSV)).isEqualTo(read(HISTORY_CSV));
        assertThat(read("\uFEFF" + xml(day("2025-05-09", "1")))).isEqualTo(read(xml(day("2025-05-09", "1"))));
    }

    @Test
    void dayWithoutAnyQuoteIsLeftOut() throws IOException {
        assertThat(read("Date,USD,SEK,\n2025-05-09,1.1,10.9,\n2025-05-01,N/A,N/A,\n")
                        .days())
                .containsOnlyKeys(FRIDAY);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Date,USD,SEK,\\n2025-05-09,1.1,10.9,\\n2025-05-08,1.1,1O.9, | line 3, SEK: '1O.9'",
                "Date,USD,SEK,\\n2025-05-09,1.1,10.9,\\n2025-05-08,1.1,10 | line 3: '3 columns'",
                "Date,USD,SEK,\\n2025-05-09,1.1 | line 2: '2 columns'",
                "Date,USD,SEK,\\n2025-05-09,0,10.9, | line 2, USD: '0'",
                "Date,USD,SEK,\\n2025-05-09,-1.1,10.9, | line 2, USD: '-1.1'",
                "Date,USD,SEK,\\n2025-05-09,1e2,10.9, | line 2, USD: '1e2'",
                "Date,USD,USD,\\n2025-05-09,1.1,1.1, | line 1: 'USD,USD'",
                "Date,USD,kr,\\n2025-05-09,1.1,1.1, | line 1: 'kr'",
                "Date,USD,\\n2025-05-09,1.1,\\n2025-05-09,1.1, | line 3: '2025-05-09'",
                "Date,USD,\\n2025-02-30,1.1, | line 2: '2025-02-30'",
                "Date,USD,\\n31 April 2026,1.1, | line 2: '31 April 2026'",
                "Date,USD,\\n13 avril 2026,1.1, | line 2: '13 avril 2026'",
                "Date,USD,\\n05/09/2025,1.1, | line 2: '05/09/2025'",
                "Date,USD,\\n0025-05-09,1.1, | line 2: '0025-05-09'",
                "Date,USD,SEK, | whole file: holds no rate",
                "not found | line 1: 'not found'",
                "'' | line 1: is no file of euro reference rates",
            })
    void wrongCsvIsRefusedWithItsLineAndValue(String file, String message) {
        assertThatThrownBy(() -> read(file.replace("\\n", "\n")))
                .isInstanceOf(UnreadableRates.class)
                .hasMessageStartingWith("rates.bin, " + message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<Cube time='2025-05-09'><Cube currency='SEK' rate='10,92'/></Cube> | line 5, element Cube, SEK: '10,92'",
                "<Cube time='2025-05-09'><Cube currency='SEK'/></Cube> | line 5, element Cube, SEK: a rate is a number",
                "<Cube time='2025-05-09'><Cube rate='10.92'/></Cube> | line 5, element Cube: a currency is three",
                "<Cube time='9 May'><Cube currency='SEK' rate='1'/></Cube> | line 5, element Cube: '9 May'",
                "<Cube currency='SEK' rate='1'/> | line 5, element Cube: 'SEK': is not inside a Cube with a time",
                "<Cube time='2025-05-09'/><Cube currency='SEK' rate='1'/> | line 5, element Cube: 'SEK': is not inside",
                "<Cube time='2025-05-09'><Cube currency='SEK' rate='1'/><Cube currency='SEK' rate='1'/></Cube> | line 5, element Cube:"
                        + " 'SEK': is quoted twice",
                "<nothing/> | whole file: holds no rate",
            })
    void wrongXmlIsRefusedWithItsLineAndElement(String days, String message) {
        assertThatThrownBy(() -> read(xml(days)))
                .isInstanceOf(UnreadableRates.class)
                .hasMessageStartingWith("rates.bin, " + message);
    }

    @Test
    void cutOffFileGivesNothingWhereverItWasCut() throws IOException {
        byte[] xml =
                xml(day("2025-05-09", "10.92") + day("2025-05-08", "10.91")).getBytes(StandardCharsets.UTF_8);
        byte[] zip = zip(HISTORY_CSV);
        for (int length = 0; length < xml.length; length++) {
            InputStream cut = new ByteArrayInputStream(xml, 0, length);
            assertThatThrownBy(() -> EcbFiles.read(cut, "cut.xml")).isInstanceOf(UnreadableRates.class);
        }
        for (int length = 0; length < zip.length - 120; length++) {
            InputStream cut = new ByteArrayInputStream(zip, 0, length);
            assertThatThrownBy(() -> EcbFiles.read(cut, "cut.zip")).isInstanceOf(UnreadableRates.class);
        }
    }

    @Test
    void webPageInItsPlaceIsNamedAsSuch() {
        assertThatThrownBy(() -> read("<!DOCTYPE html><html><body>Sign in</body></html>"))
                .isInstanceOf(UnreadableRates.class)
                .hasMessageContaining("a web page in its place?");
        assertThatThrownBy(() -> read("<html><body>Sign in</body></html>"))
                .isInstanceOf(UnreadableRates.class)
                .hasMessageContaining("'html': a file of rates begins with gesmes:Envelope");
    }

    @Test
    void documentTypesAndEntitiesAreRefused() {
        String entity = "<!DOCTYPE x [<!ENTITY r SYSTEM 'file:///etc/hostname'>]>"
                + "<Envelope xmlns='http://www.ecb.int/vocabulary/2002-08-01/eurofxref'><Cube time='2025-05-09'>&r;</Cube></Envelope>";
        String billion =
                "<!DOCTYPE x [<!ENTITY a '10'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;'>]><Envelope>&b;</Envelope>";

        assertThatThrownBy(() -> read(entity))
                .isInstanceOf(UnreadableRates.class)
                .hasMessageContaining("<!DOCTYPE>");
        assertThatThrownBy(() -> read(billion))
                .isInstanceOf(UnreadableRates.class)
                .hasMessageContaining("<!DOCTYPE>");
    }

    @Test
    void tooLargeFileIsRefusedUnreadAndUnpacked() throws IOException {
        String spaces = " ".repeat(1 << 20);
        byte[] bomb = zip("Date,USD,\n" + spaces.repeat(65));
        InputStream endless = new InputStream() {
            @Override
            public int read() {
                return ' ';
            }

            @Override
            public int read(byte[] target, int from, int length) {
                java.util.Arrays.fill(target, from, from + length, (byte) ' ');
                return length;
            }
        };

        assertThatThrownBy(() -> read(bomb))
                .isInstanceOf(UnreadableRates.class)
                .hasMessageContaining("more than 67108864");
        assertThatThrownBy(() -> EcbFiles.read(endless, "endless"))
                .isInstanceOf(UnreadableRates.class)
                .hasMessageContaining("more than 67108864");
    }

    @Test
    void zipOfSeveralFilesOrNoneIsRefused() {
        assertThatThrownBy(() -> read(zip(HISTORY_CSV, HISTORY_CSV)))
                .hasMessageContaining("is a second file in the zip");
        assertThatThrownBy(() -> read(new byte[] {'P', 'K', 3, 4})).hasMessageContaining("zip");
    }

    @Test
    void failingSourceSaysNothingAboutTheFile() {
        IOException failure = new IOException("connection reset");
        InputStream failing = new InputStream() {
            @Override
            public int read() throws IOException {
                throw failure;
            }
        };

        assertThatThrownBy(() -> EcbFiles.read(failing, "x")).isSameAs(failure);
    }

    @Test
    void realFilesOfTheEuropeanCentralBankAreRead() throws IOException {
        Path samples = Path.of("../shared/samples/ecb-fx");
        assumeThat(samples).as("the folder of real files is not here").exists();
        ExchangeRates rates = new ExchangeRates(StaticRates.none(), Duration.ofDays(7));
        for (String name : new String[] {"eurofxref-daily_2025-05-09.xml", "eurofxref_2026-04-13.csv"}) {
            try (InputStream in = Files.newInputStream(samples.resolve(name))) {
                rates.add(EcbFiles.read(in, name), ExchangeRates.ECB);
            }
        }

        assertThat(rates.days()).isEqualTo(2);
        assertThat(rates.rate("SEK", "EUR", FRIDAY).rate().toPlainString()).startsWith("0.091575091");
        assertThat(rates.rate("NOK", "SEK", FRIDAY).rate()).isEqualByComparingTo("0.935532233883058");
        assertThat(rates.rate("DKK", "SEK", LocalDate.of(2026, 4, 14)).date()).isEqualTo("2026-04-13");
    }
}
