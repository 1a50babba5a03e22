package thalweg.data;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import thalweg.array.Misuse;

/// A text file whose encoding and separator were found by looking at its beginning.
///
/// A file up to 32 MiB is held, so that what was scanned is what is read; a larger one is opened anew for each pass.
final class CsvFile {
    private static final int HELD = 32 << 20;
    private static final int HEAD = 1 << 16;

    private final Path path;
    private final byte @Nullable [] held;
    private final Charset charset;
    private final char separator;
    private final List<String> notes;
    private @Nullable String sha256;

    private CsvFile(Path path, byte @Nullable [] held, Charset charset, String head) {
        this.path = path;
        this.held = held;
        this.charset = charset;
        this.separator = Separator.of(head);
        this.notes = head.lines()
                .takeWhile(line -> line.startsWith("#"))
                .map(line -> line.substring(1).strip())
                .toList();
    }

    static CsvFile sniff(Path path) {
        if (Files.isDirectory(path)) {
            throw new Misuse(path + " is a folder", "a file", "name a file in it");
        }
        if (!Files.exists(path)) {
            throw new Misuse(
                    "no file " + path,
                    "a table to read",
                    Nearest.advice(fileName(path), beside(path), "check the path"));
        }
        try {
            byte[] held = Files.isRegularFile(path) && Files.size(path) > HELD ? null : bounded(path);
            return of(path, held, held != null ? held : head(path));
        } catch (IOException e) {
            throw unreadable(path, e);
        }
    }

    /// A file whose bytes are at hand; its path serves as a name.
    static CsvFile held(Path path, byte[] bytes) {
        return of(path, bytes, bytes);
    }

    private static CsvFile of(Path path, byte @Nullable [] held, byte[] head) {
        Charset charset = charset(head, path);
        String text = new String(head, 0, Math.min(head.length, HEAD), charset);
        return new CsvFile(path, held, charset, text.startsWith("\uFEFF") ? text.substring(1) : text);
    }

    private static Misuse unreadable(Path path, IOException e) {
        return new Misuse(path + " cannot be read (" + e.getMessage() + ")", "a readable file", "check its rights");
    }

    private static byte[] bounded(Path path) throws IOException {
        try (InputStream in = Files.newInputStream(path)) {
            byte[] bytes = in.readNBytes(HELD + 1);
            if (bytes.length > HELD) {
                throw new Misuse("a stream of more than 32 MiB", "a file", "save it first, then name the file");
            }
            return bytes;
        }
    }

    private static byte[] head(Path path) throws IOException {
        try (InputStream in = Files.newInputStream(path)) {
            return in.readNBytes(HEAD);
        }
    }

    private static List<String> beside(Path path) {
        Path folder = path.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.limit(1000).map(CsvFile::fileName).toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    private static Charset charset(byte[] head, Path path) {
        if (head.length >= 2 && (head[0] & 0xff) == 0xff && (head[1] & 0xff) == 0xfe) {
            return StandardCharsets.UTF_16;
        }
        if (head.length >= 2 && (head[0] & 0xff) == 0xfe && (head[1] & 0xff) == 0xff) {
            return StandardCharsets.UTF_16;
        }
        int control = 0;
        for (int i = 0; i < Math.min(head.length, HEAD); i++) {
            if (head[i] >= 0 && head[i] < 32 && "\t\n\r\f\u001a".indexOf(head[i]) < 0) {
                control++;
            }
        }
        if (control > 0) {
            boolean zip = head.length > 1 && head[0] == 'P' && head[1] == 'K';
            throw new Misuse(
                    path + " is a binary file" + (zip ? " (a zip archive, as spreadsheets write)" : ""),
                    "a text table with a header line",
                    zip ? "save the sheet as CSV" : "choose another file");
        }
        return isUtf8(head) ? StandardCharsets.UTF_8 : Charset.forName("windows-1252");
    }

    private static boolean isUtf8(byte[] head) {
        int end = Math.min(head.length, HEAD);
        while (end > 0 && end > HEAD - 4 && head[end - 1] < 0) {
            end--;
        }
        try {
            StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .decode(java.nio.ByteBuffer.wrap(head, 0, end));
            return true;
        } catch (java.nio.charset.CharacterCodingException e) {
            return false;
        }
    }

    String name() {
        return fileName(path);
    }

    private static String fileName(Path path) {
        Path last = path.getFileName();
        return last == null ? path.toString() : last.toString();
    }

    List<String> notes() {
        return notes;
    }

    char separator() {
        return separator == ' ' ? '\t' : separator;
    }

    Reader reader() throws IOException {
        InputStream bytes = held != null ? new ByteArrayInputStream(held) : Files.newInputStream(path);
        Reader text = new InputStreamReader(new BufferedInputStream(bytes, 1 << 16), charset);
        return separator == ' ' ? new SpacedReader(new ByteOrderMark(text)) : new ByteOrderMark(text);
    }

    synchronized String sha256() {
        String known = sha256;
        if (known == null) {
            known = held != null ? Sha256.of(held) : digest();
            sha256 = known;
        }
        return known;
    }

    private String digest() {
        try (DigestInputStream in = new DigestInputStream(Files.newInputStream(path), Sha256.begin())) {
            in.transferTo(java.io.OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(in.getMessageDigest().digest());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
