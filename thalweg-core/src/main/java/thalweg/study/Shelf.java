package thalweg.study;

import java.util.Optional;

/// Where a run keeps what it needs to go on after it was cut: bytes by name, each replaced whole.
public interface Shelf {
    /// @param name letters, digits, blanks and dashes
    void put(String name, byte[] bytes);

    /// What was put last under a name.
    Optional<byte[]> get(String name);

    /// Whether anything put is ever found again.
    default boolean keeps() {
        return true;
    }

    /// The shelf that forgets.
    static Shelf none() {
        return new Shelf() {
            @Override
            public void put(String name, byte[] bytes) {}

            @Override
            public Optional<byte[]> get(String name) {
                return Optional.empty();
            }

            @Override
            public boolean keeps() {
                return false;
            }
        };
    }
}
