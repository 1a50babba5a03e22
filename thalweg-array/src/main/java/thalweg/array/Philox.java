package thalweg.array;

/// The block cipher behind [Key]: Philox4x32-10, 128 random bits for a 128-bit counter and a 64-bit word.
///
/// One round: `(c0, c1, c2, c3) -> (hi(M1 c2) ^ c1 ^ k0, lo(M1 c2), hi(M0 c0) ^ c3 ^ k1, lo(M0 c0))`, the word
/// advancing by a Weyl sequence; ten rounds. Salmon, Moraes, Dror and Shaw, *Parallel random numbers: as easy as 1,
/// 2, 3*, SC 2011, section 3.3.
final class Philox {
    private static final long LOW = 0xFFFF_FFFFL;
    private static final long M0 = 0xD2511F53L;
    private static final long M1 = 0xCD9E8D57L;
    private static final int WEYL0 = 0x9E3779B9;
    private static final int WEYL1 = 0xBB67AE85;
    private static final int ROUNDS = 10;

    private Philox() {}

    /// The block with counter words `(counter, stream)`, low half first, written as two longs into `pair`.
    static void block(long word, long stream, long counter, long[] pair) {
        long c0 = counter & LOW;
        long c1 = counter >>> 32;
        long c2 = stream & LOW;
        long c3 = stream >>> 32;
        int k0 = (int) word;
        int k1 = (int) (word >>> 32);
        for (int round = 0; round < ROUNDS; round++) {
            long p0 = M0 * c0;
            long p1 = M1 * c2;
            c0 = (p1 >>> 32) ^ c1 ^ (k0 & LOW);
            c1 = p1 & LOW;
            c2 = (p0 >>> 32) ^ c3 ^ (k1 & LOW);
            c3 = p0 & LOW;
            k0 += WEYL0;
            k1 += WEYL1;
        }
        pair[0] = c0 | c1 << 32;
        pair[1] = c2 | c3 << 32;
    }
}
