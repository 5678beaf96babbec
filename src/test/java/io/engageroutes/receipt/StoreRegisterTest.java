package io.engageroutes.receipt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class StoreRegisterTest {

    private static final String HEADER = "id;name;zone;country;language\n";

    @Test
    void theShippedRegisterIsGood() throws IOException {
        StoreRegister register = shipped();
        assertThat(register.store("3004"))
                .contains(new Store("3004", "Solna", ZoneId.of("Europe/Stockholm"), "SE", "sv-SE"));
        assertThat(register.store("014")).get().extracting(Store::name).isEqualTo("Göteborg");
        assertThat(register.store("367")).get().extracting(Store::zone).isEqualTo(ZoneId.of("Europe/Lisbon"));
        assertThat(register.store("WEB")).isPresent();
    }

    @Test
    void leadingZerosCount() throws IOException {
        assertThat(shipped().store("14")).isEmpty();
        assertThat(shipped().store(null)).isEmpty();
    }

    @Test
    void commentsBlankLinesByteOrderMarkAndWindowsLineEndsAreNothing() throws IOException {
        StoreRegister register =
                read("\uFEFF# stores\r\n\r\nid;name;zone;country;language\r\n # more\r\n7;Umeå;Europe/Stockholm;;\r\n");
        assertThat(register.store("7")).contains(new Store("7", "Umeå", ZoneId.of("Europe/Stockholm"), null, null));
    }

    @Test
    void columnsMayStandInAnotherOrderAndCellsInQuotes() throws IOException {
        StoreRegister register = read("name;id;zone;language;country\n\"Kista; plan 2\"; 7 ;Europe/Stockholm;sv-SE;SE");
        assertThat(register.store("7")).get().extracting(Store::name).isEqualTo("Kista; plan 2");
    }

    @Test
    void allFaultsAreNamedAtOnceWithFileAndLine() {
        assertThatThrownBy(() -> read("# stores\n" + HEADER
                        + "1;Solna;Europe/Stokholm;SE;sv-SE\n"
                        + "2;Kista;Europe/Stockholm;SE;sv-SE\n"
                        + "2;Kista;+01:00;Sverige;swedish\n"
                        + "3;Umeå;Europe/Stockholm\n"
                        + ";;Europe/Stockholm;SE;\n"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("stores.csv, line 3: zone 'Europe/Stokholm'")
                .hasMessageContaining("stores.csv, line 5: id '2' is already on line 4")
                .hasMessageContaining("stores.csv, line 5: zone '+01:00'")
                .hasMessageContaining("stores.csv, line 5: country 'Sverige'")
                .hasMessageContaining("stores.csv, line 5: language 'swedish'")
                .hasMessageContaining("stores.csv, line 6: has 3 columns; the header has 5")
                .hasMessageContaining("stores.csv, line 7: id '' is empty")
                .hasMessageContaining("stores.csv, line 7: name '' is empty");
    }

    @Test
    void aMissingColumnIsNamed() {
        assertThatThrownBy(() -> read("id;name;country;language\n1;Solna;SE;sv-SE"))
                .hasMessage("stores.csv, line 1: the columns are id;name;country;language;"
                        + " they must be id;name;zone;country;language");
        assertThatThrownBy(() -> read("id;id;name;zone;country;language\n")).hasMessageContaining("line 1");
    }

    @Test
    void anEmptyFileIsNotARegisterOfNoStores() {
        assertThatThrownBy(() -> read("")).hasMessageContaining("stores.csv, line 1: the file is empty");
        assertThatThrownBy(() -> read("# nothing\n")).hasMessageContaining("the file is empty");
    }

    static StoreRegister shipped() throws IOException {
        try (Reader csv = Files.newBufferedReader(Path.of("routes/data/stores.csv"))) {
            return StoreRegister.read(csv, "stores.csv");
        }
    }

    private static StoreRegister read(String csv) throws IOException {
        return StoreRegister.read(new StringReader(csv), "stores.csv");
    }
}
