package thalweg.landscape;

import thalweg.array.Tensor;

/// Matrices whose rows or columns are simplices.
record StochasticSpace(boolean byRow, int rows, int columns) implements Space {
    private Space lines() {
        return Space.simplex(byRow ? columns : rows).array(byRow ? rows : columns);
    }

    @Override
    public int free() {
        return lines().free();
    }

    @Override
    public Image at(Tensor u) {
        if (byRow) {
            Tensor turned = u.reshape(columns - 1, rows).transpose().reshape(u.count());
            return lines().at(turned);
        }
        Image image = lines().at(u);
        return new Image(image.place().transpose(), image.logJacobian());
    }

    @Override
    public double[] free(double[] place) {
        if (byRow) {
            double[] lines = lines().free(place);
            double[] u = new double[lines.length];
            for (int i = 0; i < rows; i++) {
                for (int j = 0; j < columns - 1; j++) {
                    u[j * rows + i] = lines[i * (columns - 1) + j];
                }
            }
            return u;
        }
        double[] turned = new double[place.length];
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                turned[j * rows + i] = place[i * columns + j];
            }
        }
        return lines().free(turned);
    }
}
