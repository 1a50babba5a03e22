package thalweg.study;

import java.util.List;
import java.util.stream.Collectors;

/// An experiment that cannot run as asked, with every problem that was found.
public final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient List<Problem> problems;

    public Refused(List<Problem> problems) {
        super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    /// Throws if there is any problem.
    public static void unlessEmpty(List<Problem> problems) {
        if (!problems.isEmpty()) {
            throw new Refused(problems);
        }
    }

    public List<Problem> problems() {
        return problems;
    }
}
