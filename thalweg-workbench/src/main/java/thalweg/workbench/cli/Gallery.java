package thalweg.workbench.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import thalweg.Catalog;
import thalweg.array.Misuse;
import thalweg.data.Nearest;
import thalweg.study.Card;
import thalweg.study.Experiment;

/// The experiments by verb and noun; only the card that is asked for is read.
final class Gallery {
    /// An experiment's name and sentence, as its class carries them.
    record Entry(String name, String says, List<String> examples, Class<? extends Experiment> type) {
        String verb() {
            return name.substring(0, name.indexOf(' '));
        }

        String noun() {
            return name.substring(name.indexOf(' ') + 1);
        }
    }

    private final List<Entry> entries = new ArrayList<>();

    Gallery() {
        for (Class<? extends Experiment> type : Catalog.experiments()) {
            Experiment.Named named = Objects.requireNonNull(type.getAnnotation(Experiment.Named.class), type::getName);
            entries.add(new Entry(named.value(), named.says(), List.of(named.examples()), type));
        }
    }

    List<Entry> entries() {
        return entries;
    }

    /// Each verb once, in the order of the catalog.
    List<String> verbs() {
        return entries.stream().map(Entry::verb).distinct().toList();
    }

    List<String> nouns(String verb) {
        return entries.stream()
                .filter(e -> e.verb().equals(verb))
                .map(Entry::noun)
                .toList();
    }

    /// The card of an experiment.
    ///
    /// @throws Misuse that names what exists and what is near
    Card card(String verb, String noun) {
        String name = verb + " " + noun;
        for (Entry entry : entries) {
            if (entry.name().equals(name)) {
                return Card.of(entry.type());
            }
        }
        List<String> nouns = nouns(verb);
        if (nouns.isEmpty()) {
            throw unknown(verb, noun);
        }
        throw new Misuse(
                noun.isEmpty() ? "\"" + verb + "\" without a noun" : "no experiment \"" + name + "\"",
                verb + " " + String.join(", " + verb + " ", nouns),
                noun.isEmpty()
                        ? "`thalweg help " + verb + "` explains them"
                        : Nearest.advice(noun, nouns, "choose one of these"));
    }

    private Misuse unknown(String verb, String noun) {
        List<String> verbs = new ArrayList<>(verbs());
        Commands.WORDS.forEach(verbs::add);
        List<String> names = entries.stream().map(Entry::name).toList();
        String whole = noun.isEmpty() || noun.startsWith("-") ? "" : verb + " " + noun;
        List<String> near = whole.isEmpty() ? List.of() : Nearest.to(whole, names);
        return new Misuse(
                "no verb \"" + verb + "\"",
                "one of " + String.join(", ", verbs),
                near.isEmpty()
                        ? Nearest.advice(verb, verbs, "`thalweg list` shows what can be done")
                        : Nearest.advice(whole, names, ""));
    }
}
