package thalweg.workbench;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Objects;

/// Standard output that remembers why it failed. A reader who has seen enough (`| head`) is no failure.
final class Output extends OutputStream {
    private final FileOutputStream out;
    private String failure = "";
    private boolean closed;

    Output(FileDescriptor descriptor) {
        this.out = new FileOutputStream(descriptor);
    }

    /// The reason in words, empty if all was written.
    String failure() {
        return failure;
    }

    @Override
    public void write(int b) {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int count) {
        if (closed) {
            return;
        }
        try {
            out.write(bytes, from, count);
        } catch (IOException e) {
            closed = true;
            String reason = Objects.requireNonNullElse(e.getMessage(), "unknown");
            failure = reason.contains("Broken pipe") ? "" : reason;
        }
    }
}
