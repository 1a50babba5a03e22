package thalweg.workbench;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.concurrent.atomic.AtomicBoolean;
import thalweg.workbench.cli.Cli;

/// Ctrl-C and TERM: the first asks the run to stop, the second leaves at once.
///
/// `sun.misc.Signal` is reached by reflection: the compiler warns of it in a way that cannot be switched off, and a
/// shutdown hook would not hear the second signal.
final class Signals {
    private final Cli cli;
    private final AtomicBoolean asked = new AtomicBoolean();

    private Signals(Cli cli) {
        this.cli = cli;
    }

    static void listen(Cli cli) {
        Signals signals = new Signals(cli);
        signals.handle("INT", 130);
        signals.handle("TERM", 143);
    }

    private void handle(String name, int status) {
        try {
            Class<?> signal = Class.forName("sun.misc.Signal");
            Class<?> handler = Class.forName("sun.misc.SignalHandler");
            InvocationHandler heard = (proxy, method, arguments) -> {
                heard(status);
                return null;
            };
            Object ours = Proxy.newProxyInstance(handler.getClassLoader(), new Class<?>[] {handler}, heard);
            signal.getMethod("handle", signal, handler)
                    .invoke(null, signal.getConstructor(String.class).newInstance(name), ours);
        } catch (ReflectiveOperationException | IllegalArgumentException e) {
            System.getLogger(Signals.class.getName())
                    .log(System.Logger.Level.DEBUG, name + " ends the process at once", e);
        }
    }

    private void heard(int status) {
        if (asked.getAndSet(true) || !cli.stop(status)) {
            Main.exit(status);
        }
    }
}
