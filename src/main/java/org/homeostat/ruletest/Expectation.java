package org.homeostat.ruletest;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.homeostat.advice.Advisory;
import org.homeostat.advice.Monitored;
import org.homeostat.advice.Recommendation;
import org.homeostat.advice.Response;
import org.homeostat.advice.Tier;
import org.homeostat.advice.TierLevel;
import org.homeostat.advice.Urgency;
import org.homeostat.casefile.Members;

/**
 * What a case expects of its advisory. Lists are minimum lists; an entry of {@code recommendsNot}
 * that ends in {@code *} stands for all ids that begin so.
 *
 * @param tier null: any
 * @param atLeast null: not said
 * @param due latest date by {@code action:target}
 * @param dueNotBefore earliest date by {@code action:target}
 * @param response class by test
 * @param monitoring status by test, or {@link #NO_LINE}
 * @param monitoringDue day by test
 * @param options {@code option:side}; an option that a case excludes is {@code option:excluded}
 * @param only whether {@code recommends} is complete
 * @param ruleUse what the name of the file says of a rule
 */
public record Expectation(
    TierLevel tier,
    TierLevel atLeast,
    List<String> reasons,
    List<String> reasonsNot,
    List<String> recommends,
    List<String> recommendsNot,
    Map<String, Urgency> urgency,
    Map<String, LocalDate> due,
    Map<String, LocalDate> dueNotBefore,
    List<String> missing,
    Map<String, String> response,
    Map<String, String> monitoring,
    Map<String, LocalDate> monitoringDue,
    List<String> dataQuality,
    List<String> dataQualityNot,
    List<String> disagreements,
    List<String> options,
    List<String> optionsNot,
    boolean only,
    Optional<RuleUse> ruleUse) {

  /** Of a test: the plan has no line for it. */
  static final String NO_LINE = "none";

  /**
   * Reads the member {@code expect} of a case file.
   *
   * @param path of the file, whose name may say something of a rule
   */
  static Function<Members, Expectation> reader(ExpectedNames names, String path) {
    return expect -> new ExpectationReader(names, expect).read(RuleUse.of(path));
  }

  /** Whether an id is the one of an entry, or begins as an entry that ends in {@code *}. */
  static boolean matches(String entry, String id) {
    return entry.endsWith("*")
        ? id.startsWith(entry.substring(0, entry.length() - 1))
        : id.equals(entry);
  }

  /** In what the advisory is not as expected; empty when it is. */
  List<Mismatch> mismatches(Advisory advisory) {
    List<Mismatch> mismatches = new ArrayList<>();
    Tier got = advisory.tier();
    level(mismatches, "tier", tier, got.level());
    level(mismatches, "atLeast", atLeast, got.atLeast());
    List<String> policies = got.reasons().stream().map(Tier.Reason::id).toList();
    contains(mismatches, "reasons", reasons, policies);
    lacks(mismatches, "reasonsNot", reasonsNot, policies);
    Map<String, Recommendation> given = new LinkedHashMap<>();
    advisory.recommendations().forEach(r -> given.put(r.id(), r));
    recommendations(mismatches, given);
    contains(
        mismatches, "missing", missing, got.missing().stream().map(Tier.Missing::code).toList());
    response(mismatches, advisory);
    monitoring(mismatches, advisory);
    List<String> quality =
        advisory.dataQuality().stream().map(Advisory.DataQuality::code).distinct().toList();
    contains(mismatches, "dataQuality", dataQuality, quality);
    lacks(mismatches, "dataQualityNot", dataQualityNot, quality);
    contains(
        mismatches,
        "disagreements",
        disagreements,
        advisory.disagreements().stream().map(Advisory.Dispute::topic).distinct().toList());
    List<String> sides = options(advisory);
    contains(mismatches, "options", options, sides);
    lacks(mismatches, "optionsNot", optionsNot, sides);
    ruleUse.ifPresent(use -> mismatches.addAll(use.mismatches(advisory)));
    return mismatches;
  }

  /** The sides of every option on which something is said. */
  private static List<String> options(Advisory advisory) {
    List<String> sides = new ArrayList<>();
    advisory
        .options()
        .forEach(
            option -> {
              if (!option.pro().isEmpty()) {
                sides.add(option.code() + ":for");
              }
              if (option.excluded()) {
                sides.add(option.code() + ":excluded");
              }
              if (!option.against().isEmpty()) {
                sides.add(option.code() + ":against");
              }
            });
    return sides;
  }

  private void response(List<Mismatch> mismatches, Advisory advisory) {
    Map<String, Response.Marker> markers = advisory.response().markers();
    response.forEach(
        (code, wanted) -> {
          String got = markers.containsKey(code) ? markers.get(code).name() : null;
          if (!wanted.equals(got)) {
            mismatches.add(value("response", code, wanted, got));
          }
        });
  }

  private void monitoring(List<Mismatch> mismatches, Advisory advisory) {
    Map<String, Monitored> lines = new LinkedHashMap<>();
    advisory.monitoring().forEach(line -> lines.put(line.code(), line));
    monitoring.forEach(
        (code, wanted) -> {
          String got = lines.containsKey(code) ? lines.get(code).status() : NO_LINE;
          if (!wanted.equals(got)) {
            mismatches.add(Mismatch.differs("monitoring", code, wanted, got));
          }
        });
    monitoringDue.forEach(
        (code, wanted) -> {
          LocalDate got = lines.containsKey(code) ? lines.get(code).due() : null;
          if (!wanted.equals(got)) {
            mismatches.add(
                Mismatch.differs(
                    "monitoringDue", code, wanted.toString(), got == null ? "no date" : "" + got));
          }
        });
  }

  private void recommendations(List<Mismatch> mismatches, Map<String, Recommendation> given) {
    contains(mismatches, "recommends", recommends, given.keySet());
    lacks(mismatches, "recommendsNot", recommendsNot, given.keySet());
    if (only) {
      given.keySet().stream()
          .filter(id -> !recommends.contains(id))
          .map(id -> Mismatch.surplus("only", id, "no " + id))
          .forEach(mismatches::add);
    }
    urgency.forEach(
        (id, wanted) -> {
          Urgency got = given.containsKey(id) ? given.get(id).urgency() : null;
          if (got != wanted) {
            mismatches.add(value("urgency", id, wanted.code(), got == null ? null : got.code()));
          }
        });
    due.forEach(
        (id, latest) -> {
          LocalDate got = given.containsKey(id) ? given.get(id).due() : null;
          if (got == null || got.isAfter(latest)) {
            mismatches.add(value("due", id, "by " + latest, day(given.get(id))));
          }
        });
    dueNotBefore.forEach(
        (id, earliest) -> {
          LocalDate got = given.containsKey(id) ? given.get(id).due() : null;
          if (got == null || got.isBefore(earliest)) {
            mismatches.add(value("dueNotBefore", id, "from " + earliest, day(given.get(id))));
          }
        });
  }

  private static String day(Recommendation given) {
    if (given == null) {
      return null;
    }
    return given.due() == null ? "no date" : given.due().toString();
  }

  /** A value of a recommendation that differs, or of one that is not there: then got is null. */
  private static Mismatch value(String member, String id, String expected, String got) {
    return got == null
        ? Mismatch.missing(member, id, expected, List.of())
        : Mismatch.differs(member, id, expected, got);
  }

  private static void level(
      List<Mismatch> mismatches, String member, TierLevel wanted, TierLevel got) {
    if (wanted != null && wanted != got) {
      mismatches.add(
          Mismatch.differs(member, "", wanted.code(), got == null ? "nothing" : got.code()));
    }
  }

  private static void contains(
      List<Mismatch> mismatches, String member, List<String> wanted, Collection<String> got) {
    wanted.stream()
        .filter(id -> !got.contains(id))
        .map(id -> Mismatch.missing(member, id, id, got))
        .forEach(mismatches::add);
  }

  private static void lacks(
      List<Mismatch> mismatches, String member, List<String> unwanted, Collection<String> got) {
    for (String entry : unwanted) {
      got.stream()
          .filter(id -> matches(entry, id))
          .map(id -> Mismatch.surplus(member, id, "no " + entry))
          .forEach(mismatches::add);
    }
  }
}
