package xinglin.app.house;

import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_FIELD_INJECTION;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.syntax.elements.GivenClassesConjunction;
import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The table of modules in docs/ARCHITECTURE.md, proved on the compiled classes of all modules. */
final class ArchitectureTest {
  private static final String[] WORKBOOKS = {
    "org.apache.poi..", "org.openxmlformats..", "org.apache.xmlbeans..", "org.dhatim.."
  };
  private static final String[] LAKE = {
    "org.apache.iceberg..",
    "org.apache.parquet..",
    "org.apache.hadoop..",
    "org.apache.avro..",
    "org.duckdb..",
    "org.sqlite.."
  };

  // The chain: schemas <- warehouse <- jobs <- routes <- app.

  static final ArchRule schemasUseNoOtherModule =
      module("schemas")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "xinglin.warehouse..", "xinglin.jobs..", "xinglin.routes..", "xinglin.app..");

  static final ArchRule warehouseUsesOnlySchemas =
      module("warehouse")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("xinglin.jobs..", "xinglin.routes..", "xinglin.app..");

  static final ArchRule jobsUseNeitherRoutesNorApp =
      module("jobs")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("xinglin.routes..", "xinglin.app..");

  static final ArchRule routesDoNotUseApp =
      module("routes").should().dependOnClassesThat().resideInAPackage("xinglin.app..");

  static final ArchRule everyClassBelongsToAModule =
      classes()
          .should()
          .resideInAnyPackage(
              "xinglin.schemas..",
              "xinglin.warehouse..",
              "xinglin.jobs..",
              "xinglin.routes..",
              "xinglin.app..");

  // Each technology lives in one module.

  static final ArchRule workbooksOnlyInJobs =
      outside("jobs").should().dependOnClassesThat().resideInAnyPackage(WORKBOOKS);

  static final ArchRule messagesAreTakenApartOnlyInJobs =
      outside("jobs").should().dependOnClassesThat().resideInAPackage("org.apache.james..");

  static final ArchRule springBatchOnlyInJobs =
      outside("jobs")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.springframework.batch..");

  static final ArchRule icebergParquetDuckdbAndSqliteOnlyInWarehouse =
      outside("warehouse").should().dependOnClassesThat().resideInAnyPackage(LAKE);

  static final ArchRule camelOnlyInRoutes =
      outside("routes").should().dependOnClassesThat().resideInAPackage("org.apache.camel..");

  static final ArchRule sshOnlyInRoutes =
      outside("routes").should().dependOnClassesThat().resideInAPackage("org.apache.sshd..");

  static final ArchRule mailServersOnlyInRoutes =
      outside("routes").should().dependOnClassesThat().resideInAPackage("jakarta.mail..");

  static final ArchRule picocliOnlyInApp =
      outside("app").should().dependOnClassesThat().resideInAPackage("picocli..");

  static final ArchRule metricsOnlyInApp =
      outside("app")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("io.micrometer..", "io.prometheus..", "com.sun.net.httpserver..");

  static final ArchRule schemasKnowNoSpringSqlOrNetwork =
      module("schemas")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.springframework..", "java.sql..", "javax.sql..", "java.net.http..")
          .orShould()
          .dependOnClassesThat()
          .haveNameMatching("java\\.net\\.(.*Socket.*|Inet.*|HttpURLConnection)");

  static final ArchRule routesAndAppKnowNoSql =
      noClasses()
          .that()
          .resideInAnyPackage("xinglin.routes..", "xinglin.app..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("java.sql..");

  // Spring stays at the edges.

  static final ArchRule springAnnotationsOnlyInConfigurations =
      noClasses()
          .that()
          .haveSimpleNameNotEndingWith("Configuration")
          .should(HouseConditions.carryAnnotationsOf("org.springframework"));

  static final ArchRule constructorInjection = NO_CLASSES_SHOULD_USE_FIELD_INJECTION;

  // Names and state.

  static final ArchRule noDrawersForEverything =
      noClasses()
          .should()
          .haveNameMatching(
              ".*(Util|Utils|Utility|Utilities|Common|Commons|Helper|Helpers|Manager)");

  static final ArchRule noPackagesForEverything =
      noClasses()
          .should()
          .resideInAnyPackage("..util..", "..utils..", "..common..", "..helper..", "..misc..");

  static final ArchRule noSetters = classes().should(HouseConditions.haveNoSetters());

  static final ArchRule noStaticMutableState =
      classes().should(HouseConditions.haveNoStaticMutableState());

  static final ArchRule packagesAreNullMarked =
      classes().should(HouseConditions.resideInNullMarkedPackages());

  static final ArchRule loggingThroughSlf4j =
      NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING.because("the application decides where logs go");

  static final ArchRule onlyTheApplicationWritesToTheTerminalOrEndsTheProcess =
      noClasses()
          .that()
          .resideOutsideOfPackage("xinglin.app..")
          .should(HouseConditions.useTerminalOrExit());

  static final ArchRule noCyclesBetweenPackages =
      slices().matching("xinglin.(*).(*)..").should().beFreeOfCycles();

  /** Every rule above is one test. */
  @TestFactory
  Stream<DynamicTest> rules() {
    JavaClasses classes =
        new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("xinglin");
    return Arrays.stream(ArchitectureTest.class.getDeclaredFields())
        .filter(field -> field.getType() == ArchRule.class)
        .map(field -> DynamicTest.dynamicTest(field.getName(), () -> rule(field).check(classes)));
  }

  private static ArchRule rule(Field field) throws IllegalAccessException {
    return ((ArchRule) field.get(null)).allowEmptyShould(true);
  }

  private static GivenClassesConjunction module(String name) {
    return noClasses().that(are(in(name)));
  }

  private static GivenClassesConjunction outside(String name) {
    return noClasses().that(are(DescribedPredicate.not(in(name))));
  }

  private static DescribedPredicate<JavaClass> in(String module) {
    return JavaClass.Predicates.resideInAPackage("xinglin." + module + "..")
        .as("in module %s", module);
  }
}
