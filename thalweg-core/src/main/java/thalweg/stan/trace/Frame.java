package thalweg.stan.trace;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The variables of a block or of a call of a function, innermost scope first.
final class Frame {
    /// What a name stands for: a variable, or a value that cannot be assigned.
    sealed interface Binding {
        /// A variable.
        record Variable(Cell cell) implements Binding {}

        /// An argument or the number of a turn.
        record Fixed(Value value) implements Binding {}

        /// A variable of a loop that carries it, row by row.
        record Windowed(Window window) implements Binding {}
    }

    private final Deque<Map<String, Binding>> scopes = new ArrayDeque<>();

    Frame() {
        scopes.push(new HashMap<>());
    }

    void open() {
        scopes.push(new HashMap<>());
    }

    void close() {
        scopes.pop();
    }

    void bind(String name, Binding binding) {
        Map<String, Binding> scope = scopes.peek();
        if (scope != null) {
            scope.put(name, binding);
        }
    }

    /// Puts another binding where a name is bound now.
    void rebind(String name, Binding binding) {
        for (Map<String, Binding> scope : scopes) {
            if (scope.containsKey(name)) {
                scope.put(name, binding);
                return;
            }
        }
    }

    @Nullable
    Binding find(String name) {
        for (Map<String, Binding> scope : scopes) {
            Binding binding = scope.get(name);
            if (binding != null) {
                return binding;
            }
        }
        return null;
    }

    /// The variable of a name; null if it has none.
    @Nullable
    Cell cell(String name) {
        return find(name) instanceof Binding.Variable(Cell cell) ? cell : null;
    }

    int depth() {
        return scopes.size();
    }

    /// Closes scopes down to a depth, after a statement was left halfway.
    void close(int depth) {
        while (scopes.size() > depth) {
            scopes.pop();
        }
    }
}
