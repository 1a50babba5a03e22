package thalweg.array;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeyTest {
    /// Random123 1.14, tests/kat_vectors, lines `philox4x32 10`: counter, key, output, each word in hexadecimal.
    @ParameterizedTest
    @CsvSource({
        "00000000 00000000 00000000 00000000, 00000000 00000000, 6627e8d5 e169c58d bc57ac4c 9b00dbd8",
        "ffffffff ffffffff ffffffff ffffffff, ffffffff ffffffff, 408f276d 41c83b0e a20bc7c6 6d5451fd",
        "243f6a88 85a308d3 13198a2e 03707344, a4093822 299f31d0, d16cfe09 94fdcceb 5001e420 24126ea1"
    })
    void philoxAnswersAsPublished(String counter, String word, String expected) {
        long[] c = longs(counter);
        long[] pair = new long[2];
        Philox.block(longs(word)[0], c[1], c[0], pair);
        assertThat(pair).containsExactly(longs(expected));
    }

    @Test
    void elementsAreTheHalvesOfBlocks() {
        Key zero = new Key(0, 0);
        assertThat(zero.bits(0)).isEqualTo(0xe169c58d_6627e8d5L);
        assertThat(zero.bits(1)).isEqualTo(0x9b00dbd8_bc57ac4cL);
        assertThat(zero.uniform(0)).isEqualTo((0xe169c58d_6627e8d5L >>> 11) / 0x1p53);
    }

    /// Wichura (1988), section "test data": percentage points of the normal law.
    @ParameterizedTest
    @CsvSource({"0.25, 0.6744897501960817", "0.001, 3.090232306167814", "1e-20, 9.262340089798408"})
    void normalQuantileAsPublished(double tail, double z) {
        assertThat(NormalQuantile.upper(tail)).isEqualTo(z, within(5e-16 * z));
    }

    @Test
    void anElementDependsOnKeyAndIndexOnly() {
        Key key = Key.of(7).fold(3);
        double[] u = key.uniforms(1001);
        double[] z = key.normals(1001);
        double[] e = key.exponentials(1001);
        long[] k = key.integers(1001, 1_000_003);
        double[] part = new double[20];
        key.normals(331, part, 5, 10);
        for (int i = 1000; i >= 0; i--) {
            assertThat(key.uniform(i)).isEqualTo(u[i]);
            assertThat(key.normal(i)).isEqualTo(z[i]);
            assertThat(key.exponential(i)).isEqualTo(e[i]);
            assertThat(key.integer(i, 1_000_003)).isEqualTo(k[i]);
        }
        assertThat(IntStream.range(0, 10)).allMatch(i -> part[5 + i] == z[331 + i]);
        assertThat(part[4]).isZero();
        assertThat(part[15]).isZero();
    }

    @Test
    void anyThreadDrawsTheSame() {
        Key key = Key.of(11);
        double[] alone =
                IntStream.range(0, 64).mapToDouble(i -> key.fold(i).normal(i)).toArray();
        double[] together = IntStream.range(0, 64)
                .parallel()
                .mapToDouble(i -> key.fold(i).normal(i))
                .toArray();
        assertThat(together).containsExactly(alone);
    }

    @Test
    void childrenAreDistinct() {
        Set<Key> seen = new HashSet<>();
        for (long seed = -2; seed < 3; seed++) {
            Key key = Key.of(seed);
            seen.add(key);
            for (int i = 0; i < 1000; i++) {
                seen.add(key.fold(i - 500));
            }
            seen.addAll(List.of(key.split(1000)));
        }
        assertThat(seen).hasSize(5 * 2001);
        assertThat(Key.of(1).split(5)).startsWith(Key.of(1).split(3));
    }

    @Test
    void aBoundOfOneLeavesZero() {
        assertThat(Key.of(1).integers(9, 1)).containsOnly(0L);
        assertThat(Key.of(1).permutation(1)).containsExactly(0);
        assertThat(Key.of(1).permutation(0)).isEmpty();
    }

    @Test
    void misuseIsNamed() {
        assertThatThrownBy(() -> Key.of(1).integers(3, 0))
                .isInstanceOf(Misuse.class)
                .hasMessageContaining("below 0");
        assertThatThrownBy(() -> Key.of(1).uniforms(-1))
                .isInstanceOf(Misuse.class)
                .hasMessageContaining("-1 elements");
    }

    private static long[] longs(String words) {
        String[] w = words.split(" ", -1);
        return IntStream.range(0, w.length / 2)
                .mapToLong(i -> Long.parseLong(w[2 * i], 16) | Long.parseLong(w[2 * i + 1], 16) << 32)
                .toArray();
    }
}
