package thalweg.workbench.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static thalweg.workbench.cli.BadInput.typed;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import thalweg.study.folder.RunFolder;

/// What the room of laws refuses, and in which words: exit status 2, three parts each, nothing written.
class LawBadInputTest {
    private static final String LAW = "discover law t.csv --target y";
    private static final String FIT = "fit power t.csv --target y";
    private static final String TAIL = "fit tail t.csv --column x";
    private static final String GOOD = """
        name,x [m],x_error,y [s],y_error
        a,1,0.1,2,0.1
        b,2,0.1,5,0.1
        c,3,0.1,9,0.1
        d,4,0.1,15,0.1
        e,5,0.1,24,0.1
        """;

    private static BadInput table(BadInput row, String... lines) {
        return row.with("t.csv", String.join("\n", lines) + "\n");
    }

    private static BadInput file(String json, String knob, String... says) {
        return typed("run a.json", knob, says).with("t.csv", GOOD).with("a.json", json);
    }

    static Stream<BadInput> files() {
        return Stream.of(
                typed(LAW, "data", "no file", "t.csv", "check the path"),
                typed("discover law s.csv --target y", "data", "no file", "did you mean t.csv?")
                        .with("t.csv", GOOD),
                typed("discover law . --target y", "data", "is a folder", "name a file in it"),
                typed(LAW, "data", "t.csv is empty").with("t.csv", ""),
                typed(LAW, "data", "t.csv is empty").with("t.csv", "# only a comment\n"),
                table(typed(LAW, "data", "only a header in t.csv: x, y", "at least one row"), "x,y"),
                typed(LAW, "data", "t.csv is a binary file", "a text table").with("t.csv", "x,y\n1,\u0000\u0001"),
                typed(LAW, "data", "a zip archive, as spreadsheets write", "save the sheet as CSV")
                        .with("t.csv", "PK\u0003\u0004"),
                table(typed(LAW, "data", "1 cells in row 2 (line 3)", "2 cells, as in the header"), "x,y", "1,2", "3"),
                table(typed(LAW, "data", "3 cells in row 1 (line 2)"), "x,y", "1,2,3"),
                table(typed(LAW, "data", "numbers in the first line", "a header line"), "1,2", "2,5", "3,9"),
                table(typed(LAW, "data", "two columns named \"x\"", "correct the header"), "x,x [m],y", "1,2,3"),
                table(typed(LAW, "data", "no name for column 2"), "x,,y", "1,2,3"),
                table(typed(LAW, "data", "breaks the rules of CSV", "quotes that are closed"), "x,y", "1,\"2"));
    }

    static Stream<BadInput> cells() {
        return Stream.of(
                table(typed(LAW, "target", "column \"y\" the cell \"two\" in row 2 (line 3)"), "x,y", "1,1", "2,two"),
                table(typed(LAW, "inputs", "column \"x\" the cell \"2 m\" in row 2 (line 3)"), "x,y", "1,1", "2 m,2"),
                table(typed(LAW, "target", "\"1,5\" in row 1", "a decimal point"), "x;y", "1;1,5", "2;2", "3;4"),
                table(typed(LAW, "target", "nothing (or nan) in row 2"), "x,y", "1,1", "2,NaN", "3,4", "4,6"),
                table(typed(LAW, "inputs", "nothing (or nan) in row 3"), "x,y", "1,1", "2,3", ",4", "4,6"),
                table(typed(LAW, "target", "Infinity in row 4", "above zero"), "x,y", "1,1", "2,2", "3,4", "4,inf"),
                table(typed(LAW, "inputs", "-Infinity in row 1"), "x,y", "-inf,1", "2,2", "3,4", "4,7"),
                table(typed(LAW, "target", "0.0 in row 1", "since logarithms are taken"), "x,y", "1,0", "2,2", "3,4"),
                table(typed(LAW, "inputs", "-2.0 in row 2", "`fit power` with --abs"), "x,y", "1,1", "-2,2", "3,4"),
                table(
                        typed(FIT, "inputs", "row 1, -2.0 in row 2, -3.0 in row 3 and 2 more"),
                        "x,y",
                        "-1,1",
                        "-2,2",
                        "-3,4",
                        "-4,5",
                        "-5,6"),
                table(typed(FIT + " --offset x=1", "inputs", "0.0 in row 1"), "x,y", "1,1", "2,2", "3,4"),
                table(
                        typed(LAW, "target", "column \"y\" with 7.0 in every row", "that varies"),
                        "x,y",
                        "1,7",
                        "2,7",
                        "3,7"),
                table(typed(LAW, "inputs", "column \"x\" with 7.0 in every row"), "x,y", "7,1", "7,2", "7,3"),
                table(typed(LAW, "data", "1 row for 1 input", "at least 3"), "x,y", "1,2"),
                table(
                        typed(LAW, "data", "3 rows for 2 inputs", "fewer --inputs"),
                        "x,z,y",
                        "1,5,2",
                        "2,4,2.5",
                        "3,2,1"));
    }

