package org.homeostat.rulebook;

import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.drools.compiler.compiler.DescrBuildError;
import org.drools.drl.ast.descr.RuleDescr;
import org.drools.drl.parser.ParserError;
import org.homeostat.knowledge.NearestName;
import org.kie.internal.builder.KnowledgeBuilderError;

/** What the compiler says of rule files, in words, with the way out where the kind is common. */
final class CompileErrors {

  private static final Pattern MEMBER =
      Pattern.compile("unable to resolve method using strict-mode: [\\w.]*?(\\w+)\\.([\\w$]+)\\(");
  private static final Pattern TYPE =
      Pattern.compile("resolve ObjectType '([\\w.]+)'|([\\w.]+) cannot be resolved to a type");
  private static final Pattern VARIABLE =
      Pattern.compile("([\\w$]+) cannot be resolved(?: to a variable)?$");
  private static final Pattern CONSTRUCTOR =
      Pattern.compile("The constructor (\\w+)(\\(.*?\\)) is undefined");
  private static final Pattern METHOD = Pattern.compile("The method (\\w+)(\\(.*?\\)) (?:is|in) ");
  private static final Pattern IMPORT =
      Pattern.compile(
          "Error importing : '([\\w.*]+)'|The import ([\\w.]+) cannot be resolved"
              + "|Only a type can be imported. ([\\w.]+) resolves");
  private static final Pattern INCOMPLETE = Pattern.compile("Syntax error, insert \"(.+?)\"");
  private static final Pattern COMPARED =
      Pattern.compile("compatible types. Found class [\\w.]*?(\\w+) and class [\\w.]*?(\\w+)]");
  private static final Pattern ANALYSED = Pattern.compile("Unable to Analyse Expression (.*):");
  private static final Pattern NOT_BOOLEAN = Pattern.compile("'(.*)' must be a Boolean");
  private static final Pattern NOISE =
      Pattern.compile(
          "Rule Compilation error|Unable to Analyse Expression|\\[Near : [^\\n]*|\\[Line: [^\\]]*]"
              + "|(?m)^\\s*\\^\\s*$|\\b[a-z]\\w*\\.(?:[a-z]\\w*\\.)+(?=[A-Z])");

  private final KnowledgeBuilderError error;
  private final SourceText text;
  private final Place place;
  private final int line;
  private final String message;

  private CompileErrors(KnowledgeBuilderError error, SourceText text, Place file) {
    this.error = error;
    this.text = text;
    RuleDescr rule = rule();
    this.place = file.in(rule == null ? "" : rule.getName());
    int[] lines = error.getLines();
    boolean known = lines.length > 0 && lines[0] > 0;
    this.message = error.getMessage().strip();
    this.line = known ? lines[0] : rule == null ? 0 : lineOfExpression(rule.getLine());
  }

  /** Adds what the compiler says of the given files. */
  static void report(
      Collection<KnowledgeBuilderError> errors,
      Map<String, String> files,
      Consumer<Diagnostic> found) {
    for (KnowledgeBuilderError error : errors) {
      String file = error.getResource() == null ? "" : error.getResource().getSourcePath();
      List<Diagnostic> marks = new ArrayList<>();
      SourceText text = SourceText.read(Place.of(file, marks::add), files.getOrDefault(file, ""));
      marks.removeIf(mark -> mark.check() != Check.SYNTAX);
      if (error instanceof ParserError && !marks.isEmpty()) {
        marks.forEach(found);
      } else {
        new CompileErrors(error, text, Place.of(file, found)).report();
      }
    }
  }

  private RuleDescr rule() {
    if (!(error instanceof DescrBuildError built)) {
      return null;
    }
    if (built.getParentDescr() instanceof RuleDescr parent) {
      return parent;
    }
    return built.getDescr() instanceof RuleDescr rule ? rule : null;
  }

  private void report() {
    if (message.equals("Parser returned a null Package")) {
      return;
    }
    if (message.startsWith("[ERR ")) {
      SyntaxErrors.report(place, line, message, text);
      return;
    }
    boolean told =
        told(IMPORT, this::unknownImport)
            || told(MEMBER, this::unknownMember)
            || told(TYPE, this::unknownType)
            || told(CONSTRUCTOR, this::unknownConstructor)
            || told(METHOD, this::unknownMethod)
            || told(INCOMPLETE, this::incomplete)
            || told(COMPARED, this::notComparable)
            || told(NOT_BOOLEAN, this::notBoolean)
            || told(VARIABLE, found -> unbound(found.group(1)));
    if (!told) {
      String words = NOISE.matcher(message).replaceAll(" ").replaceAll("[\\s:]*\\n\\s*", " ");
      add(line, words.strip(), "compare it with a rule that compiles");
    }
  }

  private boolean told(Pattern kind, Consumer<Matcher> telling) {
    Matcher found = kind.matcher(message);
    boolean fits = found.find();
    if (fits) {
      telling.accept(found);
    }
    return fits;
  }

