package org.homeostat.rulebook;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.drools.kiesession.rulebase.InternalKnowledgeBase;
import org.drools.kiesession.rulebase.KnowledgeBaseFactory;
import org.kie.api.KieBase;
import org.kie.api.io.Resource;
import org.kie.api.io.ResourceType;
import org.kie.internal.builder.KnowledgeBuilder;
import org.kie.internal.builder.KnowledgeBuilderFactory;
import org.kie.internal.io.ResourceFactory;

/** Compiles DRL at run time, with drools-mvel. */
final class RunTimeCompiler {

  private RunTimeCompiler() {}

  /**
   * Compiles all files together.
   *
   * @throws RuleBookException with every error of every file
   */
  static KieBase compile(Map<String, String> files) {
    return compile(files, List.of());
  }

  /**
   * Compiles the files that nothing was found in: compiling evaluates parts of a rule, so a file
   * that was refused is never compiled.
   *
   * @param found what was found before
   * @throws RuleBookException with that and every error of the files that were compiled
   */
  static KieBase compile(Map<String, String> files, List<Diagnostic> found) {
    List<Diagnostic> diagnostics = new ArrayList<>(found);
    KnowledgeBuilder builder = build(files, diagnostics);
    if (!diagnostics.isEmpty()) {
      throw new RuleBookException(
          found.isEmpty() ? "rules do not compile" : "rules are not in form", diagnostics);
    }
    InternalKnowledgeBase base = KnowledgeBaseFactory.newKnowledgeBase(RuleBook.configuration());
    base.addPackages(builder.getKnowledgePackages());
    return base;
  }

  /** What was found before, and every error of the files in which nothing was. */
  static List<Diagnostic> diagnostics(Map<String, String> files, List<Diagnostic> found) {
    List<Diagnostic> diagnostics = new ArrayList<>(found);
    build(files, diagnostics);
    return diagnostics;
  }

  /** Compiles the files in which nothing was found, and adds what is wrong with them. */
  private static KnowledgeBuilder build(Map<String, String> files, List<Diagnostic> diagnostics) {
    Map<String, String> accepted = new TreeMap<>(files);
    diagnostics.forEach(diagnostic -> accepted.remove(diagnostic.file()));
    KnowledgeBuilder builder = KnowledgeBuilderFactory.newKnowledgeBuilder();
    accepted.forEach(
        (name, text) -> {
          try {
            add(builder, name, text);
          } catch (RuntimeException | StackOverflowError e) {
            Place.of(name, diagnostics::add)
                .add(
                    Check.COMPILATION,
                    0,
                    "the compiler gave up on it: " + e,
                    "take rules out of it, one by one, until it compiles");
          }
        });
    CompileErrors.report(List.copyOf(builder.getErrors()), accepted, diagnostics::add);
    return builder;
  }

  private static void add(KnowledgeBuilder builder, String name, String text) {
    Resource resource = ResourceFactory.newReaderResource(new StringReader(text));
    resource.setSourcePath(name);
    builder.add(resource, ResourceType.DRL);
  }
}
