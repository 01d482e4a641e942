package org.homeostat.rulebook;

import java.lang.reflect.Method;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import javax.lang.model.SourceVersion;
import org.drools.drl.ast.descr.BaseDescr;
import org.drools.drl.ast.descr.FunctionImportDescr;
import org.drools.drl.ast.descr.ImportDescr;
import org.drools.drl.ast.descr.PackageDescr;
import org.homeostat.knowledge.NearestName;

/** Holds a rule file to its package, its imports and at most twelve rules. */
final class FileLint {

  static final int RULES_A_FILE = 12;
  private static final String LIST = "java.util.List";

  private final Place place;
  private final PackageDescr tree;
  private final SourceText text;
  private final Map<String, Class<?>> types = new HashMap<>();
  private final Map<String, Method> formulas = new HashMap<>();

  private FileLint(Place place, PackageDescr tree, SourceText text) {
    this.place = place;
    this.tree = tree;
    this.text = text;
  }

  /** Checks the file; gives what its rules can name before they bind anything. */
  static Scope check(Place place, PackageDescr tree, SourceText text) {
    FileLint lint = new FileLint(place, tree, text);
    lint.content();
    lint.tree.getImports().forEach(lint::type);
    lint.tree.getFunctionImports().forEach(lint::formula);
    return new Scope(lint.types, lint.formulas, new HashMap<>());
  }

  private void content() {
    String wanted =
        "org.homeostat.rules."
            + place
                .file()
                .substring(0, place.file().length() - ".drl".length())
                .replace('/', '.')
                .replace('-', '_');
    place.require(
        tree.getName().equals(wanted),
        Check.PACKAGE_NAME,
        line("package"),
        "its package is not " + wanted,
        "write 'package " + wanted + ";', as the path of the file has it");
    place.require(
        SourceVersion.isName(wanted),
        Check.PACKAGE_NAME,
        line("package"),
        "the path of the file makes no package: " + wanted,
        "name files and folders in small letters and hyphens, and by no word of Java");
    other(tree.getGlobals(), "a global");
    other(tree.getFunctions(), "a function");
    other(tree.getTypeDeclarations(), "a declared type");
    other(tree.getEnumDeclarations(), "a declared type");
    other(tree.getAttributes(), "an attribute of the package");
    other(tree.getAccumulateImports(), "an imported accumulate function");
    other(List.copyOf(tree.getEntryPointDeclarations()), "an entry point");
    other(List.copyOf(tree.getWindowDeclarations()), "a window");
    other(tree.getUnit() == null ? List.of() : List.of(tree.getUnit()), "a unit");
    place.require(
        tree.getRules().size() <= RULES_A_FILE,
        Check.FILE_LENGTH,
        0,
        "it has " + tree.getRules().size() + " rules; a file has at most " + RULES_A_FILE,
        "divide it by topic");
  }

  private void other(List<? extends BaseDescr> elements, String what) {
    for (BaseDescr element : elements) {
      place.add(
          Check.FILE_CONTENT,
          element.getLine(),
          "it holds something besides imports and rules: " + what,
          "delete it; what rules compute is a method of a fact or a formula");
    }
  }

  private int line(String word) {
    return text.lineOf(Pattern.compile("^\\s*" + word + "\\b"), 1);
  }

  private void type(ImportDescr descr) {
    String target = descr.getTarget();
    String name = target.substring(target.lastIndexOf('.') + 1);
    if (target.equals(FactTypes.FACT + "*")) {
      // so that one diagnostic stands for it, not one for each type
      types.putAll(FactTypes.ALL);
    }
    Class<?> type = target.equals(LIST) ? List.class : FactTypes.ALL.get(name);
    boolean known = type != null && target.equals(type.getName());
    if (known) {
      types.put(name, type);
      used(descr.getLine(), target, name);
    } else {
      boolean ours = target.startsWith(FactTypes.FACT) && !name.equals("*");
      place.add(
          Check.FOREIGN_IMPORT,
          descr.getLine(),
          "import "
              + target
              + (ours
                  ? ": there is no such fact type"
                  : ": only types of " + FactTypes.FACT + " may be imported, one by one"),
          name.equals("*")
              ? "name each type that the rules match or derive"
              : "the nearest is " + FactTypes.FACT + NearestName.of(name, FactTypes.ALL.keySet()));
    }
  }

  private void formula(FunctionImportDescr descr) {
    String target = descr.getTarget();
    String name = target.substring(target.lastIndexOf('.') + 1);
    Method formula = FactTypes.ALL_FORMULAS.get(name);
    if (formula != null && target.equals(FactTypes.FORMULAS + name)) {
      formulas.put(name, formula);
      used(descr.getLine(), "static " + target, name);
    } else {
      place.add(
          Check.FOREIGN_IMPORT,
          descr.getLine(),
          "import static " + target + ": only methods of Formulas may be imported",
          "the nearest is "
              + FactTypes.FORMULAS
              + NearestName.of(name, FactTypes.ALL_FORMULAS.keySet()));
    }
  }

  private void used(int line, String target, String name) {
    place.require(
        Pattern.compile("(?m)^(?!\\s*import\\b).*\\b" + name + "\\b").matcher(text.code()).find(),
        Check.UNUSED_IMPORT,
        line,
        "import " + target + " is not used",
        "delete it");
  }
}
