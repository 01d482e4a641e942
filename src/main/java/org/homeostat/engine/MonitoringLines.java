package org.homeostat.engine;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.homeostat.advice.Evidence;
import org.homeostat.advice.Monitored;
import org.homeostat.advice.Proof;
import org.homeostat.advice.Recommendation;
import org.homeostat.fact.Appointment;
import org.homeostat.fact.Checkpoint;
import org.homeostat.fact.Finding;
import org.homeostat.fact.Outstanding;
import org.homeostat.fact.Wording;
import org.homeostat.knowledge.Knowledge;

/**
 * Makes the monitoring plan of the appointments that rules derived: one line a test, which shows
 * the earliest appointment that is not kept.
 */
final class MonitoringLines {

  /** From the strongest to the weakest. */
  private static final List<String> PROVENANCES =
      List.of("label", "guideline", "document", "judgement");

  private static final Comparator<LocalDate> LAST_IF_NULL =
      Comparator.nullsLast(Comparator.naturalOrder());

  private static final Comparator<Appointment> IN_ORDER =
      Comparator.comparing(Appointment::due, LAST_IF_NULL)
          .thenComparing(Appointment::opens, LAST_IF_NULL)
          .thenComparing(Appointment::kind);

  private final Map<String, Recommendation> advised = new HashMap<>();
  private final SessionFacts facts;
  private final LocalDate asOf;
  private final ProofReader proofs;
  private final SortedMap<String, List<Appointment>> appointments = new TreeMap<>();
  private final Map<String, List<Outstanding>> outstanding = new HashMap<>();
  private final Map<String, Finding> intervals = new HashMap<>();
  private final List<Derivation> shown = new ArrayList<>();

  MonitoringLines(
      ProofReader proofs,
      LocalDate asOf,
      SessionFacts facts,
      List<Recommendation> recommendations) {
    this.proofs = proofs;
    this.facts = facts;
    this.asOf = asOf;
    recommendations.forEach(r -> advised.put(r.id(), r));
    proofs
        .facts(Appointment.class)
        .sorted(IN_ORDER)
        .forEach(a -> appointments.computeIfAbsent(a.code(), c -> new ArrayList<>()).add(a));
    proofs
        .facts(Outstanding.class)
        .sorted(Comparator.comparing(Outstanding::toString))
        .forEach(o -> outstanding.computeIfAbsent(o.code(), c -> new ArrayList<>()).add(o));
    proofs
        .facts(Finding.class)
        .filter(f -> f.code().equals("monitoring-interval"))
        .forEach(f -> intervals.merge(f.about(), f, MonitoringLines::shorter));
  }

  /** By day; what has none comes last. */
  List<Monitored> sorted() {
    return appointments.keySet().stream()
        .flatMap(code -> line(code).stream())
        .map(this::withAdvice)
        .sorted(Comparator.comparing(Monitored::due, LAST_IF_NULL).thenComparing(Monitored::code))
        .toList();
  }

  /** Evidence on the statements that the lines rest on, once each; known when they are made. */
  List<Evidence> statements(Knowledge knowledge) {
    return EvidenceLines.of(shown, knowledge).stream()
        .sorted(Comparator.comparing(Evidence::guidance).thenComparing(e -> "" + e.card()))
        .toList();
  }

  /**
   * Where advice asks to repeat the test, or to look at the topic, its days are those of the plan;
   * what is overdue stays so.
   */
  private Monitored withAdvice(Monitored line) {
    Recommendation advice =
        advised.get((isTopic(line.code()) ? "assess:" : "repeat:") + line.code());
    if (advice == null || line.status().equals("overdue")) {
      return line;
    }
    LocalDate due = advice.due() == null ? advice.notBefore() : advice.due();
    boolean waits = advice.notBefore() != null && asOf.isBefore(advice.notBefore());
    return new Monitored(
        line.code(),
        line.lastDate(),
        line.lastValue(),
        due == null ? asOf : due,
        waits ? "planned" : "due",
        line.everyWeeks(),
        "see " + advice.id() + "; " + line.why(),
        line.provenance(),
        joined(line.guidance(), advice.guidance()),
        joined(line.because(), advice.because()));
  }

  private Optional<Monitored> line(String code) {
    Optional<LastValue> last = LastValue.of(code, facts);
    List<Outstanding> open = outstanding.getOrDefault(code, List.of());
    Optional<Outstanding> unreliable =
        open.stream().filter(o -> o.kind().equals("unreliable")).findFirst();
    if (unreliable.isPresent()) {
      List<Derivation> why = proofs.why(unreliable.get());
      String text = Wording.sentence(why.get(0).step().text());
      return Optional.of(line(code, last, null, "planned", text, row(appointments.get(code)), why));
    }
    if (isTopic(code)) {
      return Optional.of(topic(code));
    }
    if (open.isEmpty()) {
      return done(code, last);
    }
    Outstanding next =
        open.stream()
            .min(
                Comparator.comparing(MonitoringLines::day)
                    .thenComparing(Outstanding::opens)
                    .thenComparing(Outstanding::toString))
            .orElseThrow();
    Checkpoint row = row(appointments.get(code).stream().filter(a -> isOf(next, a)).toList());
    List<Appointment> remarks = remarks(code);
    String why =
        Stream.concat(Stream.of(row), remarks.stream().map(a -> row(List.of(a))))
            .map(Checkpoint::why)
            .distinct()
            .collect(Collectors.joining("; "));
    List<Derivation> because =
        Stream.concat(Stream.of(next), remarks.stream())
            .flatMap(derived -> proofs.why(derived).stream())
            .toList();
    return Optional.of(line(code, last, day(next), status(next, last), why, row, because));
  }

