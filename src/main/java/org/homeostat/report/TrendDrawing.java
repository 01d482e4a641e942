package org.homeostat.report;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.homeostat.fact.Cutoff;
import org.homeostat.fact.LaboratoryRange;
import org.homeostat.fact.UsableObservation;
import org.homeostat.fact.Wording;
import org.homeostat.knowledge.Knowledge;
import org.homeostat.quantity.Quantity;

/** Lays out the drawing of one test. */
final class TrendDrawing {

  /** A cut-off further from all values than this many times their span, or this part of it, ... */
  private static final BigDecimal FAR_OF_SPAN = BigDecimal.valueOf(4);

  private static final BigDecimal FAR_OF_LIMIT = new BigDecimal("0.7");
  private static final BigDecimal MARGIN = new BigDecimal("0.08");
  private static final BigDecimal HALF = new BigDecimal("0.5");

  /** An axis spans this part of its highest number at least, so that a small change looks small. */
  private static final BigDecimal LEAST_SPAN = new BigDecimal("0.2");

  /** Letters that fit in a line beside a drawing. */
  private static final int LINE_LENGTH = 14;

  private static final char NO_BREAK = '\u00a0';

  private final List<UsableObservation> values;
  private final TimeScale time;
  private final Knowledge knowledge;
  private final boolean asJudged;

  /**
   * A drawing.
   *
   * @param values of one test, oldest first
   */
  TrendDrawing(List<UsableObservation> values, TimeScale time, Knowledge knowledge) {
    this.values = values;
    this.time = time;
    this.knowledge = knowledge;
    this.asJudged = values.stream().map(value -> value.value().uom()).distinct().count() == 1;
  }

  String code() {
    return values.get(0).code();
  }

  /** Unit of all values; where they differ, the first of the test. */
  String uom() {
    return drawn(values.get(0)).uom();
  }

  private Quantity drawn(UsableObservation value) {
    return asJudged ? value.value() : value.reference();
  }

  /**
   * The drawing.
   *
   * @param published cut-offs of the test in every unit; only those in the unit of the drawing have
   *     a line, and each value is held to those in its own unit
   */
  Trend draw(List<Cutoff> published, List<Period.Bar> periods, LocalDate today, int setAside) {
    List<Cutoff> cutoffs =
        published.stream().filter(cutoff -> cutoff.limit().uom().equals(uom())).toList();
    List<Cutoff> shown = cutoffs.stream().filter(cutoff -> isNear(cutoff, cutoffs)).toList();
    Scale scale = scale(shown);
    return new Trend(
        code(),
        Wording.sentence(knowledge.name(code())),
        unit(),
        time,
        time.place(today),
        values.stream().map(value -> point(value, published, scale)).toList(),
        scale.ticks().stream()
            .map(tick -> new Trend.Tick(tick.toPlainString(), scale.place(tick)))
            .toList(),
        labelled(shown, scale),
        cutoffs.stream().filter(cutoff -> !shown.contains(cutoff)).map(this::words).toList(),
        periods,
        setAside);
  }

  private String unit() {
    String text = new Quantity(BigDecimal.ONE, uom()).text();
    return text.equals("1") ? "" : text.substring(2);
  }

  private Trend.Point point(UsableObservation value, List<Cutoff> cutoffs, Scale scale) {
    Quantity drawn = drawn(value);
    List<String> beyond = new ArrayList<>();
    cutoffs.stream()
        .filter(cutoff -> cutoff.isReachedBy(value.value()))
        .forEach(cutoff -> beyond.add(Wording.words(cutoff.band())));
    if (value.isAboveOwnRange()) {
      beyond.add("above the laboratory's own range");
    }
    if (value.isBelowOwnRange()) {
      beyond.add("below the laboratory's own range");
    }
    boolean asReported = value.reported().isSameAs(drawn);
    return new Trend.Point(
        value.date(),
        asReported ? drawn.text() : drawn.shortText(),
        asReported ? null : value.reported().text(),
        time.place(value.date()),
        scale.place(drawn.value()),
        beyond,
        range(value, scale));
  }

  private Trend.Range range(UsableObservation value, Scale scale) {
    LaboratoryRange range = value.range();
    boolean comparable =
        value.reported().uom().equals(uom())
            && (range.low() != null || range.high() != null)
            && !range.isInverted();
    if (!comparable) {
      return null;
    }
    BigDecimal top = scale.place(range.high() == null ? scale.to() : range.high());
    BigDecimal foot = scale.place(range.low() == null ? scale.from() : range.low());
    return new Trend.Range(
        range.low() == null
            ? "to " + range.high().toPlainString()
            : range.high() == null
                ? "from " + range.low().toPlainString()
                : range.low().toPlainString() + " to " + range.high().toPlainString(),
        top,
        foot.subtract(top));
  }

