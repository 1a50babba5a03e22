package thalweg.study;

import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What can be asked of an experiment, read once from its record.
///
/// Command-line options and help, JSON, schema and page are views of it; none knows an experiment by name.
///
/// @param name verb and noun: `fit power`
/// @param says one sentence
/// @param examples command lines without the leading `thalweg`
/// @param settings the knobs in the order of the record, nested ones by their path
/// @param type the record
public record Card(
        String name, String says, List<String> examples, List<Setting> settings, Class<? extends Experiment> type) {
    /// The card of an experiment's record.
    ///
    /// @throws IllegalArgumentException if the class is no record with [Experiment.Named] and default constructor
    public static Card of(Class<? extends Experiment> type) {
        return CardReader.CARDS.get(type);
    }

    public String verb() {
        return name.substring(0, name.indexOf(' '));
    }

    public String noun() {
        return name.substring(name.indexOf(' ') + 1);
    }

    /// The experiment with its defaults, changed by `values`.
    ///
    /// @param values by knob, nested maps for nested knobs; each plain or the text a command line takes
    /// @throws Refused with every problem: unknown knobs, values that do not fit, required ones that are missing
    public Experiment bind(Map<String, ?> values) {
        Binder binder = new Binder();
        Record bound = binder.record(type, values, "");
        Refused.unlessEmpty(binder.problems());
        return (Experiment) bound;
    }

    /// All knobs of an experiment as plain values: numbers, booleans, texts, lists, maps, null.
    ///
    /// @param paths whether data keep the path they were given by; a report holds the name alone
    public Map<String, @Nullable Object> values(Experiment experiment, boolean paths) {
        return new Plain(paths).record(experiment);
    }

    /// The same experiment, its data known by fingerprint, columns and rows.
    public Experiment complete(Experiment experiment, Lab lab) {
        return (Experiment) complete((Record) experiment, lab);
    }

    private static Record complete(Record record, Lab lab) {
        RecordComponent[] components = record.getClass().getRecordComponents();
        @Nullable Object[] values = new @Nullable Object[components.length];
        for (int i = 0; i < components.length; i++) {
            Object value = Records.get(record, components[i]);
            values[i] = switch (value) {
                case Data.File known
                when !known.sha256().isEmpty() && !known.columns().isEmpty() -> known;
                case Data.File word when word.isWord() -> word;
                case Data data -> Data.opened(data, lab.open(data));
                case Record nested -> complete(nested, lab);
                case null, default -> value;
            };
        }
        return Records.make(record.getClass(), values);
    }
}
