package io.engageroutes.sandbox;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import io.engageroutes.sandbox.IntegrationLog.Level;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** What every call to Engage's API goes through before anything is done: key, rate, faults, content type. */
final class FrontDoor implements HttpHandler {

    private static final System.Logger LOG = System.getLogger(FrontDoor.class.getName());
    private static final Set<String> WITH_BODY = Set.of("POST", "PATCH", "PUT");

    private final EngageApi engage;
    private final Faults faults;
    private final RateLimit limit;
    private final Traffic traffic;
    private final IntegrationLog log;
    private final Supplier<SimulatorSettings> settings;

    FrontDoor(
            EngageApi engage,
            Faults faults,
            RateLimit limit,
            Traffic traffic,
            IntegrationLog log,
            Supplier<SimulatorSettings> settings) {
        this.engage = engage;
        this.faults = faults;
        this.limit = limit;
        this.traffic = traffic;
        this.log = log;
        this.settings = settings;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        traffic.arrived();
        Answer answer = null;
        try (exchange) {
            answer = answer(exchange);
            if (answer != null) {
                // Counted before it is sent, so that whoever has the answer finds it counted.
                traffic.answered(answer.status());
                answer.send(exchange);
            }
            // Closing an exchange that was not answered closes its connection.
        } finally {
            if (answer == null) {
                traffic.answered(null);
            }
        }
    }

    /** The answer, or null when it gets lost. */
    private Answer answer(HttpExchange exchange) throws IOException {
        try {
            Call call = Call.of(exchange);
            Answer refused = refusal(call);
            return refused != null ? refused : faulty(call);
        } catch (Nonsense e) {
            return Answer.message(400, e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return null;
        } catch (RuntimeException e) {
            // Else the server would close the connection, and a fault of the simulator would look like a lost answer.
            LOG.log(System.Logger.Level.ERROR, "The simulator failed", e);
            return Answer.message(500, "The simulator failed: " + e);
        }
    }

    private Answer refusal(Call call) {
        String key = call.header("apikey");
        Set<String> accepted = settings.get().acceptedKeys();
        if (key == null || key.isBlank() || !accepted.isEmpty() && !accepted.contains(key)) {
            return Answer.message(401, "Authorization has been denied for this request.");
        }
        if (!limit.take(key, settings.get().requestsPerSecond())) {
            return Answer.message(429, "Too many requests");
        }
        if (call.header("User-Agent") == null) {
            log.add(Level.WARNING, "A call came without User-Agent", null);
        }
        return null;
    }

    private Answer faulty(Call call) throws InterruptedException {
        Optional<FaultRule> fault = faults.next(call);
        if (fault.isPresent() && fault.get().delayMillis() != null) {
            Thread.sleep(fault.get().delayMillis());
        }
        if (fault.isPresent() && fault.get().status() != null) {
            return fault.get().answer();
        }
        if (WITH_BODY.contains(call.method()) && !call.hasJson()) {
            return Answer.message(500, "An error has occurred");
        }
        Answer answer = engage.answer(call);
        return fault.isPresent() && fault.get().losesAnswer() ? null : answer;
    }
}
