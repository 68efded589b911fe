package dev.syncline.packaged;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jboss.byteman.agent.Main;

/**
 * Points of the way at which a running program stands still, so that it can be killed exactly there. The program knows
 * nothing of them: Byteman's agent puts them into its classes. A point is armed by a file, and reached once.
 */
final class Points {
    /** @param where {@code ENTRY} or {@code EXIT} of the method */
    record Point(String name, String type, String method, String where) {
        @Override
        public String toString() {
            return name;
        }
    }

    static final List<Point> INSIDE = List.of(
            new Point("run begun, before the first page", "run.phase.Pages", "next", "ENTRY"),
            new Point("page read", "run.phase.Pages", "next", "EXIT"),
            new Point("page judged", "judge.Judge", "judge", "EXIT"),
            new Point("all batches answered", "run.Recorder", "record", "ENTRY"),
            new Point("page transaction, after the part's row", "work.Checkpoint", "move", "EXIT"),
            new Point("page transaction, after the log", "record.DocumentLog", "write", "EXIT"),
            new Point("page transaction, after the statuses", "record.StatusWriter", "write", "EXIT"),
            new Point("page transaction, before the commit", "record.PageTransaction", "commit", "EXIT"),
            new Point("page committed, before the next", "run.Recorder", "record", "EXIT"),
            new Point("last page committed, before the finish", "run.Runs", "finish", "ENTRY"),
            new Point("inside the finish", "work.WorkItems", "end", "EXIT"),
            new Point("run finished, before Quartz knows", "run.Runs", "ended", "EXIT"));

    private final Path folder;

    Points(Path folder) throws IOException {
        this.folder = Files.createDirectories(folder);
    }

    /** The option that a program needs to stand still at points; {@code name} is how it signs. */
    String agent(String name) throws IOException {
        StringBuilder rules = new StringBuilder();
        for (Point point : INSIDE) {
            rules.append(
                    """
                    RULE %s
                    CLASS dev.syncline.%s
                    METHOD %s
                    AT %s
                    BIND armed = new java.io.File("%s"); reached = new java.io.File("%s")
                    IF armed.delete()
                    DO reached.createNewFile(); delay(600000)
                    ENDRULE
                    """
                            .formatted(
                                    point.name(),
                                    point.type(),
                                    point.method(),
                                    point.where(),
                                    armed(point),
                                    reached(point, name)));
        }
        Path script = Files.writeString(folder.resolve(name + ".btm"), rules);
        String jar = Path.of(Main.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .getPath())
                .toString();
        return "-javaagent:" + jar + "=script:" + script; // not for the boot loader: that would turn the archive off
    }

    void arm(Point point) throws IOException {
        Files.createFile(armed(point));
    }

    boolean isReached(Point point, String name) {
        return Files.exists(reached(point, name));
    }

    private Path armed(Point point) {
        return folder.resolve(INSIDE.indexOf(point) + ".armed");
    }

    private Path reached(Point point, String name) {
        return folder.resolve(INSIDE.indexOf(point) + ".reached." + name);
    }
}