    static Stream<BadInput> columns() {
        return Stream.of(
                        typed("discover law t.csv", "target", "nothing", "column to explain"),
                        typed("discover law --target y", "data", "nothing", "table with a header line"),
                        typed(
                                "discover law t.csv --target yy",
                                "target",
                                "no column \"yy\" in t.csv",
                                "did you mean y?"),
                        typed("discover law t.csv --target mass", "target", "one of its columns: name, x, x_error"),
                        typed("discover law t.csv --target name", "target", "the cell \"a\" in row 1 (line 2)"),
                        typed(LAW + " --inputs z", "inputs", "no column \"z\"", "did you mean x or y?"),
                        typed(LAW + " --inputs x,y", "inputs", "the target y", "other columns"),
                        typed(LAW + " --inputs x,x", "inputs", "a column named twice"),
                        typed(LAW + " --sigma z=x_error", "sigma", "errors for \"z\", which is not in use"),
                        typed(
                                LAW + " --sigma x=x_eror",
                                "sigma",
                                "no column \"x_eror\"",
                                "did you mean x_error or y_error?"),
                        typed(LAW + " --sigma x=", "sigma", "NAME=VALUE,NAME=VALUE"),
                        typed(LAW + " --sigma x=x_error,x=y_error", "sigma", "with each name once"),
                        typed(FIT + " --sigma auto --robust huber", "robust", "--robust together with --sigma"),
                        typed(FIT + " --offset z=1", "offset", "\"z\", which is not in use"),
                        typed(FIT + " --offset x=far", "offset", "\"far\"", "a number"),
                        typed(FIT + " --robust hubr", "robust", "none, huber, bisquare", "did you mean huber?"),
                        typed(LAW + " --robust huber", "robust", "a knob that does not exist"),
                        typed(LAW + " --sgima auto", "sgima", "does not exist", "did you mean --sigma?"),
                        typed(LAW + " --target x", "target", "given 2 times", "given once"),
                        typed(LAW + " u.csv", "", "\"u.csv\" without a name"),
                        typed(LAW + " --out t.csv", "", "t.csv", "--out DIR"),
                        typed(LAW + " --out /proc/law", "", "/proc/law cannot be written", "--out DIR"))
                .map(row -> row.with("t.csv", GOOD));
    }

    static Stream<BadInput> errors() {
        return Stream.of(
                table(
                        typed(LAW + " --sigma auto", "sigma", "no error column for y, x", "columns named y_error"),
                        "x,y",
                        "1,1",
                        "2,2",
                        "3,4"),
                table(
                        typed(LAW + " --sigma auto", "sigma", "column \"y_error\" -0.1 in row 2", "above zero"),
                        "x,y,y_error",
                        "1,1,0.1",
                        "2,2,-0.1",
                        "3,4,0.1"),
                table(
                        typed(LAW + " --sigma y=s", "sigma", "column \"s\" 0.0 in row 3", "leave --sigma out"),
                        "x,y,s",
                        "1,1,0.1",
                        "2,2,0.1",
                        "3,4,0"),
                table(
                        typed(LAW + " --sigma y=s", "sigma", "the cell \"small\" in row 1"),
                        "x,y,s",
                        "1,1,small",
                        "2,2,0.1",
                        "3,4,0"),
                table(
                        typed(LAW + " --sigma auto", "sigma", "\"x_error\" in kg beside \"x\" in m", "convert them"),
                        "x [m],x_error [kg],y",
                        "1,0.1,1",
                        "2,0.1,2",
                        "3,0.1,4"),
                table(
                        typed(LAW, "inputs", "no numeric column beside y", "add a column"),
                        "n,y,y_error",
                        "a,1,1",
                        "b,2,1"));
    }

