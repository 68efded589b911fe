package dev.syncline.supplier.order;

import static org.junit.jupiter.api.Assertions.assertNotNull;

import dev.syncline.document.SupplierOrder;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the hub keeps as JSON is read by reflection, which a native program does where it is told so. */
class KeptShapesTest {
    static Stream<Class<?>> shapes() {
        return Stream.of(SupplierOrder.class, OrderState.class).flatMap(KeptShapesTest::withParts);
    }

    private static Stream<Class<?>> withParts(Type type) {
        if (type instanceof ParameterizedType list) {
            return withParts(list.getActualTypeArguments()[0]);
        }
        Class<?> shape = (Class<?>) type;
        return !shape.getName().startsWith("dev.syncline")
                ? Stream.of()
                : Stream.concat(
                        Stream.of(shape),
                        shape.isRecord()
                                ? List.of(shape.getRecordComponents()).stream()
                                        .map(RecordComponent::getGenericType)
                                        .flatMap(KeptShapesTest::withParts)
                                : Stream.of());
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void areRegistered(Class<?> shape) {
        assertNotNull(shape.getAnnotation(RegisterForReflection.class), shape.getName());
    }
}
