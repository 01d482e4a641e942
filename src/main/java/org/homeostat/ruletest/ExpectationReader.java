package org.homeostat.ruletest;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;
import java.util.stream.Stream;
import org.homeostat.advice.Monitored;
import org.homeostat.advice.Response;
import org.homeostat.advice.TierLevel;
import org.homeostat.advice.Urgency;
import org.homeostat.casefile.Members;
import org.homeostat.casefile.Problem;
import org.homeostat.knowledge.DataQuality;
import org.homeostat.knowledge.NearestName;

/**
 * Reads the member {@code expect}. What no advisory could meet is a problem of the file, and so is
 * what says nothing: a test that cannot pass, or cannot fail, tells nothing of the rules.
 */
final class ExpectationReader {

  private static final List<String> LEVELS =
      Arrays.stream(TierLevel.values()).map(TierLevel::code).toList();
  private static final List<String> URGENCIES =
      Arrays.stream(Urgency.values()).map(Urgency::code).toList();

  private static final List<String> STATES =
      Stream.concat(Monitored.STATES.stream(), Stream.of(Expectation.NO_LINE)).toList();

  private final ExpectedNames names;
  private final Members m;

  ExpectationReader(ExpectedNames names, Members members) {
    this.names = names;
    this.m = members;
  }

  Expectation read(Optional<RuleUse> ruleUse) {
    if (m.names().isEmpty()) {
      m.problem(m.at(), "names nothing; name a tier, a reason or a recommendation");
    }
    ruleUse.ifPresent(this::check);
    boolean only = only();
    TierLevel tier = level("tier", LEVELS);
    TierLevel atLeast = atLeast(tier);
    List<String> reasons = codes("reasons", "policy id", names.policies(), List.of());
    List<String> recommends = list("recommends", this::isRecommendation);
    List<String> recommendsNot =
        list("recommendsNot", (entry, place) -> isUnwanted(entry, place, recommends));
    BiPredicate<String, String> wanted =
        (id, place) ->
            isRecommendation(id, place) && isOpen(id, place, only, recommends, recommendsNot);
    Map<String, LocalDate> due = map("due", wanted, Members::date);
    List<String> dataQuality =
        codes("dataQuality", "data-quality code", DataQuality.CODES, List.of());
    List<String> options = codes("options", "side of an option", names.options(), List.of());
    return new Expectation(
        tier,
        atLeast,
        reasons,
        codes("reasonsNot", "policy id", names.policies(), reasons),
        recommends,
        recommendsNot,
        map("urgency", wanted, this::urgency),
        due,
        map("dueNotBefore", wanted, (dates, id) -> earliest(dates, id, due.get(id))),
        codes("missing", "core datum", names.coreData(), List.of()),
        map(
            "response",
            this::isMarker,
            (values, code) -> word(values, code, "response class", Response.CLASSES)),
        map(
            "monitoring",
            this::isMonitored,
            (values, code) -> word(values, code, "monitoring status", STATES)),
        map("monitoringDue", this::isMonitored, Members::date),
        dataQuality,
        codes("dataQualityNot", "data-quality code", DataQuality.CODES, dataQuality),
        codes("disagreements", "disagreement of any rule", names.disagreements(), List.of()),
        options,
        codes("optionsNot", "side of an option", names.options(), options),
        only,
        ruleUse);
  }

  private void check(RuleUse use) {
    if (!names.rules().contains(use.rule())) {
      m.problem(
          "",
          "its name speaks of rule '"
              + Problem.brief(use.rule())
              + "', which there is not; the nearest is '"
              + NearestName.of(use.rule(), names.rules())
              + "'");
    }
  }

  private boolean only() {
    Boolean only = m.bool("only");
    if (only == null) {
      return false;
    }
    if (!only) {
      m.problem(m.at() + "/only", "false says nothing; leave it out");
    } else if (!m.has("recommends")) {
      m.problem(m.at() + "/only", "needs 'recommends', which it calls complete");
    }
    return only;
  }

  private boolean isMarker(String code, String place) {
    return isKnown(code, "test whose change is told", names.markers(), place);
  }

  private boolean isMonitored(String code, String place) {
    return isKnown(code, "test of the schedule", names.monitored(), place);
  }

