package thalweg.stan.type;

import thalweg.stan.text.Span;
import thalweg.stan.text.TypeText;

/// A name that a program has given, and what it stands for.
///
/// @param parameter whether its value may depend on parameters
record Symbol(String name, StanType type, Origin origin, Span at, boolean parameter, TypeText text) {
    /// Where a name was declared.
    enum Origin {
        DATA("data"),
        TRANSFORMED_DATA("transformed data"),
        PARAMETER("a parameter"),
        TRANSFORMED_PARAMETER("a transformed parameter"),
        GENERATED("a generated quantity"),
        ARGUMENT("an argument"),
        LOOP("a loop variable"),
        LOCAL("a local variable");

        private final String words;

        Origin(String words) {
            this.words = words;
        }

        @Override
        public String toString() {
            return words;
        }
    }
}
