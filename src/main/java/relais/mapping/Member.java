package relais.mapping;

import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.SerializedString;
import java.lang.invoke.LambdaMetafactory;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.RecordComponent;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A member of a record. Two are the same only when they are one. */
final class Member {

    private static final MethodHandles.Lookup LOOKUP = MethodHandles.lookup();
    private static final MethodType ANY = MethodType.methodType(Object.class, Object.class);

    private final int index;
    private final String name;
    /** The same, encoded once for all. */
    private final SerializedString fieldName;

    private final Shape shape;
    private final Optional<Tree> inner;
    private final Optional<RecordComponent> component;
    /** A method reference to the record's accessor, made when it is first needed: most members of most documents never are. */
    private @Nullable Function<Object, Object> accessor;

    private Member(int index, String name, Shape shape, Optional<RecordComponent> component) {
        this.index = index;
        this.name = name;
        this.fieldName = new SerializedString(name);
        this.shape = shape;
        var held = shape instanceof Shape.Maybe maybe ? maybe.inner() : shape;
        this.inner = held instanceof Tree tree ? Optional.of(tree) : Optional.empty();
        this.component = component;
    }

    static Member of(int index, RecordComponent component) {
        return new Member(index, component.getName(), Shape.of(component), Optional.of(component));
    }

    /** The only member of what is no record, which is that itself. */
    static Member itself(String name, Leaf leaf) {
        return new Member(0, name, leaf, Optional.empty());
    }

    /** Its number in the record, from 0. */
    int index() {
        return index;
    }

    String name() {
        return name;
    }

    SerializableString fieldName() {
        return fieldName;
    }

    Shape shape() {
        return shape;
    }

    /** The form of the record that it holds, an Optional seen through; empty when it holds something else. */
    Optional<Tree> inner() {
        return inner;
    }

    /** Its value in a record, or what is known of it in a draft; null when that is nothing. */
    @Nullable
    Object of(Object from) {
        if (from instanceof Draft draft) return draft.get(index);
        var known = accessor;
        if (known == null) accessor = known = component.map(Member::reference).orElse(Function.identity());
        return known.apply(from);
    }

    @SuppressWarnings("unchecked")
    private static Function<Object, Object> reference(RecordComponent component) {
        try {
            var method = LOOKUP.unreflect(component.getAccessor());
            var site = LambdaMetafactory.metafactory(
                    LOOKUP,
                    "apply",
                    MethodType.methodType(Function.class),
                    ANY,
                    method,
                    method.type().wrap());
            return (Function<Object, Object>) site.getTarget().invoke();
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(component + " of " + component.getDeclaringRecord() + " is not public", e);
        }
    }
}
