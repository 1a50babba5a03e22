package thalweg.stan.type;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import thalweg.stan.text.Span;
import thalweg.stan.text.StanText;
import thalweg.stan.text.Stmt;

/// The names that can be seen at a place of a program, innermost first.
final class Scope {
    private final Deque<Map<String, Symbol>> levels = new ArrayDeque<>();
    private final Map<String, Span> later = new HashMap<>();
    private final Set<String> used = new HashSet<>();

    Scope(StanText program) {
        levels.push(new HashMap<>());
        for (StanText.Part part : StanText.Part.values()) {
            if (part != StanText.Part.MODEL) {
                for (Stmt statement : program.statements(part)) {
                    if (statement instanceof Stmt.Declare declare) {
                        later.putIfAbsent(declare.name().name(), declare.name().at());
                    }
                }
            }
        }
    }

    void open() {
        levels.push(new HashMap<>());
    }

    void close() {
        levels.pop();
    }

    /// A scope in which only functions are known, for their bodies.
    Map<String, Symbol> outermost() {
        return levels.getLast();
    }

    @Nullable
    Symbol find(String name) {
        for (Map<String, Symbol> level : levels) {
            Symbol symbol = level.get(name);
            if (symbol != null) {
                return symbol;
            }
        }
        return null;
    }

    /// Where a name that is not known yet will be declared; null if nowhere.
    @Nullable
    Span later(String name) {
        return later.get(name);
    }

    void use(String name) {
        used.add(name);
    }

    boolean isUsed(String name) {
        return used.contains(name);
    }

    void declare(Symbol symbol) {
        Map<String, Symbol> level = levels.peek();
        if (level != null) {
            level.put(symbol.name(), symbol);
        }
    }
}
