package dev.syncline.page;

import com.dashjoin.jsonata.Jsonata;
import com.dashjoin.jsonata.Jsonata.EntryCallback;
import com.dashjoin.jsonata.Jsonata.ExitCallback;
import io.quarkus.runtime.annotations.RegisterForProxy;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.function.Consumer;

/**
 * Watches an evaluation step by step, by the library's callbacks. They have a parameter of a type that nobody else can name,
 * so no class of ours can implement them, but a proxy can (docs/adr/074).
 */
@RegisterForProxy(targets = {EntryCallback.class, ExitCallback.class})
final class EvaluationWatch implements InvocationHandler {
    private static final int RESULT = 3;

    private final Runnable enter;
    private final Consumer<Object> leave;

    private EvaluationWatch(Runnable enter, Consumer<Object> leave) {
        this.enter = enter;
        this.leave = leave;
    }

    /**
     * @param enter called before each part of the expression is evaluated
     * @param leave called with what it was evaluated to
     */
    static void on(Jsonata.Frame frame, Runnable enter, Consumer<Object> leave) {
        Object callbacks = Proxy.newProxyInstance(
                Jsonata.class.getClassLoader(),
                new Class<?>[] {EntryCallback.class, ExitCallback.class},
                new EvaluationWatch(enter, leave));
        frame.setEvaluateEntryCallback((EntryCallback) callbacks);
        frame.setEvaluateExitCallback((ExitCallback) callbacks);
    }

    @Override
    public Object invoke(Object proxy, Method method, Object[] arguments) {
        if (method.getDeclaringClass() == EntryCallback.class) {
            enter.run();
            return null;
        } else if (method.getDeclaringClass() == ExitCallback.class) {
            leave.accept(arguments[RESULT]);
            return null;
        }
        return switch (method.getName()) {
            case "equals" -> proxy == arguments[0];
            case "hashCode" -> System.identityHashCode(proxy);
            default -> "the watch of an evaluation";
        };
    }
}
