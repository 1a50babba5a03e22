package thalweg.room.symmetry;

import thalweg.room.symmetry.sample.Collisions;
import thalweg.study.Knob;

/// How data of a named system are made up.
record Making(
        @Knob(value = "how many trajectories", min = 1, max = 100_000)
        int trajectories,

        @Knob(value = "samples of each", min = 2, max = 1_000_000)
        int points,

        @Knob(value = "how many collisions", min = 1, max = 1_000_000)
        int events,

        @Knob(value = "dimensions of space for collisions", min = 1, max = 3)
        int dimension,

        @Knob("restitution of collisions, from 0 to 1, or random")
        String restitution,

        @Knob(value = "errors of the coordinates, over their standard deviation", min = 0, max = 1)
        double noise) {
    Making() {
        this(40, 200, 400, 1, "0", 0);
    }

    Making {
        new Collisions(restitution, 1);
    }

    Collisions collisions() {
        return new Collisions(restitution, dimension);
    }
}