  /** What a finding asks for without a day; it is said beside the appointment that has one. */
  private List<Appointment> remarks(String code) {
    return appointments.get(code).stream()
        .filter(a -> a.kind().equals("undated") && !row(List.of(a)).need().isEmpty())
        .toList();
  }

  /** The last day, or the first of what has no last day. */
  private static LocalDate day(Outstanding next) {
    return next.due() == null ? next.opens() : next.due();
  }

  private String status(Outstanding next, Optional<LastValue> last) {
    if (next.due() != null && asOf.isAfter(next.due())) {
      return "overdue";
    }
    if (!asOf.isBefore(next.opens())) {
      return "due";
    }
    boolean kept =
        last.isPresent()
            && appointments.get(next.code()).stream()
                .anyMatch(a -> a.opens() != null && !last.get().day().isBefore(a.opens()));
    return kept ? "done" : "planned";
  }

  /** All is done; what lies behind for good is no line any more. */
  private Optional<Monitored> done(String code, Optional<LastValue> last) {
    List<Appointment> all = appointments.get(code);
    boolean over =
        all.stream().allMatch(MonitoringLines::isAfterStopping) && asOf.isAfter(endOfFollowUp());
    if (over) {
      return Optional.empty();
    }
    Appointment latest = all.get(all.size() - 1);
    Checkpoint row = row(List.of(latest));
    String why = row.undated().isEmpty() ? row.why() : row.undated() + ": " + row.why();
    String status = last.isPresent() ? "done" : "planned";
    return Optional.of(line(code, last, null, status, why, row, proofs.why(latest)));
  }

  /** The last day on which anything is due after stopping. */
  private LocalDate endOfFollowUp() {
    return appointments.values().stream()
        .flatMap(List::stream)
        .filter(MonitoringLines::isAfterStopping)
        .map(Appointment::due)
        .max(Comparator.naturalOrder())
        .orElseThrow();
  }

  private static boolean isAfterStopping(Appointment appointment) {
    return appointment.kind().equals("after-stopping");
  }

  /** A topic is looked at and never recorded: the latest that is open, else the next. */
  private Monitored topic(String code) {
    List<Appointment> all = appointments.get(code).stream().filter(a -> a.due() != null).toList();
    Optional<LocalDate> open =
        all.stream()
            .filter(a -> !asOf.isBefore(a.opens()) && !asOf.isAfter(a.due()))
            .map(Appointment::due)
            .max(Comparator.naturalOrder());
    Optional<LocalDate> next =
        all.stream()
            .filter(a -> asOf.isBefore(a.opens()))
            .map(Appointment::due)
            .min(Comparator.naturalOrder());
    LocalDate due = open.or(() -> next).orElse(all.get(all.size() - 1).due());
    List<Appointment> ofTheDay = all.stream().filter(a -> a.due().equals(due)).toList();
    Checkpoint row = row(ofTheDay);
    boolean waits = open.isEmpty() && next.isPresent();
    return line(
        code,
        Optional.empty(),
        waits || due.isAfter(asOf) ? due : asOf,
        waits ? "planned" : "due",
        row.why(),
        row,
        proofs.why(ofTheDay.get(0)));
  }

  private boolean isTopic(String code) {
    return facts.all(Checkpoint.class).anyMatch(row -> row.code().equals(code) && row.topic());
  }

  private Monitored line(
      String code,
      Optional<LastValue> last,
      LocalDate due,
      String status,
      String says,
      Checkpoint row,
      List<Derivation> because) {
    Finding interval = intervals.get(code);
    List<Derivation> why =
        Stream.concat(
                because.stream(), interval == null ? Stream.of() : proofs.why(interval).stream())
            .toList();
    shown.addAll(why);
    return new Monitored(
        code,
        last.filter(LastValue::exact).map(LastValue::day).orElse(null),
        last.map(LastValue::text).orElse(null),
        due,
        status,
        interval == null ? null : weeks(interval),
        says,
        row.provenance(),
        Derivation.guidance(why),
        why.stream().map(derivation -> (Proof) derivation.step()).distinct().toList());
  }

  private static <T> List<T> joined(List<T> one, List<T> other) {
    return Stream.concat(one.stream(), other.stream()).distinct().toList();
  }

  /** The row of the schedule that gives one of the appointments; the strongest of several. */
  private Checkpoint row(List<Appointment> given) {
    return given.stream()
        .flatMap(appointment -> proofs.why(appointment).stream())
        .flatMap(derivation -> derivation.matched().stream())
        .flatMap(fact -> fact instanceof Checkpoint row ? Stream.of(row) : Stream.empty())
        .min(
            Comparator.comparing((Checkpoint row) -> PROVENANCES.indexOf(row.provenance()))
                .thenComparing(Checkpoint::toString))
        .orElseThrow(
            () ->
                new IllegalStateException(
                    given + " rests on no row of the schedule; match a Checkpoint in its rule"));
  }

  private static boolean isOf(Outstanding open, Appointment appointment) {
    return open.opens().equals(appointment.opens())
        && (open.due() == null ? appointment.due() == null : open.due().equals(appointment.due()));
  }

  private static int weeks(Finding interval) {
    return interval.value().value().intValueExact();
  }

  private static Finding shorter(Finding one, Finding other) {
    return weeks(one) <= weeks(other) ? one : other;
  }
}
