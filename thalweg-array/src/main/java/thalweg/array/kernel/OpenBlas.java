package thalweg.array.kernel;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_DOUBLE;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.util.Objects;

/// The product of OpenBLAS, called on heap arrays without copying.
///
/// Such a call holds off the collector, so a product is cut into panels of at most [#WORK] multiplications, about
/// a millisecond each. The panels follow from the shape alone.
final class OpenBlas implements Product {
    /// Multiplications in one call: 0.9 ms at 80 GFLOP/s. Smaller panels are packed anew too often.
    static final long WORK = 36L << 20;

    /// The most columns, terms and rows of a panel; wide panels are low, for the library copies B anew in each.
    private static final int WIDTH = 2048;

    private static final int DEPTH = 256;
    private static final int HIGH = 384;
    private static final int LOW = 192;
    private static final int ROW_MAJOR = 101;
    private static final int PLAIN = 111;
    private static final int TRANSPOSED = 112;

    private static final MethodHandle GEMM = OpenBlasLibrary.handle(
            Objects.requireNonNull(OpenBlasLibrary.SYMBOLS),
            "cblas_dgemm",
            FunctionDescriptor.ofVoid(
                    JAVA_INT,
                    JAVA_INT,
                    JAVA_INT,
                    JAVA_INT,
                    JAVA_INT,
                    JAVA_INT,
                    JAVA_DOUBLE,
                    ADDRESS,
                    JAVA_INT,
                    ADDRESS,
                    JAVA_INT,
                    JAVA_DOUBLE,
                    ADDRESS,
                    JAVA_INT),
            Linker.Option.critical(true));

    private final String name;

    OpenBlas(SymbolLookup symbols) {
        this.name = "products: " + OpenBlasLibrary.describe(symbols) + ", 1 thread";
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void gemm(
            boolean transposeA,
            boolean transposeB,
            int m,
            int n,
            int k,
            double alpha,
            double[] a,
            int aAt,
            int aStride,
            double[] b,
            int bAt,
            int bStride,
            double beta,
            double[] c,
            int cAt,
            int cStride) {
        if ((long) m * n * k <= WORK) {
            call(transposeA, transposeB, m, n, k, alpha, a, aAt, aStride, b, bAt, bStride, beta, c, cAt, cStride);
            return;
        }
        int width = panel(n, WIDTH);
        int height = panel(m, width > WIDTH / 2 ? LOW : HIGH);
        int depth = panel(k, Math.clamp(WORK / ((long) height * width), 1, DEPTH));
        for (int j = 0; j < n; j += width) {
            int columns = Math.min(width, n - j);
            for (int p = 0; p < k; p += depth) {
                int deep = Math.min(depth, k - p);
                int bFrom = bAt + (transposeB ? j * bStride + p : p * bStride + j);
                double scale = p == 0 ? beta : 1;
                for (int i = 0; i < m; i += height) {
                    int rows = Math.min(height, m - i);
                    int aFrom = aAt + (transposeA ? p * aStride + i : i * aStride + p);
                    int to = cAt + i * cStride + j;
                    call(
                            transposeA,
                            transposeB,
                            rows,
                            columns,
                            deep,
                            alpha,
                            a,
                            aFrom,
                            aStride,
                            b,
                            bFrom,
                            bStride,
                            scale,
                            c,
                            to,
                            cStride);
                }
            }
        }
    }

    /// The size of equal panels that is at most `largest`.
    private static int panel(int size, int largest) {
        int count = (size + largest - 1) / largest;
        return count == 0 ? 1 : (size + count - 1) / count;
    }

    private static void call(
            boolean transposeA,
            boolean transposeB,
            int m,
            int n,
            int k,
            double alpha,
            double[] a,
            int aAt,
            int aStride,
            double[] b,
            int bAt,
            int bStride,
            double beta,
            double[] c,
            int cAt,
            int cStride) {
        try {
            GEMM.invokeExact(
                    ROW_MAJOR,
                    transposeA ? TRANSPOSED : PLAIN,
                    transposeB ? TRANSPOSED : PLAIN,
                    m,
                    n,
                    k,
                    alpha,
                    MemorySegment.ofArray(a).asSlice((long) aAt * Double.BYTES),
                    aStride,
                    MemorySegment.ofArray(b).asSlice((long) bAt * Double.BYTES),
                    bStride,
                    beta,
                    MemorySegment.ofArray(c).asSlice((long) cAt * Double.BYTES),
                    cStride);
        } catch (Throwable unexpected) {
            throw new AssertionError("a native call that throws nothing", unexpected);
        }
    }
}
