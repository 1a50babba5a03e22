package thalweg.workbench.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SafeTest {
    @Test
    void whatCouldSteerATerminalIsShownAsItsCode() {
        assertThat(Safe.line("\u001b[31mred\u001b[0m")).isEqualTo("\\x1b[31mred\\x1b[0m");
        assertThat(Safe.line("a\rb\nc\td\u0007")).isEqualTo("a\\x0db\\x0ac\\x09d\\x07");
        assertThat(Safe.line("\u009b2J")).isEqualTo("\\x9b2J");
        assertThat(Safe.line("pay\u202elacsap")).isEqualTo("pay\\u202elacsap");
        assertThat(Safe.line("zero\u200bwidth \ufeff")).isEqualTo("zero\\u200bwidth \\ufeff");
        assertThat(Safe.line("plain, Grüße, 周期, α²")).isEqualTo("plain, Grüße, 周期, α²");
    }

    /// Widths by Unicode TR 11.
    @Test
    void wideLettersTakeTwoCells() {
        assertThat(Safe.width("abc")).isEqualTo(3);
        assertThat(Safe.width("周期 [天]")).isEqualTo(9);
        assertThat(Safe.width("e\u0301")).isEqualTo(1);
        assertThat(Safe.pad("周期", 6, true)).isEqualTo("周期  ");
        assertThat(Safe.pad("周期", 6, false)).isEqualTo("  周期");
        assertThat(Safe.cut("周期和距离", 9)).isEqualTo("周期和...");
        assertThat(Safe.cut("short", 5)).isEqualTo("short");
        assertThat(Safe.wrap("a rose is a rose", 6)).containsExactly("a rose", "is a", "rose");
        assertThat(Safe.wrap("unbreakable as it is", 5)).containsExactly("unbreakable", "as it", "is");
    }
}
