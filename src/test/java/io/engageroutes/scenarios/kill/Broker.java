package io.engageroutes.scenarios.kill;

import java.nio.file.Path;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.server.JournalType;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;

/** An Artemis broker as it stands beside the application in production: durable, and patient with what is rolled back. */
final class Broker {

    private Broker() {}

    /** @param arguments its folder and its port */
    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[0]);
        Configuration settings = new ConfigurationImpl()
                .setPersistenceEnabled(true)
                .setJournalType(JournalType.NIO)
                .setJournalDirectory(folder.resolve("journal").toString())
                .setBindingsDirectory(folder.resolve("bindings").toString())
                .setLargeMessagesDirectory(folder.resolve("large").toString())
                .setPagingDirectory(folder.resolve("paging").toString())
                .setSecurityEnabled(false)
                .setMaxDiskUsage(99)
                .addAcceptorConfiguration("tcp", "tcp://127.0.0.1:" + arguments[1])
                .addAddressSetting(
                        "#",
                        new AddressSettings()
                                .setMaxDeliveryAttempts(-1)
                                .setRedeliveryDelay(300)
                                .setDeadLetterAddress(SimpleString.of("DLQ"))
                                .setAutoDeleteQueues(false)
                                .setAutoDeleteAddresses(false));
        new EmbeddedActiveMQ().setConfiguration(settings).start();
        System.out.println("Broker on port " + arguments[1]);
    }
}
