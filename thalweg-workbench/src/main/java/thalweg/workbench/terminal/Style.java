package thalweg.workbench.terminal;

import thalweg.study.Layer;

/// The roles of text on a terminal, each with its colour (xterm palette, Okabe-Ito for series).
public enum Style {
    PLAIN(""),
    STRONG("1"),
    QUIET("90"),
    ALARM("31"),
    GOOD("32"),
    FIRST("38;5;25"),
    SECOND("38;5;166"),
    THIRD("38;5;36"),
    FOURTH("38;5;175"),
    FIFTH("38;5;178"),
    SIXTH("38;5;74");

    private final String code;

    Style(String code) {
        this.code = code;
    }

    /// Harmless text in this style; uncoloured where the screen has no colour.
    public String paint(Screen screen, String text) {
        return raw(screen, Safe.line(text));
    }

    String raw(Screen screen, String safe) {
        return !screen.color() || code.isEmpty() || safe.isBlank() ? safe : "\u001b[" + code + "m" + safe + "\u001b[0m";
    }

    /// Data are ink, the model is the first colour, references are quiet.
    static Style of(Layer.Ink ink) {
        return switch (ink) {
            case DATA -> PLAIN;
            case MODEL -> FIRST;
            case REFERENCE -> QUIET;
            case SECOND -> SECOND;
            case THIRD -> THIRD;
            case FOURTH -> FOURTH;
            case FIFTH -> FIFTH;
            case SIXTH -> SIXTH;
            case ALARM -> ALARM;
        };
    }
}
