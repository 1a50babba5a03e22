package thalweg.peers;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import thalweg.study.page.Json;

/// One side of a comparison: a command that is started anew for each round and prints its samples.
final class Contestant {
    private static final List<String> THREAD_VARIABLES = List.of(
            "OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "NUMBA_NUM_THREADS", "THALWEG_THREADS");

    final String name;
    private final List<String> command;
    private final List<Double> medians = new ArrayList<>();
    private final List<Double> warmups = new ArrayList<>();
    private String version = "";
    private String failure = "";

    Contestant(String name, List<String> command) {
        this.name = name;
        this.command = command;
    }

    /// Ours: the JVM that runs this, with its flags.
    static Contestant ours(Work work, String variant, int threads) {
        return new Contestant("thalweg", java("thalweg.peers.Ours", work.name(), variant, threads));
    }

    private static List<String> java(String type, String name, String variant, int threads) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(java.lang.management.ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.addAll(List.of("-Dthalweg.threads=" + threads, "-cp", System.getProperty("java.class.path"), type));
        command.addAll(List.of(name, variant, Integer.toString(threads)));
        return command;
    }

    /// A peer's script in its environment; fails by name where that is not installed.
    static Contestant peer(Path home, Work work, Work.Peer peer, String variant, int threads) {
        if (peer.environment().equals(Work.Peer.JVM)) {
            return new Contestant(peer.name(), java(peer.script(), peer.name(), variant, threads));
        }
        Path python = home.resolve(".venv").resolve(peer.environment()).resolve("bin/python");
        String script = home.resolve("peers").resolve(peer.script()).toString();
        Contestant contestant = new Contestant(
                peer.name(), List.of(python.toString(), script, peer.name(), variant, Integer.toString(threads)));
        if (!Files.exists(python)) {
            contestant.failure = "not installed: ./install " + work.name();
        }
        return contestant;
    }

    boolean failed() {
        return !failure.isEmpty();
    }

    String failure() {
        return failure;
    }

    String version() {
        return version;
    }

    /// One round: a fresh process, pinned to one processor for one thread.
    void round(int threads) {
        if (failed()) {
            return;
        }
        List<String> pinned = new ArrayList<>();
        if (threads == 1 && Files.isExecutable(Path.of("/usr/bin/taskset"))) {
            pinned.addAll(List.of("taskset", "-c", "0"));
        }
        pinned.addAll(command);
        ProcessBuilder builder = new ProcessBuilder(pinned).redirectError(ProcessBuilder.Redirect.DISCARD);
        Map<String, String> environment = builder.environment();
        THREAD_VARIABLES.forEach(variable -> environment.put(variable, Integer.toString(threads)));
        environment.put("JAX_PLATFORMS", "cpu");
        environment.put("CUDA_VISIBLE_DEVICES", "");
        environment.remove("OPENBLAS_CORETYPE");
        environment.remove("OPENBLAS_L2_SIZE");
        try {
            Process process = builder.start();
            String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!process.waitFor(10, TimeUnit.MINUTES) || process.exitValue() != 0) {
                process.destroyForcibly();
                failure = "exit " + process.exitValue();
                return;
            }
            take(Json.object(out.strip().lines().reduce((a, b) -> b).orElse(""), name));
        } catch (IOException e) {
            failure = String.valueOf(e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            failure = "interrupted";
        }
    }

    private void take(Map<String, @Nullable Object> line) {
        double[] samples = line.get("samples") instanceof List<?> list
                ? list.stream()
                        .map(Number.class::cast)
                        .mapToDouble(Number::doubleValue)
                        .toArray()
                : new double[0];
        if (samples.length == 0) {
            failure = String.valueOf(line.getOrDefault("failure", "no samples"));
            return;
        }
        medians.add(median(samples));
        if (line.get("warmup") instanceof Number seconds) {
            warmups.add(seconds.doubleValue());
        }
        version = String.valueOf(line.getOrDefault("version", ""));
    }

    double median() {
        return median(values());
    }

    double[] values() {
        return medians.stream().mapToDouble(v -> v).toArray();
    }

    double warmup() {
        return median(warmups.stream().mapToDouble(v -> v).toArray());
    }

    static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int n = sorted.length;
        return n == 0 ? Double.NaN : n % 2 == 1 ? sorted[n / 2] : (sorted[n / 2 - 1] + sorted[n / 2]) / 2;
    }
}
