package thalweg.workbench.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import thalweg.array.Misuse;
import thalweg.study.Problem;
import thalweg.study.Refused;
import thalweg.workbench.terminal.Safe;
import thalweg.workbench.terminal.Style;

/// What is in the way, in three parts each: for people on standard error, as JSON on standard output.
final class Problems {
    private Problems() {}

    static List<Problem> of(RuntimeException refusal) {
        return switch (refusal) {
            case Refused refused -> refused.problems();
            case Misuse misuse -> List.of(Problem.of("", misuse));
            default -> throw refusal;
        };
    }

    /// Prints all problems; the exit status of misuse.
    static int print(List<Problem> problems, Call call) {
        if (call.flags().json()) {
            List<Object> list = new ArrayList<>();
            for (Problem problem : problems) {
                Map<String, Object> one = new LinkedHashMap<>();
                one.put("knob", problem.knob());
                one.put("found", problem.found());
                one.put("expected", problem.expected());
                one.put("todo", problem.todo());
                list.add(one);
            }
            call.printJson(Map.of("problems", list));
        } else {
            say(problems, call);
        }
        return Exit.MISUSE;
    }

    /// Prints all problems on standard error; one that says all in its first part, as a compiler does, stands as it is.
    static void say(List<Problem> problems, Call call) {
        for (Problem problem : problems) {
            if (problem.expected().isEmpty()) {
                problem.found().lines().forEach(line -> call.shell().error().println(Safe.line(line)));
                continue;
            }
            String knob = problem.knob().isEmpty() ? "" : "--" + problem.knob() + ": ";
            String head = Style.ALARM.paint(call.screen(), "thalweg:") + " " + Safe.line(knob + problem.found());
            call.shell().error().println(head);
            call.shell().error().println("  expected " + Safe.line(problem.expected()));
            call.shell().error().println("  " + Safe.line(problem.todo()));
        }
        call.shell().error().flush();
    }
}