  /** Whether a cut-off lies among the values, or next to them and not far off. */
  private boolean isNear(Cutoff cutoff, List<Cutoff> all) {
    BigDecimal limit = cutoff.limit().value();
    BigDecimal least = least();
    BigDecimal most = most();
    if (limit.compareTo(least) >= 0 && limit.compareTo(most) <= 0) {
      return true;
    }
    boolean above = limit.compareTo(most) > 0;
    boolean isNext =
        all.stream()
            .map(other -> other.limit().value())
            .filter(other -> above ? other.compareTo(most) > 0 : other.compareTo(least) < 0)
            .allMatch(other -> above ? other.compareTo(limit) >= 0 : other.compareTo(limit) <= 0);
    BigDecimal off = above ? limit.subtract(most) : least.subtract(limit);
    BigDecimal far =
        most.subtract(least).multiply(FAR_OF_SPAN).max(limit.abs().multiply(FAR_OF_LIMIT));
    return isNext && off.compareTo(far) <= 0;
  }

  private BigDecimal least() {
    return numbers().min(BigDecimal::compareTo).orElseThrow();
  }

  private BigDecimal most() {
    return numbers().max(BigDecimal::compareTo).orElseThrow();
  }

  private Stream<BigDecimal> numbers() {
    return values.stream().map(value -> drawn(value).value());
  }

  private Scale scale(List<Cutoff> shown) {
    List<BigDecimal> numbers = new ArrayList<>(numbers().toList());
    shown.forEach(cutoff -> numbers.add(cutoff.limit().value()));
    values.stream()
        .filter(value -> value.reported().uom().equals(uom()) && !value.range().isInverted())
        .flatMap(value -> Stream.of(value.range()))
        .flatMap(range -> Stream.of(range.low(), range.high()).filter(end -> end != null))
        .forEach(numbers::add);
    BigDecimal least = numbers.stream().min(BigDecimal::compareTo).orElseThrow();
    BigDecimal most = numbers.stream().max(BigDecimal::compareTo).orElseThrow();
    BigDecimal span = most.subtract(least);
    BigDecimal lacking = most.abs().multiply(LEAST_SPAN).subtract(span).max(BigDecimal.ZERO);
    BigDecimal room = span.add(lacking).multiply(MARGIN).add(lacking.multiply(HALF));
    if (room.signum() == 0) {
      room = BigDecimal.ONE;
    }
    return Scale.of(least.subtract(room), most.add(room), Trend.HEIGHT, 0);
  }

  private String words(Cutoff cutoff) {
    return Wording.words(cutoff.band())
        + " "
        + side(cutoff)
        + " "
        + cutoff.limit().value().toPlainString()
        + (cutoff.population().isEmpty() ? "" : " (" + cutoff.population() + ")");
  }

  private static String side(Cutoff cutoff) {
    return cutoff.side().equals("at-or-above") ? "from" : cutoff.side();
  }

  /** The cut-offs from above to below, each label below the one before it. */
  private List<Trend.Level> labelled(List<Cutoff> shown, Scale scale) {
    List<List<String>> lines = new ArrayList<>();
    int[] middles = new int[shown.size()];
    int free = 0;
    for (int i = 0; i < shown.size(); i++) {
      Cutoff cutoff = shown.get(i);
      String limit = side(cutoff) + " " + cutoff.limit().value().toPlainString();
      lines.add(wrapped(Wording.words(cutoff.band()), limit));
      int half = lines.get(i).size() * Trend.LINE / 2;
      middles[i] = Math.max(scale.place(cutoff.limit().value()).intValue(), free + half);
      free = middles[i] + half + 2;
    }
    int most = Trend.HEIGHT;
    for (int i = shown.size() - 1; i >= 0; i--) {
      int half = lines.get(i).size() * Trend.LINE / 2;
      middles[i] = Math.min(middles[i], most - half);
      most = middles[i] - half - 2;
    }
    List<Trend.Level> levels = new ArrayList<>();
    for (int i = 0; i < shown.size(); i++) {
      Cutoff cutoff = shown.get(i);
      levels.add(
          new Trend.Level(
              String.join(" ", lines.get(i)),
              lines.get(i),
              scale.place(cutoff.limit().value()),
              BigDecimal.valueOf(middles[i]),
              cutoff.population()));
    }
    return levels;
  }

  private static List<String> wrapped(String name, String limit) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : (name + " " + limit.replace(' ', NO_BREAK)).split(" ")) {
      if (line.length() > 0 && line.length() + 1 + word.length() > LINE_LENGTH) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(line.length() == 0 ? "" : " ").append(word.replace(NO_BREAK, ' '));
    }
    lines.add(line.toString());
    return lines;
  }
}
