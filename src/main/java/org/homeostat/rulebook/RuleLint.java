package org.homeostat.rulebook;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.drools.drl.ast.descr.AttributeDescr;
import org.drools.drl.ast.descr.PackageDescr;
import org.drools.drl.ast.descr.RuleDescr;
import org.drools.drl.parser.DrlParser;
import org.drools.drl.parser.DroolsError;
import org.drools.drl.parser.DroolsParserException;
import org.drools.drl.parser.ParserError;
import org.homeostat.knowledge.Knowledge;
import org.kie.internal.builder.conf.LanguageLevelOption;

/**
 * Holds rules to their form, on Drools' own syntax tree: what rules may name is listed, and all
 * else is refused. What it accepts can reach nothing but facts and formulas.
 */
final class RuleLint {

  private static final Pattern KEBAB = Pattern.compile("[a-z0-9]++(-[a-z0-9]++)*+");

  private final Knowledge knowledge;
  private final List<Diagnostic> found = new ArrayList<>();
  private final Map<String, String> placeOfRule = new HashMap<>();
  private final List<RuleShape> rules = new ArrayList<>();

  private RuleLint(Knowledge knowledge) {
    this.knowledge = knowledge;
  }

  /**
   * Refuses rules that are not in form.
   *
   * @throws RuleBookException with every departure
   */
  static void require(SortedMap<String, String> files, Knowledge knowledge) {
    List<Diagnostic> diagnostics = diagnostics(files, knowledge);
    if (!diagnostics.isEmpty()) {
      throw new RuleBookException("rules are not in form", diagnostics);
    }
  }

  /** Every departure from the form in all the given DRL files, by place. */
  static List<Diagnostic> diagnostics(SortedMap<String, String> files, Knowledge knowledge) {
    RuleLint lint = new RuleLint(knowledge);
    files.forEach(lint::file);
    new Stratification(lint.rules).check(lint.found::add);
    return lint.found.stream().distinct().sorted(Diagnostic.ORDER).toList();
  }

  private void file(String name, String content) {
    Place place = Place.of(name, found::add);
    int before = found.size();
    SourceText text = SourceText.read(place, content);
    if (found.size() > before) {
      return;
    }
    PackageDescr tree = parse(place, content, text);
    if (tree == null) {
      return;
    }
    Scope imports = FileLint.check(place, tree, text);
    for (RuleDescr descr : tree.getRules()) {
      RuleShape rule = RuleShape.of(name, descr);
      rules.add(rule);
      rule(rule, place.in(rule.name()), imports.inner(), text);
    }
  }

  /** The syntax tree; null, with what is wrong added, where the file is no DRL. */
  private static PackageDescr parse(Place place, String content, SourceText text) {
    DrlParser parser = new DrlParser(LanguageLevelOption.DRL6);
    try {
      PackageDescr tree = parser.parse(null, content);
      if (!parser.hasErrors() && tree != null) {
        return tree;
      }
      parser
          .getErrors()
          .forEach(error -> SyntaxErrors.report(place, row(error), "" + error.getMessage(), text));
    } catch (DroolsParserException e) {
      SyntaxErrors.report(place, e.getLineNumber(), "" + e.getMessage(), text);
    } catch (StackOverflowError e) {
      place.add(Check.SYNTAX, 0, "it nests too deeply", "say it in several rules");
    } catch (RuntimeException e) {
      // of the parser itself, on text that no grammar foresaw
      SyntaxErrors.report(place, 0, "" + e.getMessage(), text);
    }
    return null;
  }

  private static int row(DroolsError error) {
    return error instanceof ParserError parserError ? parserError.getRow() : 0;
  }

  private void rule(RuleShape rule, Place place, Scope scope, SourceText text) {
    RuleDescr source = rule.source();
    name(rule, place);
    form(source, place);
    ConditionLint.check(source.getLhs().getDescrs(), place, source.getLine(), scope);
    if (!source.isQuery()) {
      ConclusionLint.check(rule, place, scope, text);
      new MetadataLint(rule, knowledge, place, text, scope.bound().keySet()).check();
    }
  }

  private static void form(RuleDescr source, Place place) {
    int line = source.getLine();
    place.require(
        !source.isQuery(),
        Check.RULE_FORM,
        line,
        "a query is no rule",
        "make it a rule that derives a finding");
    if (!source.getAttributes().isEmpty()) {
      AttributeDescr first = source.getAttributes().values().iterator().next();
      place.add(
          Check.RULE_FORM,
          first.getLine(),
          "attributes " + new TreeSet<>(source.getAttributes().keySet()) + " are not allowed",
          "delete them; the order in which rules fire does not matter");
    }
    place.require(
        source.getParentName() == null,
        Check.RULE_FORM,
        line,
        "it extends another rule",
        "write its conditions out, or derive a finding that both rules match");
    place.require(
        source.getNamedConsequences().isEmpty(),
        Check.RULE_FORM,
        line,
        "it has more than one consequence",
        "two consequences are two rules");
  }

  private void name(RuleShape rule, Place place) {
    int line = rule.source().getLine();
    place.require(
        KEBAB.matcher(rule.name()).matches(),
        Check.RULE_NAME,
        line,
        "its name is not in kebab-case",
        "write small letters and hyphens, as in insulin-missing-with-normal-glucose");
    String other = placeOfRule.putIfAbsent(rule.name(), rule.file() + ":" + line);
    place.require(
        other == null,
        Check.DUPLICATE_NAME,
        line,
        "its name stands twice, also in " + other,
        "name one of them by what sets it apart");
    place.require(
        !RuleNames.holdsNumber(rule.name(), knowledge),
        Check.RULE_NAME,
        line,
        "its name holds a number; cut-offs move",
        "name the band, not its limit");
  }
}
