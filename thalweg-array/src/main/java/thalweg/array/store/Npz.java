package thalweg.array.store;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import thalweg.array.Misuse;
import thalweg.array.Tensor;
import thalweg.array.Tree;

/// NumPy's archive of named arrays: a ZIP file of `.npy` members (NEP 1).
///
/// Written without compression and without times, so that equal trees are equal files.
public final class Npz {
    private static final long NO_TIME = 315_532_800_000L;

    private Npz() {}

    /// Writes the tensors of a tree, each under its path.
    public static void write(Path file, Object tree) throws IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            write(out, tree);
        }
    }

    /// Writes the tensors of a tree, each under its path.
    public static void write(OutputStream out, Object tree) throws IOException {
        Tree<Object> flat = Tree.of(tree);
        Map<String, Tensor> named = new LinkedHashMap<>();
        for (int i = 0; i < flat.leaves().size(); i++) {
            named.put(flat.names().get(i), flat.leaves().get(i));
        }
        write(out, named);
    }

    /// Writes named tensors.
    public static void write(OutputStream out, Map<String, Tensor> tensors) throws IOException {
        ZipOutputStream zip = new ZipOutputStream(out);
        zip.setMethod(ZipOutputStream.STORED);
        for (Map.Entry<String, Tensor> entry : tensors.entrySet()) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            Npy.write(bytes, entry.getValue());
            byte[] content = bytes.toByteArray();
            CRC32 sum = new CRC32();
            sum.update(content);
            ZipEntry member = new ZipEntry(entry.getKey() + ".npy");
            member.setTime(NO_TIME);
            member.setSize(content.length);
            member.setCompressedSize(content.length);
            member.setCrc(sum.getValue());
            zip.putNextEntry(member);
            zip.write(content);
            zip.closeEntry();
        }
        zip.finish();
    }

    /// The named tensors of a file.
    ///
    /// @throws Misuse if a member is no array of numbers
    public static Map<String, Tensor> read(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return read(in, file.toString());
        }
    }

    /// The named tensors of a stream.
    ///
    /// @param file what to call it in a message
    /// @throws Misuse if a member is no array of numbers
    public static Map<String, Tensor> read(InputStream in, String file) throws IOException {
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(in, StandardCharsets.UTF_8)) {
            for (ZipEntry member = zip.getNextEntry(); member != null; member = zip.getNextEntry()) {
                String name = member.getName();
                if (!name.endsWith(".npy")) {
                    throw new Misuse("member " + name + " of " + file, "members NAME.npy", "write it with numpy.savez");
                }
                String key = name.substring(0, name.length() - 4);
                tensors.put(key, Npy.read(zip.readAllBytes(), name));
            }
        }
        if (tensors.isEmpty()) {
            throw new Misuse(file + ", which holds no array", "an NPZ file", "write it with Npz or numpy.savez");
        }
        return tensors;
    }

    /// The tree like `like` whose tensors are those of a file.
    ///
    /// @throws Misuse naming the tensor that is missing or of another shape
    public static <T> T read(Path file, T like) throws IOException {
        return fill(read(file), Tree.of(like), file);
    }

    static <T> T fill(Map<String, Tensor> tensors, Tree<T> tree, Path file) {
        List<Tensor> leaves = new ArrayList<>();
        for (int i = 0; i < tree.leaves().size(); i++) {
            String name = tree.names().get(i);
            Tensor found = tensors.get(name);
            if (found == null || !found.type().equals(tree.leaves().get(i).type())) {
                throw new Misuse(
                        (found == null ? "no tensor " + name : name + " " + found.type()) + " in " + file,
                        name + " " + tree.leaves().get(i).type() + " among " + tree.names(),
                        "read it with the model it was written from");
            }
            leaves.add(found);
        }
        return tree.with(leaves);
    }
}
