package org.homeostat.rulebook;

import java.io.StringReader;
import java.util.Map;
import java.util.stream.Collectors;
import org.drools.kiesession.rulebase.InternalKnowledgeBase;
import org.drools.kiesession.rulebase.KnowledgeBaseFactory;
import org.kie.api.KieBase;
import org.kie.api.io.Resource;
import org.kie.api.io.ResourceType;
import org.kie.internal.builder.KnowledgeBuilder;
import org.kie.internal.builder.KnowledgeBuilderError;
import org.kie.internal.builder.KnowledgeBuilderFactory;
import org.kie.internal.io.ResourceFactory;

/** Compiles DRL at run time, with drools-mvel. */
final class RunTimeCompiler {

  private RunTimeCompiler() {}

  /** Compiles all files together; every error of every file is in the exception. */
  static KieBase compile(Map<String, String> files) {
    KnowledgeBuilder builder = KnowledgeBuilderFactory.newKnowledgeBuilder();
    files.forEach(
        (name, text) -> {
          Resource resource = ResourceFactory.newReaderResource(new StringReader(text));
          resource.setSourcePath(name);
          builder.add(resource, ResourceType.DRL);
        });
    if (builder.hasErrors()) {
      throw new RuleBookException(
          "rules do not compile: "
              + builder.getErrors().stream()
                  .map(RunTimeCompiler::describe)
                  .collect(Collectors.joining("; ")));
    }
    InternalKnowledgeBase base = KnowledgeBaseFactory.newKnowledgeBase(RuleBook.configuration());
    base.addPackages(builder.getKnowledgePackages());
    return base;
  }

  private static String describe(KnowledgeBuilderError error) {
    String file = error.getResource() == null ? "" : error.getResource().getSourcePath() + ": ";
    return file + error.getMessage().strip().replaceAll("\\s*\n\\s*", " ");
  }
}
