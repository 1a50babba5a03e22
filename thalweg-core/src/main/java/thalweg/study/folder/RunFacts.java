package thalweg.study.folder;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import thalweg.study.page.Version;

/// What differs from run to run and so stays out of the report: times, machine, arguments, where settings came from.
///
/// @param arguments the command line as given
/// @param origins where each global setting came from: `flag`, `environment`, `thalweg.json`, `default`
/// @param exit the exit status the run ends with
public record RunFacts(Instant began, Instant ended, List<String> arguments, Map<String, String> origins, int exit) {
    public RunFacts {
        arguments = List.copyOf(arguments);
        origins = Map.copyOf(origins);
    }

    Map<String, @Nullable Object> plain() {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("version", Version.TEXT);
        map.put("began", began.toString());
        map.put("ended", ended.toString());
        map.put("seconds", Duration.between(began, ended).toNanos() / 1e9);
        map.put("exit", (long) exit);
        map.put("arguments", arguments);
        map.put("origins", new java.util.TreeMap<>(origins));
        map.put("folder", System.getProperty("user.dir"));
        map.put("java", System.getProperty("java.vm.name") + " " + Runtime.version());
        map.put("system", System.getProperty("os.name") + " " + System.getProperty("os.arch"));
        map.put("processors", (long) Runtime.getRuntime().availableProcessors());
        map.put("heapMost", Runtime.getRuntime().maxMemory());
        map.put(
                "heapUsed",
                ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
        return map;
    }
}
