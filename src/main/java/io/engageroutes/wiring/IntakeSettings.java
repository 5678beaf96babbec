package io.engageroutes.wiring;

import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How documents are taken in.
 *
 * @param routes the folder {@code routes}
 * @param zone the zone of stores that the register does not know; blank to reject their times without offset
 * @param parcel most receipts in one JMS message
 * @param mostUnpacked most bytes that an archive may unpack to
 * @param mostRatio most bytes out of an archive for each that went in, once more than 10 MiB came out
 * @param mostEntries most files in one archive
 * @param claimLease for how long a business key stays claimed by a message that never comes back
 * @param fileLease for how long a file stays claimed by an instance that died
 * @param instance what tells this instance from others that poll the same folders
 */
@ConfigurationProperties("intake")
public record IntakeSettings(
        @DefaultValue("routes") Path routes,
        ZoneId zone,
        @DefaultValue("100") int parcel,
        @DefaultValue("4GB") DataSize mostUnpacked,
        @DefaultValue("200") int mostRatio,
        @DefaultValue("1000") int mostEntries,
        @DefaultValue("15m") Duration claimLease,
        @DefaultValue("60s") Duration fileLease,
        @DefaultValue("") String instance) {}
