package thalweg;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/// DESIGN, section 3: modules are floors, packages are rooms, arrows point down.
class FloorPlanTest {
    /// Low to high: a package imports itself and what stands before it. `.*` is one room each, beside one another.
    private static final List<String> FLOORS = List.of(
            "thalweg.array.kernel",
            "thalweg.array",
            "thalweg.linalg",
            "thalweg.array.transform",
            "thalweg.array.run",
            "thalweg.array.store",
            "thalweg.data",
            "thalweg.formula",
            "thalweg.landscape",
            "thalweg.measure",
            "thalweg.flow",
            "thalweg.flow.motion",
            "thalweg.flow.descent",
            "thalweg.flow.chain",
            "thalweg.flow.evolution",
            "thalweg.system",
            "thalweg.model",
            "thalweg.stan.text",
            "thalweg.stan.type",
            "thalweg.stan.data",
            "thalweg.stan.density",
            "thalweg.stan.trace",
            "thalweg.stan",
            "thalweg.study",
            "thalweg.study.page",
            "thalweg.study.folder",
            "thalweg.room.*",
            "thalweg",
            "thalweg.workbench.terminal",
            "thalweg.workbench.index",
            "thalweg.workbench.cli",
            "thalweg.workbench.web",
            "thalweg.workbench.notebook",
            "thalweg.workbench");

    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("thalweg");

    @Test
    void everyPackageStandsOnAFloor() {
        Set<String> nowhere = new TreeSet<>();
        for (JavaClass one : HOUSE) {
            if (floor(one.getPackageName()) < 0) {
                nowhere.add(one.getPackageName());
            }
        }
        assertThat(nowhere)
                .as("packages that DESIGN section 3 and this table do not know")
                .isEmpty();
        assertThat(HOUSE.stream().map(JavaClass::getPackageName))
                .contains(
                        "thalweg.array", "thalweg.data", "thalweg.study", "thalweg.room.law", "thalweg.workbench.cli");
    }

    @Test
    void arrowsPointDown() {
        assertThat(forbidden((from, to) -> floor(to) > floor(from))).isEmpty();
    }

    @Test
    void noRoomKnowsAnother() {
        assertThat(forbidden((from, to) -> !room(from).isEmpty()
                        && !room(to).isEmpty()
                        && !room(from).equals(room(to))))
                .isEmpty();
    }

    @Test
    void linearAlgebraStandsOnPlainArrays() {
        assertThat(HOUSE.stream()
                        .filter(one -> one.getPackageName().equals("thalweg.linalg"))
                        .flatMap(one -> one.getDirectDependenciesFromSelf().stream())
                        .map(dependency -> dependency.getTargetClass().getBaseComponentType())
                        .filter(target -> target.getPackageName().startsWith("thalweg."))
                        .filter(target -> !target.getPackageName().equals("thalweg.linalg"))
                        .filter(target -> !target.getPackageName().equals("thalweg.array.kernel"))
                        .map(JavaClass::getFullName))
                .containsOnly("thalweg.array.Misuse");
    }

    @Test
    void noPackagesGoInCircles() {
        SlicesRuleDefinition.slices()
                .matching("(thalweg..)")
                .namingSlices("$1")
                .should()
                .beFreeOfCycles()
                .check(HOUSE);
    }

    @Test
    void thereIsNoAttic() {
        Predicate<String> attic = name -> name.matches("Abstract.*|.*(Util|Utils|Helper|Helpers|Manager|Impl)");
        assertThat(HOUSE.stream().filter(one -> attic.test(one.getSimpleName())).map(JavaClass::getName))
                .isEmpty();
        assertThat(HOUSE.stream().map(JavaClass::getPackageName).filter(p -> p.matches(".*\\.(common|misc|utils?)")))
                .isEmpty();
    }

    @Test
    void nothingIsInheritedButInterfaces() {
        assertThat(HOUSE.stream()
                        .filter(one -> one.getRawSuperclass()
                                .filter(above -> above.getPackageName().startsWith("thalweg"))
                                .filter(above -> !above.isEnum())
                                .isPresent())
                        .map(JavaClass::getName))
                .isEmpty();
    }

    @Test
    void onlyTheDoorsSpeak() {
        Set<String> speakers = new TreeSet<>();
        for (JavaClass one : HOUSE) {
            boolean door = one.getPackageName().startsWith("thalweg.workbench");
            boolean speaks = one.getFieldAccessesFromSelf().stream()
                    .anyMatch(access -> access.getTargetOwner().isEquivalentTo(System.class)
                            && List.of("out", "err").contains(access.getTarget().getName()));
            boolean prints = !room(one.getPackageName()).isEmpty()
                    && one.getDirectDependenciesFromSelf().stream()
                            .anyMatch(d -> d.getTargetClass().isEquivalentTo(java.io.PrintStream.class));
            if (!door && (speaks || prints)) {
                speakers.add(one.getName());
            }
        }
        assertThat(speakers).isEmpty();
    }

    private static Map<String, String> forbidden(BiPredicate<String, String> arrow) {
        Map<String, String> found = new TreeMap<>();
        for (JavaClass one : HOUSE) {
            for (Dependency dependency : one.getDirectDependenciesFromSelf()) {
                String from = one.getPackageName();
                String to = dependency.getTargetClass().getBaseComponentType().getPackageName();
                if (floor(to) >= 0 && arrow.test(from, to)) {
                    found.put(from + " -> " + to, dependency.getDescription());
                }
            }
        }
        return found;
    }

    private static String room(String name) {
        String[] parts = name.split("\\.", -1);
        return name.startsWith("thalweg.room.") ? parts[2] : "";
    }

    private static int floor(String name) {
        return FLOORS.indexOf(room(name).isEmpty() ? name : "thalweg.room.*");
    }
}
