package thalweg.room.bayes;

import java.util.List;
import java.util.Optional;
import thalweg.array.Key;
import thalweg.array.Misuse;
import thalweg.stan.StanPosterior;
import thalweg.stan.StanProblems;
import thalweg.stan.StanProgram;
import thalweg.stan.trace.Model;
import thalweg.stan.trace.Settings;
import thalweg.study.Problem;

/// What the experiments on Stan programs ask for in the same words.
final class Knobs {
    private Knobs() {}

    /// A misuse laid at the door of the knob that is to blame; each line of it is one problem.
    static List<Problem> problems(String program, String data, Misuse misuse) {
        boolean ofProgram = misuse.found().contains(program);
        String knob = ofProgram || data.isEmpty() ? "program" : "data";
        return misuse.found()
                .lines()
                .map(line -> new Problem(knob, line, misuse.expected(), misuse.todo()))
                .toList();
    }

    /// A posterior, or what is wrong with its program and data.
    record Bound(Optional<StanPosterior> posterior, List<Problem> problems) {
        static Bound of(String program, String data, Settings settings) {
            try {
                PosteriorSource source = PosteriorSource.of(program, data);
                StanProgram read = StanProgram.of(source.file(), source.text());
                return new Bound(Optional.of(read.with(source.data(), settings, Key.of(0))), List.of());
            } catch (StanProblems troubles) {
                return new Bound(
                        Optional.empty(), List.of(new Problem("", String.valueOf(troubles.getMessage()), "", "")));
            } catch (Misuse misuse) {
                return new Bound(Optional.empty(), Knobs.problems(program, data, misuse));
            } catch (Model.Rejected rejected) {
                String found = String.valueOf(rejected.getMessage());
                return new Bound(
                        Optional.empty(),
                        List.of(new Problem("program", found, "a program that runs on these data", "correct either")));
            }
        }
    }

    static String count(int n, String word) {
        return n + " " + word + (n == 1 ? "" : "s");
    }
}
