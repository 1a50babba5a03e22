package thalweg;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import thalweg.Installation.Done;
import thalweg.study.page.Json;

/// The launcher, in an installation whose path has spaces in it.
class LauncherTest {
    private static final String MAVEN = """
        #!/bin/sh
        echo "[INFO] Building Thalweg core 0.1.0 [2/3]"
        sleep 0.5
        echo "[ERROR] the compiler is not amused"
        mkdir -p thalweg-workbench/target/lib
        cp kept/*.jar thalweg-workbench/target/lib
        exit ${THALWEG_TEST_EXIT:-0}
        """;

    @TempDir
    static Path folder;

    private static Installation made;

    @BeforeAll
    static void install() throws IOException, InterruptedException {
        made = Installation.in(folder.resolve("a home with spaces"));
        assertThat(made.shell("./thalweg version").error()).isEqualTo("preparing a fast start (once after a build)\n");
        assertThat(made.shell("./thalweg verify nowhere").exit()).isEqualTo(2);
    }

    @Test
    void isQuietOnceItIsBuilt() throws IOException, InterruptedException {
        Done help = made.shell("./thalweg help");
        assertThat(help.exit()).isZero();
        assertThat(help.error()).isEmpty();
        assertThat(help.out()).startsWith("Thalweg: ").contains("discover law");
        Done computing = made.shell("./thalweg discover lawn");
        assertThat(computing.exit()).isEqualTo(2);
        assertThat(computing.out()).isEmpty();
        assertThat(computing.error())
                .startsWith("thalweg: no experiment \"discover lawn\"")
                .doesNotContain("WARNING");
    }

    @Test
    void isFoundThroughLinksFromAnywhereByEveryShell() throws IOException, InterruptedException {
        Path bin = Files.createDirectories(folder.resolve("bin"));
        Files.createSymbolicLink(bin.resolve("first"), made.home().resolve("thalweg"));
        Files.createSymbolicLink(bin.resolve("second"), Path.of("first"));
        String version = made.shell("./thalweg version").out();
        for (String line : List.of(
                "cd / && '" + bin + "/second' version",
                "cd '" + bin + "' && ./second version",
                "cd '" + bin + "' && PATH=.:$PATH && second version",
                "bash --posix ./thalweg version",
                "cd thalweg-workbench && dash ../thalweg version")) {
            Done done = made.shell(line);
            assertThat(done.error()).as(line).isEmpty();
            assertThat(done.out()).as(line).isEqualTo(version);
        }
    }

    @Test
    void aBrokenCacheIsNeverHeardOf() throws IOException, InterruptedException {
        for (String kind : List.of("light", "compute")) {
            Path cache = made.home().resolve("thalweg-workbench/target/launch/" + kind + ".aot");
            byte[] good = Files.readAllBytes(cache);
            try {
                Files.write(cache, new byte[1000]);
                Done done = made.shell(kind.equals("light") ? "./thalweg list --json" : "./thalweg fit powr --json");
                assertThat(done.error()).isEmpty();
                assertThat(Json.read(done.out(), "standard output")).isNotNull();
            } finally {
                Files.write(cache, good);
            }
        }
    }

    @Test
    void withoutAJdkOneMessageSaysWhatToInstall() throws IOException, InterruptedException {
        String script = Files.readString(made.home().resolve("thalweg"));
        Path blind = made.home().resolve("blind");
        Files.writeString(blind, script.replaceAll("/(usr|opt|Library)/", "/nowhere/"));
        Files.setPosixFilePermissions(blind, PosixFilePermissions.fromString("rwxr-xr-x"));
        Path old = jdk("old", "25.0.2");
        String nothing = Files.createDirectories(folder.resolve("nothing")).toString();
        Map<String, String> environment = Map.of("JAVA_HOME", old.toString(), "HOME", nothing, "PATH", nothing);
        Done done = made.run(List.of(blind.toString(), "help"), environment);
        assertThat(done.exit()).isEqualTo(2);
        assertThat(done.out()).isEmpty();
        assertThat(done.error())
                .startsWith("thalweg: needs a JDK of at least 25.0.3 and found none.\n  found 25.0.2 in " + old)
                .contains("adoptium.net", "JAVA_HOME");
    }