    static Stream<BadInput> units() {
        return Stream.of(
                        typed(
                                LAW + " --constants dimensionless",
                                "constants",
                                "no product of inputs with the unit of \"y\" (s): it needs s",
                                "add an input or allow constants with units"),
                        typed(LAW + " --units y=foo", "units", "the unit \"foo\" of column \"y\"", "an SI unit"),
                        typed(LAW + " --units y=m^200", "units", "the exponent 200", "between -100 and 100"),
                        typed(LAW + " --units y=m/", "units", "breaks at \"/\"", "symbols with powers"),
                        typed(LAW + " --units z=m", "units", "a unit for \"z\", which is not in use"),
                        typed(LAW + " --units m", "units", "the unit m without a column", "NAME=UNIT"),
                        typed(LAW + " --constants pure", "constants", "\"pure\"", "any, dimensionless"))
                .map(row -> row.with("t.csv", GOOD));
    }

    static Stream<BadInput> tails() {
        String sample = "x,n\n1,5\n2,3\n4,2\n9,1\n";
        return Stream.of(
                typed("fit tail t.csv", "column", "nothing", "column of positive numbers")
                        .with("t.csv", sample),
                typed("fit tail t.csv --column xx", "column", "no column \"xx\"", "did you mean x")
                        .with("t.csv", sample),
                typed(TAIL + " --xmin 10", "xmin", "an x_min of 10.0 above the largest value 9.0")
                        .with("t.csv", sample),
                typed(TAIL + " --xmin 9", "xmin", "1 different value at or above an x_min of 9.0")
                        .with("t.csv", sample),
                typed(TAIL + " --xmin -1", "xmin", "an x_min of -1.0", "a positive number")
                        .with("t.csv", sample),
                typed(TAIL + " --discrete true --xmin 1.5", "xmin", "an integer of 1 or more")
                        .with("t.csv", sample),
                typed(TAIL + " --xmax 0.5", "xmax", "an x_max of 0.5 with a smallest value of 1.0")
                        .with("t.csv", sample),
                typed(TAIL + " --bootstrap -1", "bootstrap", "-1", "from 0 to 1000000")
                        .with("t.csv", sample),
                typed(TAIL + " --bootstrap many", "bootstrap", "\"many\"", "a whole number")
                        .with("t.csv", sample),
                typed(TAIL + " --times k", "times", "no column \"k\"").with("t.csv", sample),
                table(
                        typed(TAIL + " --discrete true", "column", "2.5 in row 2", "integers of 1 or more"),
                        "x",
                        "1",
                        "2.5",
                        "4"),
                table(
                        typed(TAIL + " --times n --discrete true", "column", "2.5 in row 2", "without --discrete"),
                        "x,n",
                        "1,3",
                        "2.5,1"),
                table(typed(TAIL + " --times n", "times", "2.5 in row 2", "whole numbers"), "x,n", "1,3", "2,2.5"),
                table(typed(TAIL + " --times n", "times", "-1.0 in row 1"), "x,n", "1,-1", "2,2"),
                table(typed(TAIL + " --times n", "times", "no points"), "x,n", "1,0", "2,0"),
                table(typed(TAIL + " --times n", "times", "a sample of 1e12 numbers"), "x,n", "1,1e12", "2,2"),
                table(typed(TAIL, "column", "0.0 in row 1", "above zero"), "x", "0", "1", "2"),
                table(typed(TAIL, "column", "column \"x\" with 3.0 in every row"), "x", "3", "3"),
                table(typed(TAIL, "column", "column \"x\" with 3.0 in its only row"), "x", "3"),
                typed("simulate planets --bodies 0", "bodies", "0", "from 1 to 100000"),
                typed("simulate planets --bodies 2.5", "bodies", "\"2.5\"", "a whole number"),
                typed("simulate planets --noise -0.01", "noise", "-0.01", "from 0 to 1"),
                typed("simulate planets --noise nan", "noise", "from 0 to 1"),
                typed("simulate planets --nearest 3 --farthest 2", "", "3.0 .. 2.0 au", "the smaller number first"),
                typed("simulate planets sky.csv", "", "\"sky.csv\" without a name"));
    }

