package thalweg.workbench.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import thalweg.array.Misuse;
import thalweg.study.Problem;
import thalweg.study.Refused;
import thalweg.study.page.Version;
import thalweg.workbench.terminal.Screen;

/// Runs one command line and returns its exit status; never ends the process.
public final class Cli {
    private final Shell shell;
    private final Stopper stopper = new Stopper();

    public Cli(Shell shell) {
        this.shell = shell;
    }

    /// Asks the experiment at work to stop at its next step.
    ///
    /// @param status what [#run] shall return: 130 for an interrupt, 143 for a termination
    /// @return false if nothing is at work that could stop
    public boolean stop(int status) {
        boolean stopping = stopper.stop(status);
        if (stopping) {
            shell.error().println("\nstopping at the next step; once more to leave at once");
            shell.error().flush();
        }
        return stopping;
    }

    /// Runs a command.
    ///
    /// @return 0 done, 1 fault of ours, 2 misuse, 3 numerics ended badly, else what [#stop] was given
    public int run(String... line) {
        FlagReader reader = new FlagReader(shell, line);
        Flags flags = reader.flags();
        Screen screen = Screen.of(shell.environment(), shell.seen(), shell.watched(), flags.plain(), flags.color());
        List<String> rest = reader.rest();
        Call call = new Call(shell, flags, screen, rest, List.of(line), stopper);
        try {
            Refused.unlessEmpty(reader.problems());
            return command(call, rest);
        } catch (Refused | Misuse e) {
            return Problems.print(Problems.of(e), call);
        } catch (RuntimeException | Error e) {
            return Crash.report(e, call, null);
        } finally {
            stopper.idle();
        }
    }

    private int command(Call call, List<String> rest) {
        if (rest.isEmpty() || call.flags().help()) {
            return help(
                    call, rest.stream().filter(word -> !word.startsWith("-")).toList());
        }
        String verb = rest.getFirst();
        Call own = new Call(shell, call.flags(), call.screen(), rest.subList(1, rest.size()), call.line(), stopper);
        return switch (verb) {
            case "help" -> help(call, own.plainWords(2));
            case "list" -> list(own);
            case "version", "--version" -> {
                own.print("thalweg " + Version.TEXT + "\n");
                yield Exit.DONE;
            }
            case "run" -> new RunCommand(own).fromFile();
            case "resume" -> new RunCommand(own).resume();
            case "apply" -> new RunCommand(own).apply();
            case "runs" -> new RunsCommand(own).run();
            case "verify" -> new VerifyCommand(own).run();
            case "schema" -> new SchemaCommand(own).run();
            case "completion" -> new Completion(own).run();
            default -> experiment(own, verb);
        };
    }

    private int experiment(Call call, String verb) {
        if (verb.startsWith("-")) {
            return Problems.print(unknownFlag(call, verb), call);
        }
        List<String> words = call.words();
        String noun = words.isEmpty() || words.getFirst().startsWith("-") ? "" : words.getFirst();
        var card = new Gallery().card(verb, noun);
        return new RunCommand(call).fromLine(card, words.subList(1, words.size()));
    }

    private List<Problem> unknownFlag(Call call, String flag) {
        Call alone = new Call(shell, call.flags(), call.screen(), List.of(flag), call.line(), stopper);
        try {
            alone.plainWords(0);
            return List.of();
        } catch (Refused e) {
            return e.problems();
        }
    }

    private int help(Call call, List<String> words) {
        Gallery gallery = new Gallery();
        Help help = new Help(call.screen());
        List<String> asked =
                words.isEmpty() || !words.getFirst().equals("help") ? words : words.subList(1, words.size());
        if (asked.isEmpty() || Commands.WORDS.contains(asked.getFirst())) {
            call.print(help.top(gallery));
        } else if (asked.size() == 1 && !gallery.nouns(asked.getFirst()).isEmpty()) {
            call.print(help.verb(gallery, asked.getFirst()));
        } else {
            call.print(help.card(gallery.card(asked.getFirst(), asked.size() > 1 ? asked.get(1) : "")));
        }
        return Exit.DONE;
    }

    private int list(Call call) {
        call.plainWords(0);
        Gallery gallery = new Gallery();
        if (call.flags().json()) {
            List<Object> all = new ArrayList<>();
            gallery.entries()
                    .forEach(e -> all.add(Map.of("name", e.name(), "says", e.says(), "examples", e.examples())));
            call.printJson(all);
        } else {
            call.print(new Help(call.screen()).list(gallery));
        }
        return Exit.DONE;
    }
}
