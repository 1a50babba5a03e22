package thalweg.workbench.cli;

import static thalweg.workbench.cli.BadInput.typed;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import thalweg.workbench.guest.WeighCart;

class BadInputTest {
    private static final String WEIGH = "weigh cart carts.csv --target mass";

    static Stream<BadInput> words() {
        return Stream.of(
                typed("wiegh cart", "", "no verb \"wiegh\"", "did you mean weigh cart?"),
                typed("lsit", "", "no verb \"lsit\"", "did you mean list"),
                typed("frobnicate", "", "no verb \"frobnicate\"", "weigh, spin", "`thalweg list`"),
                typed("weigh", "", "\"weigh\" without a noun", "weigh cart, weigh moon"),
                typed("weigh cat", "", "no experiment \"weigh cat\"", "did you mean cart?"),
                typed("weigh --target mass", "", "\"weigh\" without a noun"),
                typed("--frobnicate", "frobnicate", "a flag that does not exist"),
                typed("list --quite", "quite", "a flag that does not exist", "did you mean --quiet or"),
                typed("list all", "", "\"all\" too much"),
                typed("runs shw 1", "", "no verb \"shw\" of runs", "did you mean show?"),
                typed("runs show", "", "a line that ends early: thalweg runs show", "thalweg runs show RUN"),
                typed("runs show 1", "", "no run \"1\" in runs", "there is none yet"),
                typed("runs show last", "", "no run \"last\""),
                typed("resume", "", "ends early: thalweg resume", "thalweg resume RUN"),
                typed("resume 7", "", "no run \"7\""),
                typed("apply 3", "", "ends early: thalweg apply 3", "thalweg apply RUN TABLE"),
                typed("apply 3 carts.csv", "", "no run \"3\""),
                typed("verify balence", "", "no room \"balence\"", "did you mean balance?"),
                typed("schema weigh", "", "\"weigh\" without a noun"),
                typed("completion bsh", "", "\"bsh\"", "did you mean bash"),
                typed("completion", "", "ends early", "bash|zsh|fish"));
    }

    static Stream<BadInput> flags() {
        return Stream.of(
                typed("weigh moon --seed ten", "seed", "\"ten\"", "a 64-bit integer"),
                typed("weigh moon --seed 9223372036854775808", "seed", "a 64-bit integer"),
                typed("weigh moon --seed", "seed", "nothing", "give it a value"),
                typed("weigh moon --seed 1 --seed 2", "seed", "given twice: 1 and 2"),
                typed("weigh moon --threads 0", "threads", "\"0\"", "at least 1"),
                typed("weigh moon --threads 1.5", "threads", "\"1.5\""),
                typed("weigh moon --seconds -1", "seconds", "a number of seconds above 0"),
                typed("weigh moon --seconds soon", "seconds", "\"soon\""),
                typed("weigh moon --progress lins", "progress", "did you mean lines?"),
                typed("weigh moon --color mauve", "color", "auto, always, never"),
                typed("weigh moon --quiet=maybe", "quiet", "true or false"),
                typed("weigh moon", "threads", "\"two\" from environment").where("THALWEG_THREADS", "two"),
                typed("weigh moon", "seed", "\"ten\" from thalweg.json").with("thalweg.json", "{\"seed\": \"ten\"}"),
                typed("weigh moon", "", "\"sede\" in thalweg.json", "did you mean seed?")
                        .with("thalweg.json", "{\"sede\": 1}"),
                typed("weigh moon", "", "broken JSON in thalweg.json, line 1").with("thalweg.json", "{\"seed\": "),
                typed("weigh moon --out file/runs", "", "file/runs", "--out DIR")
                        .with("file", "in the way"),
                typed("weigh moon --out file", "", "file", "--out DIR").with("file", "in the way"),
                typed("weigh moon --out /proc/thalweg", "", "/proc/thalweg cannot be written"),
                typed("weigh moon --out ''", "out", "the name of a folder"));
    }

    static Stream<BadInput> knobs() {
        return Stream.of(
                        typed("weigh cart carts.csv", "target", "nothing", "the column to weigh"),
                        typed("weigh cart --target mass", "data", "nothing", "the table"),
                        typed("weigh cart", "data", "the table", "the column to weigh"),
                        typed("weigh cart carts.csv --target mas", "target", "no column \"mas\"", "did you mean mass?"),
                        typed("weigh cart carts.csv --target name", "target", "\"red\" in row 1 (line 2)"),
                        typed("weigh cart carts.csv --taget mass", "taget", "did you mean --target?"),
                        typed(WEIGH + " --frobnicate 1", "frobnicate", "a knob that does not exist", "--target"),
                        typed(WEIGH + " -x 1", "x", "a knob that does not exist"),
                        typed(WEIGH + " more.csv", "", "\"more.csv\" without a name"),
                        typed(WEIGH + " --data other.csv", "data", "given twice"),
                        typed(WEIGH + " --target height", "target", "given 2 times", "given once"),
                        typed(WEIGH + " --trim", "trim", "nothing", "give it a value"),
                        typed(WEIGH + " --trim --logarithm", "trim", "nothing"),
                        typed(WEIGH + " --trim half", "trim", "\"half\"", "a number"),
                        typed(WEIGH + " --trim 0.5", "trim", "0.5", "from 0 to 0.4"),
                        typed(WEIGH + " --trim -0.1", "trim", "from 0 to 0.4"),
                        typed(WEIGH + " --trim NaN", "trim", "from 0 to 0.4"),
                        typed(WEIGH + " --readings 2.5", "readings", "\"2.5\"", "a whole number"),
                        typed(WEIGH + " --readings 1e99", "readings", "a whole number"),
                        typed(WEIGH + " --readings 0x10", "readings", "\"0x10\""),
                        typed(WEIGH + " --logarithm=perhaps", "logarithm", "\"perhaps\"", "true or false"),
                        typed(WEIGH + " --pan left", "pan", "\"left\"", "left-pan, right-pan"),
                        typed(WEIGH + " --beside height,widht", "beside", "no column \"widht\""),
                        typed(WEIGH + " --weights mass=", "weights", "NAME=VALUE"),
                        typed(WEIGH + " --weights mas=1", "weights", "no column \"mas\""),
                        typed(WEIGH + " --scale jmup", "scale", "\"jmup\"", "did you mean jump?"),
                        typed(WEIGH + " --scale jump --scale.depth 3", "scale.depth", "does not exist", "reach"),
                        typed(WEIGH + " --scale.damping -1", "scale.damping", "at least 0"),
                        typed(WEIGH + " --note.autor me", "note.autor", "did you mean --note.author?"),
                        typed(WEIGH + " --trim 0.35 --readings 2000", "", "trim 0.35 with 2000 readings"),
                        typed(WEIGH + " --trim x --readings y --pan z", "readings", "\"x\"", "\"y\"", "\"z\""))
                .map(row -> row.with(WeighCart.table()));
    }

