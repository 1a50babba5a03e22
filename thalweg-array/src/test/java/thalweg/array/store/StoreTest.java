package thalweg.array.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import thalweg.array.Misuse;
import thalweg.array.Tensor;

class StoreTest {
    @TempDir
    Path folder;

    record Layer(Tensor weight, Tensor bias) {}

    private static final List<Layer> NET = List.of(
            new Layer(Tensor.matrix(new double[][] {{1, 2, 3}, {4, 5, Double.NaN}}), Tensor.vector(1e-300, -0.0)),
            new Layer(Tensor.of(7), Tensor.wholes(1, -2, 3)));

    @Test
    void npzKeepsATree() throws IOException {
        Path file = folder.resolve("net.npz");
        Npz.write(file, NET);
        check(Npz.read(file, NET));
        assertThat(Npz.read(file).keySet()).containsExactly("0.weight", "0.bias", "1.weight", "1.bias");
        byte[] first = Files.readAllBytes(file);
        Npz.write(file, NET);
        assertThat(Files.readAllBytes(file)).isEqualTo(first);
    }

    @Test
    void safetensorsKeepATree() throws IOException {
        Path file = folder.resolve("net.safetensors");
        Safetensors.write(file, NET);
        check(Safetensors.read(file, NET));
    }

    @Test
    void whatNumpyWroteIsRead() throws IOException {
        // numpy.savez(f, a=arange(6, dtype='<f4').reshape(2, 3, order='F'), b=asfortranarray([[1, 2], [3, 4]]))
        Path file = folder.resolve("numpy.npz");
        Files.write(file, Base64.getDecoder().decode(NUMPY));
        Map<String, Tensor> read = Npz.read(file);
        Tensor a = read.getOrDefault("a", Tensor.of(0));
        Tensor b = read.getOrDefault("b", Tensor.of(0));
        assertThat(a.toArray()).containsExactly(0, 2, 4, 1, 3, 5);
        assertThat(a.shape().sizes()).containsExactly(2, 3);
        assertThat(b.toWords()).containsExactly(1, 2, 3, 4);
    }

    @Test
    void otherFilesAreRefused() throws IOException {
        Path file = folder.resolve("text");
        Files.writeString(file, "no archive, just words that mean nothing");
        assertThatThrownBy(() -> Npz.read(file)).isInstanceOf(Misuse.class);
        assertThatThrownBy(() -> Safetensors.read(file)).isInstanceOf(Misuse.class);
        Path other = folder.resolve("other.npz");
        Npz.write(other, NET.subList(0, 1));
        assertThatThrownBy(() -> Npz.read(other, NET))
                .isInstanceOf(Misuse.class)
                .hasMessageContaining("1.weight");
    }

    private static void check(List<Layer> read) {
        for (int i = 0; i < NET.size(); i++) {
            assertThat(read.get(i).weight().toArray())
                    .containsExactly(NET.get(i).weight().toArray());
            assertThat(read.get(i).bias().type()).isEqualTo(NET.get(i).bias().type());
            assertThat(read.get(i).bias().toArray())
                    .containsExactly(NET.get(i).bias().toArray());
        }
    }

    private static final String NUMPY =
            "UEsDBC0AAAAAAAAAIQCjG8gd//////////8FABQAYS5ucHkBABAAmAAAAAAAAACYAAAAAAAAAJNOVU1QWQEAdgB7J2Rlc2Ny"
                    + "JzogJzxmNCcsICdmb3J0cmFuX29yZGVyJzogVHJ1ZSwgJ3NoYXBlJzogKDIsIDMpLCB9ICAgICAgICAgICAgICAgICAgICAg"
                    + "ICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAKAAAAAAAAgD8AAABAAABAQAAAgEAAAKBAUEsDBC0AAAAA"
                    + "AAAAIQBUe5EX//////////8FABQAYi5ucHkBABAAoAAAAAAAAACgAAAAAAAAAJNOVU1QWQEAdgB7J2Rlc2NyJzogJzxpOCcs"
                    + "ICdmb3J0cmFuX29yZGVyJzogVHJ1ZSwgJ3NoYXBlJzogKDIsIDIpLCB9ICAgICAgICAgICAgICAgICAgICAgICAgICAgICAg"
                    + "ICAgICAgICAgICAgICAgICAgICAgICAgICAgICAKAQAAAAAAAAADAAAAAAAAAAIAAAAAAAAABAAAAAAAAABQSwECLQMtAAAA"
                    + "AAAAACEAoxvIHZgAAACYAAAABQAAAAAAAAAAAAAAgAEAAAAAYS5ucHlQSwECLQMtAAAAAAAAACEAVHuRF6AAAACgAAAABQAA"
                    + "AAAAAAAAAAAAgAHPAAAAYi5ucHlQSwUGAAAAAAIAAgBmAAAApgEAAAAA";
}