  private void add(int at, String words, String remedy) {
    place.add(Check.COMPILATION, at, words, remedy);
  }

  /** The line on which the word stands: in the consequence where the error is one of it. */
  private int lineOf(String word) {
    boolean consequence = message.startsWith("Rule Compilation error");
    int from = consequence ? text.lineOf(Pattern.compile("^\\s*then\\b"), line) : line;
    return text.lineOf(Pattern.compile("(?<![\\w$])" + Pattern.quote(word) + "(?![\\w$])"), from);
  }

  private int lineOfExpression(int from) {
    Matcher expression = ANALYSED.matcher(message);
    return expression.find()
        ? text.lineOf(Pattern.compile(Pattern.quote(blanked(expression.group(1)))), from)
        : from;
  }

  /** As the text has it, where strings are empty. */
  private static String blanked(String expression) {
    StringBuilder blanked = new StringBuilder();
    boolean string = false;
    for (char c : expression.toCharArray()) {
      string ^= c == '"';
      blanked.append(string && c != '"' ? ' ' : c);
    }
    return blanked.toString();
  }

  private static String group(Matcher found) {
    for (int i = 1; i <= found.groupCount(); i++) {
      if (found.group(i) != null) {
        return found.group(i);
      }
    }
    return "";
  }

  private void unknownImport(Matcher found) {
    String target = group(found);
    String name = target.substring(target.lastIndexOf('.') + 1);
    boolean formula = target.startsWith(FactTypes.FORMULAS);
    Collection<String> known = (formula ? FactTypes.ALL_FORMULAS : FactTypes.ALL).keySet();
    Place.of(place.file(), place.found())
        .add(
            Check.COMPILATION,
            text.lineOf(Pattern.compile("^\\s*import\\b.*" + Pattern.quote(target)), 1),
            "import " + target + ": there is no such thing",
            "the nearest is "
                + (formula ? FactTypes.FORMULAS : FactTypes.FACT)
                + NearestName.of(name, known));
  }

  private void unknownMember(Matcher found) {
    String name = found.group(2);
    Class<?> type = FactTypes.ALL.get(found.group(1));
    SortedMap<String, List<Method>> members =
        type == null ? new TreeMap<>() : FactTypes.members(type);
    if (name.startsWith("$")) {
      unbound(name);
    } else if (members.containsKey(name)) {
      String takes =
          members.get(name).stream()
              .map(method -> MemberLookup.list(Arrays.asList(method.getParameterTypes())))
              .collect(Collectors.joining(" or "));
      add(lineOf(name), found.group(1) + " '" + name + "' does not take this", "it takes " + takes);
    } else {
      add(
          lineOf(name),
          found.group(1) + " has no '" + name + "'",
          members.isEmpty()
              ? "ask for a component of a fact"
              : "the nearest is '"
                  + NearestName.of(name, members.keySet())
                  + "'; it has "
                  + String.join(", ", members.keySet()));
    }
  }

  private void unbound(String name) {
    add(lineOf(name), name + " is not bound", "bind it before, as in " + name + " : code");
  }

  private void unknownType(Matcher found) {
    String name = group(found);
    boolean known = FactTypes.ALL.containsKey(name);
    add(
        lineOf(name),
        known ? name + " is not imported" : "there is no type " + name,
        known
            ? "add 'import " + FactTypes.FACT + name + ";'"
            : "the nearest is " + NearestName.of(name, FactTypes.ALL.keySet()));
  }

  private void unknownConstructor(Matcher found) {
    Class<?> type = FactTypes.ALL.get(found.group(1));
    Constructor<?>[] constructors = type == null ? new Constructor<?>[0] : type.getConstructors();
    add(
        lineOf(found.group(1)),
        "there is no new " + found.group(1) + found.group(2),
        constructors.length == 0
            ? "look up what it takes"
            : "it takes "
                + Arrays.stream(constructors)
                    .map(c -> MemberLookup.list(Arrays.asList(c.getParameterTypes())))
                    .sorted()
                    .collect(Collectors.joining(" or ")));
  }

  private void unknownMethod(Matcher found) {
    String name = found.group(1);
    boolean formula = FactTypes.ALL_FORMULAS.containsKey(name);
    add(
        lineOf(name),
        "there is no " + name + found.group(2),
        formula
            ? "add 'import static " + FactTypes.FORMULAS + name + ";', and see what it takes"
            : "the nearest formula is " + NearestName.of(name, FactTypes.ALL_FORMULAS.keySet()));
  }

  private void incomplete(Matcher found) {
    int at = text.lineOf(Pattern.compile("^\\s*then\\b"), line) + 1;
    add(at, "'" + found.group(1) + "' is missing in its consequence", "end each statement with ;");
  }

  private void notComparable(Matcher found) {
    add(
        line,
        "it compares " + found.group(1) + " with " + found.group(2),
        "compare values of one type");
  }

  private void notBoolean(Matcher found) {
    add(
        line,
        "'" + found.group(1) + "' is not yes or no",
        "compare it with something, or bind it to a variable");
  }
}