    static Stream<BadInput> tables() {
        return Stream.of(
                typed(WEIGH, "data", "no file", "carts.csv"),
                typed("weigh cart crats.csv --target mass", "data", "no file", "did you mean carts.csv?")
                        .with(WeighCart.table()),
                typed("weigh cart . --target mass", "data", "is a folder", "a file"),
                typed(WEIGH, "data", "is empty").with("carts.csv", ""),
                typed(WEIGH, "data", "only a header").with("carts.csv", "name,mass\n"),
                typed(WEIGH, "data", "a binary file").with("carts.csv", "\u0000\u0001\u0002"),
                typed(WEIGH, "data", "a zip archive").with("carts.csv", "PK\u0003\u0004"),
                typed(WEIGH, "data", "1 cells in row 2 (line 3)").with("carts.csv", "name,mass\nred,1\nblue\n"),
                typed(WEIGH, "data", "two columns named \"mass\"").with("carts.csv", "mass,mass\n1,2\n"),
                typed(WEIGH, "data", "numbers in the first line").with("carts.csv", "1,2\n3,4\n"),
                typed(WEIGH, "target", "\"heavy\" in row 2").with("carts.csv", "mass\n1\nheavy\n"),
                typed(WEIGH, "target", "\"1,5\" in row 2", "a decimal point").with("carts.csv", "mass;x\n1;2\n1,5;2\n"),
                typed(WEIGH, "target", "not above 0").with("carts.csv", "mass\n-1\n2\n"),
                typed("weigh cart '\u0000' --target mass", "data", "the name of a file"));
    }

    static Stream<BadInput> files() {
        return Stream.of(
                        typed("run", "", "nothing", "thalweg run FILE.json"),
                        typed("run gone.json", "", "gone.json", "no such file"),
                        typed("run .", "", "a folder"),
                        typed("run a.json", "", "a.json is empty").with("a.json", ""),
                        typed("run a.json", "", "broken JSON in a.json, line 1, column")
                                .with("a.json", "{\"name\" 1}"),
                        typed("run a.json", "", "no JSON object in a.json").with("a.json", "[1, 2]"),
                        typed("run a.json", "", "more text behind").with("a.json", "{\"name\": \"weigh moon\"} {}"),
                        typed("run a.json", "", "no \"name\" in a.json").with("a.json", "{\"target\": \"mass\"}"),
                        typed("run a.json", "", "no experiment \"weigh mon\"", "did you mean weigh moon?")
                                .with("a.json", "{\"name\": \"weigh mon\"}"),
                        typed("run a.json", "masss", "does not exist")
                                .with("a.json", "{\"name\": \"weigh moon\", \"masss\": 1}"),
                        typed("run a.json", "", "\"seed\": x")
                                .with("a.json", "{\"name\": \"weigh moon\", \"seed\": \"x\"}"),
                        typed("run a.json", "scale.dept", "does not exist", "did you mean depth?")
                                .with(
                                        "a.json",
                                        "{\"name\": \"weigh cart\", \"data\": \"carts.csv\", \"target\": \"mass\","
                                                + " \"scale\": {\"kind\": \"swing\", \"dept\": 1}}"),
                        typed("run a.json", "trim", "from 0 to 0.4")
                                .with(
                                        "a.json",
                                        "{\"name\": \"weigh cart\", \"data\": \"carts.csv\", \"target\": \"mass\","
                                                + " \"trim\": 1}"),
                        typed("run a.json", "data", "SHA-256", "restore it")
                                .with(
                                        "a.json",
                                        "{\"name\": \"weigh cart\", \"target\": \"mass\","
                                                + " \"data\": {\"file\": \"carts.csv\", \"sha256\": \"00\"}}"),
                        typed("run a.json", "", "Duplicate")
                                .with("a.json", "{\"name\": \"weigh moon\", \"name\": \"x\"}"),
                        typed("run a.json extra.json", "", "\"extra.json\" without a name")
                                .with("a.json", "{\"name\": \"weigh moon\"}"),
                        typed("run a.json --mass 3", "mass", "does not exist")
                                .with("a.json", "{\"name\": \"weigh moon\"}"),
                        typed("run a.json", "", "broken JSON in a.json").with("a.json", "[".repeat(100)))
                .map(row -> row.with(WeighCart.table()));
    }

    @ParameterizedTest
    @MethodSource({"words", "flags", "knobs", "tables", "files"})
    void isRefusedInThreeParts(BadInput row, @TempDir Path folder) {
        row.check(folder);
    }
}
