package io.engageroutes.scenarios;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.camel.CamelContext;
import org.apache.camel.Route;
import org.apache.camel.component.file.GenericFileConsumer;
import org.apache.camel.component.file.remote.RemoteFileConsumer;

/** Who really looks into folders: the consumers in Camel, and their threads. */
final class Pollers {

    private Pollers() {}

    /** By folder, how many consumers look into it. */
    static Map<String, Long> of(CamelContext camel) {
        return camel.getRoutes().stream()
                .map(Route::getConsumer)
                .filter(RemoteFileConsumer.class::isInstance)
                .map(consumer -> (GenericFileConsumer<?>) consumer)
                .collect(Collectors.groupingBy(
                        consumer ->
                                consumer.getEndpoint().getEndpointUri().replaceFirst("sftp://[^/]*/([^?]*).*", "$1"),
                        TreeMap::new,
                        Collectors.counting()));
    }

    /** One for each source in the folder. */
    static Map<String, Long> wanted(RouteFolder routes) {
        Map<String, Long> wanted = new TreeMap<>();
        for (String file : routes.names()) {
            if (file.startsWith("sources/")) {
                String text = routes.read(file);
                if (text.contains("kamelet:sftp-documents")) {
                    String folder = text.contains("folder: ") ? "folder" : "source";
                    wanted.put(text.replaceFirst("(?s).*?\\b" + folder + ": (\\S+).*", "$1"), 1L);
                }
            }
        }
        return wanted;
    }
}
