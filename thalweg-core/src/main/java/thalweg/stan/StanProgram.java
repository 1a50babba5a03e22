package thalweg.stan;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import thalweg.array.Key;
import thalweg.array.Misuse;
import thalweg.stan.data.StanData;
import thalweg.stan.text.StanText;
import thalweg.stan.text.Trouble;
import thalweg.stan.text.Troubles;
import thalweg.stan.trace.Model;
import thalweg.stan.trace.Settings;
import thalweg.stan.type.Check;

/// A Stan program that was read and found sound: data in, a posterior out.
///
/// The language is that of the Stan reference manual 2.39, with the syntax of older releases accepted.
public final class StanProgram {
    private final String name;
    private final StanText text;
    private final List<Trouble> warnings;

    private StanProgram(String name, StanText text, List<Trouble> warnings) {
        this.name = name;
        this.text = text;
        this.warnings = warnings;
    }

    /// Reads a program from a file.
    ///
    /// @throws StanProblems with every error
    /// @throws Misuse if the file cannot be read
    public static StanProgram read(Path file) {
        return of(String.valueOf(file.getFileName()), text(file));
    }

    /// The text of a file.
    ///
    /// @throws Misuse if it cannot be read
    public static String text(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new Misuse(file + " cannot be read (" + e.getMessage() + ")", "a Stan program", "check its path");
        }
    }

    /// Reads a program from its text.
    ///
    /// @param name of the file, for messages
    /// @throws StanProblems with every error
    public static StanProgram of(String name, String source) {
        Troubles troubles = new Troubles();
        StanText text = StanText.parse(source, troubles);
        Check.of(text, troubles);
        if (!troubles.sound()) {
            throw new StanProblems(name, source, troubles.all());
        }
        return new StanProgram(name, text, troubles.all());
    }

    /// Everything that is wrong or suspicious, without throwing.
    public static List<Trouble> check(String source) {
        Troubles troubles = new Troubles();
        Check.of(StanText.parse(source, troubles), troubles);
        return troubles.all();
    }

    /// The name of its file.
    public String name() {
        return name;
    }

    /// What it may do without its author having meant it.
    public List<Trouble> warnings() {
        return warnings;
    }

    /// Its tree.
    public StanText tree() {
        return text;
    }

    /// The posterior given data.
    ///
    /// @throws Misuse naming every problem with the data
    public StanPosterior with(StanData data) {
        return with(data, Settings.USUAL, Key.of(0));
    }

    /// The posterior given data.
    ///
    /// @param key of random numbers in transformed data
    public StanPosterior with(StanData data, Settings settings, Key key) {
        return new StanPosterior(Model.of(text, data, settings, key));
    }
}
