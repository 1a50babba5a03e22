package thalweg.workbench.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import thalweg.array.Misuse;
import thalweg.data.Nearest;
import thalweg.study.Card;
import thalweg.study.Setting;

/// `completion bash|zsh|fish`: a script with all verbs, nouns and knobs in it, so that completing starts no JVM.
final class Completion {
    private static final List<String> SHELLS = List.of("bash", "zsh", "fish");

    private final Call call;

    Completion(Call call) {
        this.call = call;
    }

    int run() {
        String shell = call.words(1, "completion bash|zsh|fish").getFirst();
        Map<String, List<String>> words = words();
        call.print(
                switch (shell) {
                    case "bash" -> bash(words);
                    case "zsh" -> zsh(words);
                    case "fish" -> fish(words);
                    default ->
                        throw new Misuse(
                                "\"" + shell + "\"",
                                "one of " + String.join(", ", SHELLS),
                                Nearest.advice(shell, SHELLS, "choose one of these"));
                });
        return Exit.DONE;
    }

    /// What may follow the first words of a line, by those words.
    private static Map<String, List<String>> words() {
        Gallery gallery = new Gallery();
        List<String> flags =
                Arrays.stream(Flag.values()).map(f -> "--" + f.word()).toList();
        Map<String, List<String>> words = new LinkedHashMap<>();
        List<String> first = new ArrayList<>(gallery.verbs());
        first.addAll(Commands.WORDS);
        words.put("", first);
        gallery.verbs().forEach(verb -> words.put(verb, gallery.nouns(verb)));
        words.put("runs", List.of("list", "show", "open", "index"));
        words.put("completion", SHELLS);
        words.put("help", gallery.verbs());
        for (Gallery.Entry entry : gallery.entries()) {
            List<String> knobs = new ArrayList<>(Card.of(entry.type()).settings().stream()
                    .map(Setting::path)
                    .distinct()
                    .map(path -> "--" + path)
                    .toList());
            knobs.addAll(flags);
            words.put(entry.name(), knobs);
        }
        return words;
    }

    private static String cases(Map<String, List<String>> words, BiFunction<String, String, String> line) {
        return words.entrySet().stream()
                .filter(entry -> !entry.getKey().isEmpty())
                .map(entry -> line.apply(entry.getKey(), String.join(" ", entry.getValue())))
                .collect(Collectors.joining());
    }

    private static String bash(Map<String, List<String>> words) {
        String one =
                cases(words, (key, list) -> key.contains(" ") ? "" : "    " + key + ") words=\"" + list + "\" ;;\n");
        String two = cases(
                words, (key, list) -> key.contains(" ") ? "    \"" + key + "\") words=\"" + list + "\" ;;\n" : "");
        return """
            # thalweg completion for bash: source this file, or put it into ~/.local/share/bash-completion/completions/thalweg
            _thalweg() {
              local current="${COMP_WORDS[COMP_CWORD]}" words=""
              COMPREPLY=()
              if [ "$COMP_CWORD" -eq 1 ]; then
                words="FIRST"
              elif [ "$COMP_CWORD" -eq 2 ]; then
                case "${COMP_WORDS[1]}" in
            ONE    esac
              else
                case "${COMP_WORDS[1]} ${COMP_WORDS[2]}" in
            TWO    esac
              fi
              case "$current" in
                -*) COMPREPLY=($(compgen -W "$words" -- "$current")) ;;
                *) [ "$COMP_CWORD" -le 2 ] && COMPREPLY=($(compgen -W "$words" -- "$current"))
                   [ ${#COMPREPLY[@]} -gt 0 ] || COMPREPLY=($(compgen -f -- "$current")) ;;
              esac
            }
            complete -o filenames -F _thalweg thalweg ./thalweg
            """.replace("FIRST", String.join(" ", words.getOrDefault("", List.of())))
                .replace("ONE", one)
                .replace("TWO", two);
    }

    private static String zsh(Map<String, List<String>> words) {
        String one =
                cases(words, (key, list) -> key.contains(" ") ? "" : "      " + key + ") list=(" + list + ") ;;\n");
        String two =
                cases(words, (key, list) -> key.contains(" ") ? "      \"" + key + "\") list=(" + list + ") ;;\n" : "");
        return """
            #compdef thalweg
            # thalweg completion for zsh: put it into a folder of $fpath as _thalweg
            _thalweg() {
              local -a list
              if (( CURRENT == 2 )); then
                list=(FIRST)
              elif (( CURRENT == 3 )); then
                case "$words[2]" in
            ONE    esac
              else
                case "$words[2] $words[3]" in
            TWO    esac
              fi
              (( $#list )) && compadd -- $list
              (( CURRENT > 2 )) && _files
            }
            _thalweg "$@"
            """.replace("FIRST", String.join(" ", words.getOrDefault("", List.of())))
                .replace("ONE", one)
                .replace("TWO", two);
    }

    private static String fish(Map<String, List<String>> words) {
        StringBuilder script = new StringBuilder(
                "# thalweg completion for fish: put it into ~/.config/fish/completions/thalweg.fish\n");
        script.append("complete -c thalweg -n 'test (count (commandline -opc)) -eq 1' -f -a '")
                .append(String.join(" ", words.getOrDefault("", List.of())))
                .append("'\n");
        words.forEach((key, list) -> {
            if (key.contains(" ")) {
                script.append("complete -c thalweg -n 'string match -q \"* ").append(key);
                script.append("*\" -- (string join \" \" -- (commandline -opc))' -a '");
            } else if (!key.isEmpty()) {
                script.append(
                        "complete -c thalweg -n 'test (count (commandline -opc)) -eq 2; and test (commandline -opc)[2]"
                                + " = ");
                script.append(key).append("' -f -a '");
            } else {
                return;
            }
            script.append(String.join(" ", list)).append("'\n");
        });
        return script.toString();
    }
}
