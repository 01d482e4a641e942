package org.homeostat;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Directions between packages, one door to each library, no cycles. */
@AnalyzeClasses(
    packages = "org.homeostat",
    importOptions = {
      ImportOption.DoNotIncludeTests.class,
      ArchitectureTest.WithoutCompiledQueries.class
    })
class ArchitectureTest {

  /**
   * Compiled rules are in; the queries that are cut from them are the same code many times over.
   */
  static final class WithoutCompiledQueries implements ImportOption {
    @Override
    public boolean includes(Location location) {
      return !location.contains("/org/homeostat/queries/");
    }
  }

  @ArchTest
  static final ArchRule data_flows_one_way =
      layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .layer("quantity")
          .definedBy("org.homeostat.quantity")
          .layer("fact")
          .definedBy("org.homeostat.fact")
          .layer("advice")
          .definedBy("org.homeostat.advice")
          .layer("knowledge")
          .definedBy("org.homeostat.knowledge")
          .layer("rulebook")
          .definedBy("org.homeostat.rulebook")
          .layer("engine")
          .definedBy("org.homeostat.engine")
          .layer("casefile")
          .definedBy("org.homeostat.casefile")
          .layer("report")
          .definedBy("org.homeostat.report")
          .layer("ruletest")
          .definedBy("org.homeostat.ruletest")
          .layer("catalogue")
          .definedBy("org.homeostat.catalogue")
          .layer("cli")
          .definedBy("org.homeostat.cli")
          .layer("rules")
          .definedBy("org.homeostat.rules..")
          .whereLayer("cli")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("catalogue")
          .mayOnlyBeAccessedByLayers("cli")
          .whereLayer("ruletest")
          .mayOnlyBeAccessedByLayers("catalogue", "cli")
          .whereLayer("report")
          .mayOnlyBeAccessedByLayers("ruletest", "catalogue", "cli")
          .whereLayer("casefile")
          .mayOnlyBeAccessedByLayers("ruletest", "catalogue", "cli")
          .whereLayer("engine")
          .mayOnlyBeAccessedByLayers("casefile", "report", "ruletest", "catalogue", "cli")
          .whereLayer("rulebook")
          .mayOnlyBeAccessedByLayers("engine", "casefile", "report", "ruletest", "catalogue", "cli")
          .whereLayer("knowledge")
          .mayOnlyBeAccessedByLayers(
              "rulebook", "engine", "casefile", "report", "ruletest", "catalogue", "cli")
          .whereLayer("advice")
          .mayOnlyBeAccessedByLayers(
              "knowledge",
              "rulebook",
              "engine",
              "casefile",
              "report",
              "ruletest",
              "catalogue",
              "cli")
          .whereLayer("fact")
          .mayOnlyBeAccessedByLayers(
              "advice",
              "knowledge",
              "rulebook",
              "engine",
              "casefile",
              "report",
              "ruletest",
              "catalogue",
              "cli",
              "rules")
          .because("a case goes one way, from file to advisory");

  @ArchTest
  static final ArchRule packages_have_no_cycles =
      slices()
          .matching("org.homeostat.(*)..")
          .should()
          .beFreeOfCycles()
          .because("a cycle makes two packages one");

  @ArchTest
  static final ArchRule adapters_do_not_know_each_other =
      noClasses()
          .that()
          .resideInAPackage("org.homeostat.report")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.homeostat.casefile")
          .because("what writes for people and what reads files change for different reasons");

  @ArchTest
  static final ArchRule values_facts_and_advice_import_no_library =
      classes()
          .that()
          .resideInAnyPackage(
              "org.homeostat.quantity", "org.homeostat.fact", "org.homeostat.advice")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "java..", "org.homeostat.quantity", "org.homeostat.fact", "org.homeostat.advice")
          .because("they are the language everybody else speaks");

  @ArchTest
  static final ArchRule proofs_are_read_in_one_class =
      onlyIn("org.drools.tms..", "org.homeostat.engine.ProofReader");

  @ArchTest
  static final ArchRule drools_stays_in_rulebook_and_engine =
      noClasses()
          .that()
          .resideOutsideOfPackages(
              "org.homeostat.rulebook", "org.homeostat.engine", "org.homeostat.rules..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.drools..", "org.kie..")
          .because("the rule engine is a detail of two packages");

  @ArchTest
  static final ArchRule compilers_stay_in_rulebook =
      noClasses()
          .that()
          .resideOutsideOfPackages("org.homeostat.rulebook", "org.homeostat.rules..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.drools.compiler..",
              "org.drools.drl..",
              "org.drools.model..",
              "org.drools.modelcompiler..",
              "org.kie.internal..")
          .because("only the rule book is built; the engine runs what it is given");

  @ArchTest
  static final ArchRule yaml_is_read_in_rulebook =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.homeostat.rulebook")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("com.fasterxml.jackson.dataformat..", "org.yaml..")
          .because("tables are YAML for people and JSON for the program");

  @ArchTest
  static final ArchRule command_line_library_stays_in_cli =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.homeostat.cli")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("picocli..")
          .because("embedding needs no command line");

  @ArchTest
  static final ArchRule template_library_stays_in_report =
      noClasses()
          .that()
          .resideOutsideOfPackages("org.homeostat.report", "gg.jte..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("gg.jte..")
          .because("one package makes pages");

  @ArchTest
  static final ArchRule progress_bar_stays_in_one_class =
      noClasses()
          .that()
          .doNotHaveFullyQualifiedName("org.homeostat.cli.Progress")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("me.tongfei..")
          .because("what it draws is nobody else's business");

  @ArchTest
  static final ArchRule only_the_command_line_prints =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.homeostat.cli")
          .should()
          .accessField(System.class, "out")
          .orShould()
          .accessField(System.class, "err")
          .because("a library that prints writes patient data where nobody expects it");

  @ArchTest
  static final ArchRule names_say_what_a_thing_is_for =
      noClasses()
          .should()
          .haveNameMatching(".*(Impl|Util|Utils|Manager|Helper)")
          .because("such a name says nothing");

  private static ArchRule onlyIn(String library, String type) {
    return noClasses()
        .that()
        .doNotHaveFullyQualifiedName(type)
        .should()
        .dependOnClassesThat()
        .resideInAPackage(library)
        .because("one class reads justifications");
  }
}
