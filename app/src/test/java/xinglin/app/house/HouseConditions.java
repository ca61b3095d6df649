package xinglin.app.house;

import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;

/** Conditions of the house style that ArchUnit does not bring along. */
final class HouseConditions {
  private static final Set<String> MUTABLE =
      Set.of(
          "java.util.ArrayList",
          "java.util.HashMap",
          "java.util.LinkedHashMap",
          "java.util.TreeMap",
          "java.util.HashSet",
          "java.util.LinkedHashSet",
          "java.util.TreeSet",
          "java.util.ArrayDeque",
          "java.util.concurrent.ConcurrentHashMap",
          "java.util.concurrent.ConcurrentMap",
          "java.util.concurrent.atomic.AtomicBoolean",
          "java.util.concurrent.atomic.AtomicInteger",
          "java.util.concurrent.atomic.AtomicLong",
          "java.util.concurrent.atomic.AtomicReference",
          "java.lang.StringBuilder",
          "java.lang.ThreadLocal",
          "java.text.SimpleDateFormat",
          "java.text.DecimalFormat");

  private HouseConditions() {}

  /** Used with noClasses(): a class, member or parameterless annotation of the given package. */
  static ArchCondition<JavaClass> carryAnnotationsOf(String packagePrefix) {
    return condition(
        "carry annotations of " + packagePrefix,
        (type, report) ->
            Stream.concat(
                    type.getAnnotations().stream(),
                    type.getMembers().stream().flatMap(HouseConditions::annotations))
                .filter(a -> a.getRawType().getPackageName().startsWith(packagePrefix))
                .forEach(a -> report.accept(a.getDescription())),
        true);
  }

  static ArchCondition<JavaClass> haveNoSetters() {
    return condition(
        "have no setters",
        (type, report) ->
            type.getMethods().stream()
                .filter(HouseConditions::isSetter)
                .forEach(m -> report.accept(m.getFullName() + " is a setter")),
        false);
  }

  static ArchCondition<JavaClass> haveNoStaticMutableState() {
    return condition(
        "have no static mutable state",
        (type, report) ->
            type.getFields().stream()
                .filter(f -> f.getModifiers().contains(JavaModifier.STATIC))
                .filter(f -> !f.getModifiers().contains(JavaModifier.SYNTHETIC))
                .filter(HouseConditions::isMutable)
                .forEach(f -> report.accept(f.getFullName() + " can change")),
        false);
  }

  static ArchCondition<JavaClass> resideInNullMarkedPackages() {
    return condition(
        "reside in packages marked @NullMarked",
        (type, report) -> {
          if (!type.getPackage().isAnnotatedWith(NullMarked.class)) {
            report.accept(type.getName() + ": its package has no @NullMarked package-info");
          }
        },
        false);
  }

  /** Used with noClasses(). */
  static ArchCondition<JavaClass> useTerminalOrExit() {
    return condition(
        "use System.out, System.err or System.exit",
        (type, report) -> {
          type.getFieldAccessesFromSelf().stream()
              .filter(a -> a.getTargetOwner().isEquivalentTo(System.class))
              .filter(a -> Set.of("out", "err").contains(a.getTarget().getName()))
              .forEach(a -> report.accept(a.getDescription()));
          type.getMethodCallsFromSelf().stream()
              .filter(c -> c.getTargetOwner().isEquivalentTo(System.class))
              .filter(c -> c.getTarget().getName().equals("exit"))
              .forEach(c -> report.accept(c.getDescription()));
        },
        true);
  }

  private static boolean isSetter(JavaMethod method) {
    return method.getName().matches("set[A-Z].*")
        && method.getRawParameterTypes().size() == 1
        && method.getRawReturnType().isEquivalentTo(void.class)
        && !method.getModifiers().contains(JavaModifier.SYNTHETIC);
  }

  private static boolean isMutable(JavaField field) {
    boolean last = field.getModifiers().contains(JavaModifier.FINAL);
    boolean openArray =
        field.getRawType().isArray() && !field.getModifiers().contains(JavaModifier.PRIVATE);
    return !last || openArray || MUTABLE.contains(field.getRawType().getName());
  }

  private static Stream<JavaAnnotation<?>> annotations(JavaMember member) {
    return member.getAnnotations().stream().map(a -> (JavaAnnotation<?>) a);
  }

  /** {@code found} says what an event means: satisfied for noClasses(), violated for classes(). */
  private static ArchCondition<JavaClass> condition(
      String description, BiConsumer<JavaClass, Consumer<String>> search, boolean found) {
    return new ArchCondition<>(description) {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        search.accept(type, message -> events.add(new SimpleConditionEvent(type, found, message)));
      }
    };
  }
}
