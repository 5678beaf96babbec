package io.engageroutes.editing;

import io.engageroutes.check.Checker;
import io.engageroutes.check.Finding;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.camel.CamelContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the application running with what stands in the folder {@code routes}. The folder is taken as a whole: when it has settled and
 * nothing in it is wrong, all of it; else nothing, and the last good version goes on. One thread at a time.
 */
public final class LiveRoutes implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LiveRoutes.class);
    private static final int LOOKS_AT_NOTHING = 10;

    private final Path folder;
    private final FolderCheck check;
    private final List<FolderUser> users;
    private final Clock clock;
    private final Copies copies;
    private final Settling settling = new Settling();
    private final List<Consumer<EditState>> listeners = new ArrayList<>();
    private volatile RunningRoutes routes;
    private FolderState running;
    private Path runningCopy;
    private FolderState refused;
    private int unreadable;
    private volatile EditState state;

    /**
     * Takes the folder as it is at the start.
     *
     * @param users take their files before the routes do
     * @throws WrongRoutes when it is wrong
     */
    public LiveRoutes(Path folder, Checker checker, List<? extends FolderUser> users, Clock clock) throws IOException {
        this.folder = folder;
        this.check = new FolderCheck(checker);
        this.users = List.copyOf(users);
        this.clock = clock;
        this.copies = new Copies();
        running = FolderState.read(folder);
        runningCopy = copies.lay(running);
        List<Finding> findings = check.findings(running, runningCopy);
        if (!findings.isEmpty()) {
            copies.close();
            throw new WrongRoutes(findings);
        }
        copies.keep(runningCopy);
        for (FolderUser user : users) {
            user.use(runningCopy);
        }
        state = new EditState(EditState.Stage.CURRENT, running.version(), clock.instant(), Set.of(), List.of(), null);
    }

    /** Loads the routes into Camel, before it starts. */
    public void load(CamelContext camel, Gate gate, Doors doors) throws Exception {
        RunningRoutes loaded = new RunningRoutes(camel, gate, doors);
        loaded.become(WantedRoutes.of(running), runningCopy, () -> {});
        routes = loaded;
    }

    /** Is told of every edit that was taken or refused. */
    public void onEdit(Consumer<EditState> listener) {
        listeners.add(listener);
    }

    public EditState state() {
        return state;
    }

    /** Looks at the folder; what has settled since the last look is checked and taken. */
    public void look() throws InterruptedException {
        if (routes == null || !routes.isStarted()) {
            return;
        }
        FolderState seen;
        try {
            seen = FolderState.read(folder);
            unreadable = 0;
        } catch (IOException e) {
            LOG.debug("{} is just being changed, or is away", folder, e);
            settling.forget();
            unreadable++;
            if (unreadable == LOOKS_AT_NOTHING) {
                refuse(null, List.of(FolderCheck.onFolder("the folder " + folder + " cannot be read: " + e)));
            }
            return;
        }
        if (seen.equals(running)) {
            settling.forget();
            takenBack();
        } else if (!seen.equals(refused) && settling.isSettled(seen, running)) {
            judge(seen);
        }
    }

    private void takenBack() {
        refused = null;
        if (state.stage() != EditState.Stage.CURRENT) {
            state = state.takenBack();
            LOG.info("routes are as before again: {}", running.version());
        }
    }

    private void judge(FolderState seen) throws InterruptedException {
        Path copy = null;
        boolean taken = false;
        try {
            copy = copies.lay(seen);
            List<Finding> findings = check.findings(seen, copy);
            if (findings.isEmpty()) {
                take(seen, copy);
                taken = true;
            } else {
                refuse(seen, findings);
            }
        } catch (StillBusy busy) {
            if (state.stage() != EditState.Stage.WAITING) {
                LOG.warn("The edit of routes waits for {}, where something is still under way", busy.getMessage());
            }
            state = state.waiting(busy.getMessage());
        } catch (IOException e) {
            refuse(seen, List.of(FolderCheck.onFolder("the edit cannot be laid down: " + e.getMessage())));
        } finally {
            if (copy != null && !taken) {
                copies.drop(copy);
            }
        }
    }

    private void take(FolderState seen, Path copy) throws InterruptedException, StillBusy {
        Set<String> changed;
        try {
            changed = use(seen, copy);
        } catch (StillBusy | InterruptedException e) {
            throw e;
        } catch (Exception e) {
            LOG.debug("An edit that was found right is not taken", e);
            putBack();
            refuse(seen, List.of(Reasons.of(e, copy)));
            return;
        }
        if (changed.isEmpty()) {
            changed = new TreeSet<>(seen.namesUnlike(running));
        }
        running = seen;
        runningCopy = copy;
        copies.keep(copy);
        refused = null;
        settling.forget();
        state = state.taken(seen.version(), clock.instant(), changed);
        LOG.info("routes are now {}: {}", seen.version(), String.join(", ", changed));
        listeners.forEach(listener -> listener.accept(state));
    }

    private Set<String> use(FolderState seen, Path copy) throws Exception {
        return routes.become(WantedRoutes.of(seen), copy, () -> {
            for (FolderUser user : users) {
                user.use(copy);
            }
        });
    }

    private void putBack() {
        try {
            use(running, runningCopy);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Exception e) {
            LOG.error("The last good version of routes is not back in full: {}", e.getMessage(), e);
        }
    }

    private void refuse(FolderState seen, List<Finding> findings) {
        refused = seen;
        settling.forget();
        state = state.refused(findings);
        String said = findings.stream().map(finding -> "\n  " + finding).collect(Collectors.joining());
        LOG.warn("The edit of routes is not taken, the last good version goes on:{}", said);
        listeners.forEach(listener -> listener.accept(state));
    }

    @Override
    public void close() {
        copies.close();
    }
}
