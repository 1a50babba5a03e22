package thalweg.workbench.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import thalweg.study.Card;
import thalweg.study.page.Schema;

/// `schema [VERB NOUN|report]`: JSON Schema of an experiment, of the report, of all experiments.
final class SchemaCommand {
    private final Call call;

    SchemaCommand(Call call) {
        this.call = call;
    }

    int run() {
        List<String> words = call.plainWords(2);
        Gallery gallery = new Gallery();
        if (words.equals(List.of("report"))) {
            call.print(Schema.report());
        } else if (words.isEmpty()) {
            Map<String, Object> all = new LinkedHashMap<>();
            gallery.entries().forEach(entry -> all.put(entry.name(), Schema.of(Card.of(entry.type()))));
            call.printJson(all);
        } else {
            call.printJson(Schema.of(gallery.card(words.getFirst(), words.size() > 1 ? words.get(1) : "")));
        }
        return Exit.DONE;
    }
}
