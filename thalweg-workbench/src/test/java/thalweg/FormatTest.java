package thalweg;

import static org.assertj.core.api.Assertions.assertThat;

import com.palantir.javaformat.java.Main;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// `./mvnw test -pl thalweg-workbench -am -Dtest=FormatTest -Dthalweg.format=write` formats all files.
class FormatTest {
    @Test
    void everyFileIsFormatted() throws Exception {
        boolean write = "write".equals(System.getProperty("thalweg.format"));
        List<String> line = new ArrayList<>(List.of("--palantir"));
        line.addAll(write ? List.of("--replace") : List.of("--dry-run", "--set-exit-if-changed"));
        Repository.javaFiles().forEach(file -> line.add(file.toString()));
        StringWriter out = new StringWriter();
        StringWriter error = new StringWriter();
        int exit = new Main(new PrintWriter(out, true), new PrintWriter(error, true), InputStream.nullInputStream())
                .format(line.toArray(String[]::new));
        assertThat(out.toString() + error)
                .as("files that are not formatted; -Dthalweg.format=write formats them")
                .isEmpty();
        assertThat(exit).isZero();
    }
}
