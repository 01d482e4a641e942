package org.homeostat.cli;

import java.io.InputStream;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.homeostat.advice.Advisory;
import org.homeostat.advice.Changes;
import org.homeostat.advice.Comparison;
import org.homeostat.advice.Subjects;
import org.homeostat.casefile.AdvisoryReader;
import org.homeostat.casefile.CaseException;
import org.homeostat.casefile.Problem;
import org.homeostat.knowledge.Knowledge;
import org.homeostat.knowledge.NamedSubjects;

/** The advisories of an earlier run, with which those of this run are compared. */
final class EarlierAdvisories {

  private static final int MEBIBYTES = 64;

  private final String name;
  private final Map<String, Advisory> byCase;
  private final Subjects subjects;

  private EarlierAdvisories(String name, Map<String, Advisory> byCase, Subjects subjects) {
    this.name = name;
    this.byCase = byCase;
    this.subjects = subjects;
  }

  /**
   * The advisories of a file, or of standard input where a hyphen names it.
   *
   * @param cases what the cases of this run are read from
   * @throws InputException with all that is wrong in the file, a line each
   */
  static EarlierAdvisories read(
      String name, List<String> cases, InputStream standardInput, Knowledge knowledge) {
    try {
      CaseInput input = input(name, cases, standardInput);
      byte[] json = input.read(MEBIBYTES, "advisories of a thousand cases are some 20");
      return new EarlierAdvisories(
          name,
          new AdvisoryReader(knowledge)
              .read(json).stream().collect(Collectors.toMap(Advisory::caseId, Function.identity())),
          new NamedSubjects(knowledge));
    } catch (CaseException e) {
      List<String> lines = new ArrayList<>();
      e.problems().stream().map(Problem::toString).forEach(lines::add);
      if (e.more() > 0) {
        lines.add(e.more() + " more problems; mend these first");
      }
      throw refused(name, lines);
    } catch (InputException e) {
      throw refused(name, List.of(e.getMessage()));
    }
  }

  private static CaseInput input(String name, List<String> cases, InputStream standardInput) {
    if (!name.equals(CaseInputs.STANDARD_INPUT)) {
      try {
        return CaseInput.file(Path.of(name));
      } catch (InvalidPathException e) {
        throw new InputException("is no name of a file; name a file of advisories");
      }
    }
    if (cases.contains(CaseInputs.STANDARD_INPUT)) {
      throw new InputException(
          "standard input holds the case; name a file of earlier advisories after --since");
    }
    return new CaseInput(name, () -> standardInput);
  }

  private static InputException refused(String name, List<String> lines) {
    return new InputException(
        lines.stream()
            .map(line -> "--since " + name + ": " + line)
            .collect(Collectors.joining("\n")));
  }

  /**
   * What changed since the earlier advisory of the same case.
   *
   * @throws InputException when that advisory is of a later day
   */
  Changes until(Advisory present) {
    Advisory earlier = byCase.get(present.caseId());
    if (earlier == null) {
      return Changes.withoutEarlier();
    }
    if (earlier.asOf().isAfter(present.asOf())) {
      throw new InputException(
          "--since "
              + name
              + ": the earlier advisory is for "
              + earlier.asOf()
              + ", a day after this one, "
              + present.asOf()
              + "; name an advisory of that day or before it");
    }
    return Comparison.of(earlier, present, subjects);
  }
}
