package thalweg.array.kernel;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.io.IOException;
import java.io.InputStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.jspecify.annotations.Nullable;

/// The OpenBLAS payload: taken from its jar into a cache folder, opened with one thread.
///
/// The folder is `thalweg.cache` (a system property), else `XDG_CACHE_HOME` or `~/.cache` and there `thalweg`, else a
/// temporary one. Files appear in it by an atomic rename, so that two processes may do this at once.
@SuppressWarnings("restricted") // calling native code is what it is for
final class OpenBlasLibrary {
    private static final Logger LOG = System.getLogger("thalweg");
    private static final Runtime.Version SAFE = Runtime.Version.parse("25.0.3");
    private static final String PAYLOAD = "org/bytedeco/openblas/";

    /// The open library, or null where it cannot be had.
    static final @Nullable SymbolLookup SYMBOLS = open();

    private OpenBlasLibrary() {}

    /// The handle of a function of the open library.
    static MethodHandle handle(
            SymbolLookup symbols, String function, FunctionDescriptor type, Linker.Option... options) {
        return Linker.nativeLinker().downcallHandle(symbols.find(function).orElseThrow(), type, options);
    }

    /// Version and processor kernel, as the library says it.
    static String describe(SymbolLookup symbols) {
        String[] config = text(symbols, "openblas_get_config").split(" ", 3);
        return "OpenBLAS " + config[1] + " " + text(symbols, "openblas_get_corename");
    }

    private static @Nullable SymbolLookup open() {
        if (!OpenBlasLibrary.class.getModule().isNativeAccessEnabled()) {
            return null;
        }
        String folder = PAYLOAD + platform() + "/";
        URL payload = OpenBlasLibrary.class.getClassLoader().getResource(folder);
        if (payload == null) {
            return instead("no OpenBLAS for " + platform() + " is on the class path");
        }
        if (Runtime.version().compareToIgnoreOptional(SAFE) < 0) {
            return instead("JDK " + Runtime.version() + " can move arrays under a native call; 25.0.3 does not");
        }
        try {
            Path library = unpack(payload, folder);
            setOneThread();
            return SymbolLookup.libraryLookup(library, Arena.global());
        } catch (IOException | IllegalArgumentException e) {
            return instead("OpenBLAS does not load: " + e.getMessage());
        }
    }

    private static @Nullable SymbolLookup instead(String reason) {
        LOG.log(Level.INFO, "Products by our own kernels: " + reason + ".");
        return null;
    }

    private static String platform() {
        String os = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        String arch = System.getProperty("os.arch");
        String system = os.startsWith("mac") ? "macosx" : os.startsWith("windows") ? "windows" : "linux";
        return system + "-" + (arch.equals("amd64") ? "x86_64" : arch.equals("aarch64") ? "arm64" : arch);
    }

    /// Copies the library and what it links to out of the jar; returns the library.
    private static Path unpack(URL payload, String folder) throws IOException {
        if (!(payload.openConnection() instanceof JarURLConnection connection)) {
            throw new IOException("its payload is not in a jar: " + payload);
        }
        try (JarFile jar =
                new JarFile(Path.of(connection.getJarFile().getName()).toFile())) {
            List<JarEntry> parts = new ArrayList<>(jar.stream()
                    .filter(e -> e.getName().startsWith(folder + "lib")
                            && e.getName().indexOf('/', folder.length()) < 0)
                    .filter(e -> !e.getName().contains("jni"))
                    .toList());
            String name = Path.of(jar.getName()).getFileName().toString().replace(".jar", "");
            Path target = folder(name);
            Path library = null;
            for (JarEntry part : parts) {
                Path file = target.resolve(part.getName().substring(folder.length()));
                copy(jar, part, file);
                if (!target.endsWith(name)) {
                    file.toFile().deleteOnExit();
                }
                library = file.getFileName().toString().contains("openblas") ? file : library;
            }
            if (library == null) {
                throw new IOException("its payload has no library in " + folder);
            }
            return library;
        }
    }

    private static void copy(JarFile jar, JarEntry part, Path file) throws IOException {
        if (Files.exists(file) && Files.size(file) == part.getSize()) {
            return;
        }
        Path fresh = Files.createTempFile(file.getParent(), "part", null);
        try (InputStream in = jar.getInputStream(part)) {
            Files.copy(in, fresh, StandardCopyOption.REPLACE_EXISTING);
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    private static Path folder(String name) throws IOException {
        String given = System.getProperty("thalweg.cache");
        Path home = Path.of(System.getProperty("user.home"), ".cache");
        Path base = given != null
                ? Path.of(given)
                : Optional.ofNullable(System.getenv("XDG_CACHE_HOME"))
                        .map(Path::of)
                        .orElse(home)
                        .resolve("thalweg");
        try {
            return Files.createDirectories(base.resolve(name));
        } catch (IOException e) {
            Path passing = Files.createTempDirectory("thalweg");
            passing.toFile().deleteOnExit();
            return passing;
        }
    }

    /// OpenBLAS reads this variable while it loads; set later, its threads would already run.
    private static void setOneThread() {
        Linker linker = Linker.nativeLinker();
        Optional<MemorySegment> setenv = linker.defaultLookup().find("setenv");
        if (setenv.isEmpty()) {
            return;
        }
        MethodHandle call =
                linker.downcallHandle(setenv.get(), FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS, JAVA_INT));
        try (Arena arena = Arena.ofConfined()) {
            int status = (int) call.invokeExact(arena.allocateFrom("OPENBLAS_NUM_THREADS"), arena.allocateFrom("1"), 1);
            LOG.log(Level.DEBUG, "setenv OPENBLAS_NUM_THREADS=1: {0}", status);
        } catch (Throwable unexpected) {
            throw new AssertionError("a native call that throws nothing", unexpected);
        }
    }

    private static String text(SymbolLookup symbols, String function) {
        try {
            MemorySegment text = (MemorySegment)
                    handle(symbols, function, FunctionDescriptor.of(ADDRESS)).invokeExact();
            return text.reinterpret(Long.MAX_VALUE).getString(0);
        } catch (Throwable unexpected) {
            throw new AssertionError("a native call that throws nothing", unexpected);
        }
    }
}