    static Stream<BadInput> json() {
        String law = "{\"name\": \"discover law\", \"data\": \"t.csv\", \"target\": ";
        String fit = "{\"name\": \"fit power\", \"target\": \"y\", \"data\": ";
        return Stream.of(
                file("{\"name\": \"discover law\", ", "", "broken JSON in a.json, line 1"),
                file(law + "y}", "", "broken JSON in a.json, line 1, column"),
                file("[]", "", "no JSON object in a.json"),
                file(
                        "{\"name\": \"discover lwa\"}",
                        "",
                        "no experiment \"discover lwa\"",
                        "did you mean discover law?"),
                file(law + "\"y\", \"taget\": \"y\"}", "taget", "does not exist", "did you mean target?"),
                file(law + "[\"y\"]}", "target", "\"[y]\"", "a text"),
                file(law + "\"y\", \"inputs\": 5}", "inputs", "no column \"5\""),
                file(law + "\"y\", \"inputs\": [null]}", "inputs", "a list without gaps"),
                file(law + "\"y\", \"inputs\": {\"x\": 1}}", "inputs", "a list"),
                file(law + "\"y\", \"sigma\": [\"x\"]}", "sigma", "NAME=VALUE"),
                file(law + "\"y\", \"sigma\": {\"x\": null}}", "sigma", "a value for each name"),
                file(law + "\"y\", \"units\": 3}", "units", "the unit 3 without a column"),
                file(law + "null}", "target", "nothing"),
                file(fit + "7}", "data", "no file"),
                file(fit + "{\"path\": \"t.csv\"}}", "data", "an object with a \"file\""),
                file(fit + "\"t.csv\", \"abs\": 3}", "abs", "\"3\"", "true or false"),
                file(fit + "\"t.csv\", \"offset\": {\"x\": \"a\"}}", "offset", "\"a\"", "a number"),
                file(fit + "\"t.csv\", \"seed\": 1.5}", "", "\"seed\": 1.5"),
                file(
                        fit + "{\"file\": \"t.csv\", \"sha256\": \"00\"}}",
                        "data",
                        "with SHA-256",
                        "the experiment was made for"));
    }

    @ParameterizedTest
    @MethodSource({"files", "cells", "columns", "errors", "units", "tails", "json"})
    void isRefusedInThreePartsAndLeavesNothing(BadInput row, @TempDir Path folder) throws IOException {
        row.check(folder);
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left.map(
                            path -> Objects.requireNonNull(path.getFileName()).toString()))
                    .containsExactlyInAnyOrderElementsOf(row.files().keySet());
        }
    }

    @Test
    void rowsThatALawCannotBeAppliedToAreRefused(@TempDir Path folder) {
        Typed.put(
                folder,
                Map.of(
                        "t.csv",
                        GOOD,
                        "a.csv",
                        "z\n1\n",
                        "b.csv",
                        "x [cm]\n1\n",
                        "c.csv",
                        "x\n1\n-1\n",
                        "d.csv",
                        "x\n"));
        assertThat(Typed.in(folder, LAW.split(" ", -1)).exit()).isZero();
        Map<String, String> refusals = Map.of(
                "a.csv", "no column \"x\" in a.csv",
                "b.csv", "column \"x\" in cm",
                "c.csv", "-1.0 in row 2",
                "d.csv", "only a header");
        refusals.forEach((file, says) -> {
            Typed typed = Typed.in(folder, "apply", "1", file);
            assertThat(typed.exit()).isEqualTo(2);
            assertThat(typed.error()).contains(says).doesNotContain("\tat ");
            assertThat(typed.runs()).hasSize(1);
        });
    }

    /// A page that cannot be written since the device is full: `/dev/full` stands where its first bytes go.
    @Test
    void aFullDiskIsSaidAndTheRunCanBeResumed(@TempDir Path folder) throws IOException {
        Typed.put(folder, Map.of("t.csv", GOOD));
        Path run = Typed.in(folder, LAW.split(" ", -1)).run();
        Files.delete(run.resolve("report.json"));
        String part = ".report.html." + ProcessHandle.current().pid() + ".part";
        Files.createSymbolicLink(run.resolve(part), Path.of("/dev/full"));
        Typed full = Typed.in(folder, "resume", "1");
        assertThat(full.exit()).isEqualTo(2);
        assertThat(full.error())
                .contains("report.html cannot be written (No space left on device)")
                .contains("expected a place with room", "--out DIR")
                .doesNotContain("\tat ");
        assertThat(run.resolve("report.json")).doesNotExist();
        assertThat(run.resolve(part)).doesNotExist();
        assertThat(RunFolder.at(run).state()).isEqualTo(RunFolder.State.BROKEN_OFF);
        assertThat(Typed.in(folder, "resume", "1").exit()).isZero();
        assertThat(RunFolder.at(run).state()).isEqualTo(RunFolder.State.FINISHED);
    }
}
