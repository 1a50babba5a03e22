package thalweg.study.page;

/// A colour for every height, interpolated between a few fixed ones.
public enum Ramp {
    /// dark valleys, light peaks
    HEIGHT(0x0B1D3A, 0x123F6D, 0x1F6690, 0x3B8EA5, 0x74B5A8, 0xB9D8A8, 0xF4F1C1),
    /// blue below zero, orange above
    SIGNED(0x053F78, 0x2F7FB8, 0xA6CBE3, 0xF4F4F2, 0xF2B690, 0xD26A2A, 0x7F2F05);

    private final int[] stops;

    Ramp(int... stops) {
        this.stops = stops;
    }

    /// The colour as markup writes it.
    ///
    /// @param share from 0 to 1
    String at(double share) {
        return String.format(java.util.Locale.ROOT, "#%06X", rgb(share));
    }

    /// The colour as `0xRRGGBB`.
    ///
    /// @param share from 0 to 1
    public int rgb(double share) {
        double place = Math.clamp(share, 0, 1) * (stops.length - 1);
        int below = Math.min((int) place, stops.length - 2);
        double part = place - below;
        int colour = 0;
        for (int shift = 16; shift >= 0; shift -= 8) {
            int a = stops[below] >> shift & 0xff;
            int b = stops[below + 1] >> shift & 0xff;
            colour |= (int) Math.round(a + part * (b - a)) << shift;
        }
        return colour;
    }
}
