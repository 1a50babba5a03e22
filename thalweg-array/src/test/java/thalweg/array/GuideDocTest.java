package thalweg.array;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The guide's program is compiled, run, and prints what the guide says.
class GuideDocTest {
    @TempDir
    Path folder;

    @Test
    void arrays() throws Exception {
        String page = Files.readString(Path.of("../docs/guide/arrays.md"));
        Path source = Files.writeString(folder.resolve("Guide.java"), block(page, "java"));
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        int exit = compiler.run(
                null,
                null,
                null,
                List.of("-d", folder.toString(), "-cp", System.getProperty("java.class.path"), source.toString())
                        .toArray(String[]::new));
        assertThat(exit).isZero();
        assertThat(printed()).isEqualTo(block(page, "text"));
    }

    private String printed() throws Exception {
        PrintStream out = System.out;
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (URLClassLoader loader = new URLClassLoader(
                new URL[] {folder.toUri().toURL()}, Thread.currentThread().getContextClassLoader())) {
            System.setOut(new PrintStream(bytes, true, StandardCharsets.UTF_8));
            Class<?> guide = loader.loadClass("Guide");
            var made = guide.getDeclaredConstructor();
            made.setAccessible(true);
            var main = guide.getDeclaredMethod("main");
            main.setAccessible(true);
            main.invoke(made.newInstance());
        } finally {
            System.setOut(out);
        }
        return bytes.toString(StandardCharsets.UTF_8)
                .lines()
                .map(String::stripTrailing)
                .reduce("", (a, b) -> a + b + "\n");
    }

    private static String block(String page, String language) {
        Matcher matcher =
                Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL).matcher(page);
        assertThat(matcher.find()).isTrue();
        return matcher.group(1);
    }
}
