package thalweg.workbench;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.FutureTask;

/// Standard error, given back by the launcher.
///
/// A JVM with `jdk.incubator.vector` prints a line of warning before any of our code runs, and no flag stops it. So the
/// launcher keeps standard error in descriptor 3 and lets 2 lead nowhere while the JVM boots (`-Dthalweg.stderr=3`);
/// `dup2(3, 2)` puts it back. It is no pipe, so that a terminal stays a terminal and `exec` leaves no process between.
final class Messages {
    private Messages() {}

    /// Standard error in UTF-8. Where it has to be put back this is done beside, and the first write waits for it.
    static PrintStream stream() {
        String kept = System.getProperty("thalweg.stderr", "");
        OutputStream error = new FileOutputStream(FileDescriptor.err);
        if (!kept.isEmpty()) {
            FutureTask<Integer> back = new FutureTask<>(() -> putBack(Integer.parseInt(kept)));
            Thread.ofPlatform().daemon().name("thalweg-stderr").start(back);
            error = new Waiting(error, back);
        }
        return new PrintStream(error, true, StandardCharsets.UTF_8);
    }

    @SuppressWarnings("restricted")
    private static int putBack(int kept) {
        Linker linker = Linker.nativeLinker();
        FunctionDescriptor type =
                FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.JAVA_INT);
        MethodHandle dup2 = linker.downcallHandle(linker.defaultLookup().findOrThrow("dup2"), type);
        try {
            return (int) dup2.invokeExact(kept, 2);
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    private static final class Waiting extends OutputStream {
        private final OutputStream error;
        private final FutureTask<Integer> back;

        Waiting(OutputStream error, FutureTask<Integer> back) {
            this.error = error;
            this.back = back;
        }

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int count) throws IOException {
            try {
                back.get();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (java.util.concurrent.ExecutionException e) {
                throw new IOException(e);
            }
            error.write(bytes, from, count);
        }
    }
}