  private String word(Members values, String name, String what, List<String> known) {
    String word = values.text(name);
    return word == null || !isKnown(word, what, known, values.at() + "/" + name) ? null : word;
  }

  private TierLevel level(String name, List<String> levels) {
    String code = m.text(name);
    return code == null || !isKnown(code, "level of '" + name + "'", levels, place(name))
        ? null
        : TierLevel.of(code);
  }

  private TierLevel atLeast(TierLevel tier) {
    TierLevel atLeast = level("atLeast", List.of(TierLevel.MODERATE.code()));
    if (atLeast != null && tier != null && tier != TierLevel.INDETERMINATE) {
      m.problem(place("atLeast"), "goes with the tier 'indeterminate', not '" + tier.code() + "'");
    }
    return atLeast;
  }

  private Urgency urgency(Members values, String id) {
    String code = values.text(id);
    return code == null || !isKnown(code, "urgency", URGENCIES, values.at() + "/" + id)
        ? null
        : Urgency.of(code);
  }

  private LocalDate earliest(Members dates, String id, LocalDate due) {
    LocalDate earliest = dates.date(id);
    if (earliest != null && due != null && earliest.isAfter(due)) {
      m.problem(dates.at() + "/" + id, earliest + " lies after " + due + ", the latest in 'due'");
    }
    return earliest;
  }

  private List<String> codes(
      String name, String what, Collection<String> known, List<String> opposite) {
    return list(
        name,
        (code, place) -> {
          if (opposite.contains(code)) {
            m.problem(place, "'" + code + "' is expected as well; leave one of the two out");
            return false;
          }
          return isKnown(code, what, known, place);
        });
  }

  private boolean isRecommendation(String id, String place) {
    return isKnown(id, "recommendation of any rule", names.recommendations(), place);
  }

  private boolean isUnwanted(String entry, String place, List<String> recommends) {
    boolean known =
        names.recommendations().stream().anyMatch(id -> Expectation.matches(entry, id))
            || isRecommendation(entry, place);
    Optional<String> opposite =
        recommends.stream().filter(id -> Expectation.matches(entry, id)).findFirst();
    opposite.ifPresent(
        id -> m.problem(place, "'" + id + "' stands in 'recommends'; leave it out here or there"));
    return known && opposite.isEmpty();
  }

  /** Whether the recommendation may be there as far as the lists say. */
  private boolean isOpen(
      String id, String place, boolean only, List<String> recommends, List<String> unwanted) {
    if (unwanted.stream().anyMatch(entry -> Expectation.matches(entry, id))) {
      m.problem(place, "'recommendsNot' keeps it away; leave it out here or there");
      return false;
    }
    if (only && !recommends.contains(id)) {
      m.problem(place, "is missing from 'recommends', which 'only' calls complete");
      return false;
    }
    return true;
  }

  private List<String> list(String name, BiPredicate<String, String> accepts) {
    boolean complete = name.equals("recommends") && m.has("only");
    if (m.isEmpty(name) && !complete) {
      m.problem(place(name), "an empty list expects nothing; leave it out");
    }
    List<String> entries = m.texts(name, accepts);
    return entries == null ? List.of() : entries;
  }

  private <T> Map<String, T> map(
      String name, BiPredicate<String, String> accepts, BiFunction<Members, String, T> reader) {
    if (m.isEmpty(name)) {
      m.problem(place(name), "an empty object expects nothing; leave it out");
    }
    Map<String, T> map = new LinkedHashMap<>();
    m.object(
        name,
        values -> {
          for (String id : values.names()) {
            values.has(id);
            T value =
                accepts.test(id, Problem.place(place(name), id)) ? reader.apply(values, id) : null;
            if (value != null) {
              map.put(id, value);
            }
          }
          return map;
        });
    return map;
  }

  private boolean isKnown(String code, String what, Collection<String> known, String place) {
    if (known.contains(code)) {
      return true;
    }
    m.problem(
        place,
        "'"
            + Problem.brief(code)
            + "' is no "
            + what
            + "; the nearest is '"
            + NearestName.of(code, known)
            + "'");
    return false;
  }

  private String place(String name) {
    return m.at() + "/" + name;
  }
}