    @Test
    void theNewestRuleDecidesByTheReleaseFile() throws IOException, InterruptedException {
        for (String version : List.of("17.0.15", "24.0.2", "25", "25.0.2", "21.0.7+6")) {
            Path old = jdk("jdk" + version, version);
            assertThat(made.shell("./thalweg version", Map.of("JAVA_HOME", old.toString()))
                            .out())
                    .startsWith("thalweg ");
        }
        Installation bare = new Installation(folder.resolve("bare"));
        bare.markBuilt();
        Files.copy(made.home().resolve("thalweg"), bare.home().resolve("thalweg"), StandardCopyOption.COPY_ATTRIBUTES);
        for (String version : List.of("25.0.3", "25.0.10", "25.1", "26", "26-ea", "100.0.1")) {
            Path fresh = jdk("jdk" + version, version);
            Done done = bare.shell("./thalweg version", Map.of("JAVA_HOME", fresh.toString()));
            assertThat(done.out()).as(version).isEqualTo("this is " + version + "\n");
        }
    }

    private static Path jdk(String name, String version) throws IOException {
        Path jdk = folder.resolve(name);
        Path bin = Files.createDirectories(jdk.resolve("bin"));
        Files.writeString(jdk.resolve("release"), "IMPLEMENTOR=\"x\"\nJAVA_VERSION=\"" + version + "\"\n");
        for (String tool : List.of("java", "javac")) {
            Files.writeString(bin.resolve(tool), "#!/bin/sh\necho this is " + version + "\n");
            Files.setPosixFilePermissions(bin.resolve(tool), PosixFilePermissions.fromString("rwxr-xr-x"));
        }
        return jdk;
    }

    @Test
    void sourcesThatAreNewerAreBuilt() throws IOException, InterruptedException {
        Installation own = Installation.in(folder.resolve("to build"));
        Path source = Files.createDirectories(own.home().resolve("thalweg-core/src/main/java"));
        Files.move(
                own.home().resolve("thalweg-workbench/target/lib"), own.home().resolve("kept"));
        Files.createDirectory(own.home().resolve("thalweg-workbench/target/lib"));
        Files.writeString(own.home().resolve("mvnw"), MAVEN);
        Files.setPosixFilePermissions(own.home().resolve("mvnw"), PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.setLastModifiedTime(source, FileTime.fromMillis(System.currentTimeMillis() + 1000));

        Done failed = own.shell("./thalweg version", Map.of("THALWEG_TEST_EXIT", "1"));
        assertThat(failed.exit()).isEqualTo(1);
        assertThat(failed.out()).isEmpty();
        assertThat(failed.error())
                .contains("the sources are newer than the build: building Thalweg\nbuilding Thalweg: core\n")
                .contains("[ERROR] the compiler is not amused")
                .contains("the build failed; the whole log is in " + own.home());

        Files.setLastModifiedTime(source, FileTime.fromMillis(System.currentTimeMillis() - 1000));
        Done built = own.shell("./thalweg version");
        assertThat(built.error())
                .startsWith("first start: building Thalweg")
                .endsWith("preparing a fast start (once after a build)\n");
        assertThat(built.out()).startsWith("thalweg ");
        assertThat(own.shell("./thalweg version").error()).isEmpty();
    }

    @Test
    void twoThatStartAtOnceBuildOnce() throws IOException, InterruptedException {
        Installation own = Installation.in(folder.resolve("to build twice"));
        Files.move(
                own.home().resolve("thalweg-workbench/target/lib"), own.home().resolve("kept"));
        Files.delete(own.home().resolve("thalweg-workbench/target/launch/built"));
        Files.writeString(own.home().resolve("mvnw"), MAVEN.replace("sleep", "echo once >>count; sleep"));
        Files.setPosixFilePermissions(own.home().resolve("mvnw"), PosixFilePermissions.fromString("rwxr-xr-x"));
        Done both = own.shell("./thalweg version & ./thalweg version; wait");
        assertThat(both.out().lines()).hasSize(2).allMatch(line -> line.startsWith("thalweg "));
        assertThat(both.error()).contains("another thalweg is building; waiting for it");
        assertThat(own.home().resolve("count")).hasContent("once");
    }

    @Test
    void flagsThatTheJvmDoesNotKnowAreSaid() throws IOException, InterruptedException {
        Done done = made.shell("./thalweg fit power", Map.of("THALWEG_JVM", "-Xmx1q"));
        assertThat(done.exit()).isEqualTo(2);
        assertThat(done.error())
                .startsWith("thalweg: the JVM does not start with THALWEG_JVM=-Xmx1q\n")
                .contains("-Xmx1q");
        Done good = made.shell("./thalweg fit power --json", Map.of("THALWEG_JVM", "-Xmx200m -Dx=1"));
        assertThat(good.exit()).isEqualTo(2);
        assertThat(good.error()).isEmpty();
    }
}
