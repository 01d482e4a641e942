package org.homeostat.report;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;

/**
 * How the values of a test went, as a drawing: places across are in percent of its width, places
 * down in pixels.
 *
 * @param name of the test
 * @param unit in which it is drawn; empty for a plain number
 * @param points the values, oldest first
 * @param ticks round numbers of the scale
 * @param levels cut-offs of this patient that lie in the drawing, highest first
 * @param outside cut-offs of this patient that lie outside of it, in words
 * @param setAside how many values of the test could not be used
 */
public record Trend(
    String code,
    String name,
    String unit,
    TimeScale time,
    BigDecimal today,
    List<Point> points,
    List<Tick> ticks,
    List<Level> levels,
    List<String> outside,
    List<Period.Bar> periods,
    int setAside) {

  /** Height of the part that holds points and lines. */
  public static final int HEIGHT = 132;

  /** Height of a line of a label. */
  static final int LINE = 13;

  /**
   * A value.
   *
   * @param value in the unit of the drawing
   * @param reported as it was reported, where that is in another unit; else null
   * @param beyond the bands in which it lies: names of cut-offs, or the laboratory's own range
   * @param range the laboratory's own range; null: none was given in the unit of the drawing
   */
  public record Point(
      LocalDate day,
      String value,
      String reported,
      BigDecimal x,
      BigDecimal y,
      List<String> beyond,
      Range range) {}

  /**
   * The laboratory's own range beside a value.
   *
   * @param top place of the upper end, or of the end of the drawing
   */
  public record Range(String text, BigDecimal top, BigDecimal height) {}

  /** A number of the scale. */
  public record Tick(String label, BigDecimal y) {}

  /**
   * A cut-off.
   *
   * @param text such as {@code prediabetes from 100}
   * @param lines the same, in lines that fit beside the drawing
   * @param y place of the line
   * @param labelY place of the label's middle: labels of near cut-offs give way to each other
   * @param population whom it holds for; empty for everybody
   */
  public record Level(
      String text, List<String> lines, BigDecimal y, BigDecimal labelY, String population) {

    /** Place of the base of one line of the label. */
    public BigDecimal base(int line) {
      return labelY.add(BigDecimal.valueOf(line * LINE + 4L - (lines.size() - 1) * LINE / 2));
    }
  }

  /** The newest value with its day. */
  public Point newest() {
    return points.get(points.size() - 1);
  }

  /** Height of the strip that names the agents. */
  public int stripHeight() {
    return Math.max(1, periods.size()) * 20;
  }

  /** Name and unit. */
  public String title() {
    return name + (unit.isEmpty() ? "" : " in " + unit);
  }

  /** Whether some value has the laboratory's own range beside it. */
  public boolean hasRange() {
    return points.stream().anyMatch(point -> point.range() != null);
  }

  /** Whether some value lies beyond a cut-off or outside the laboratory's own range. */
  public boolean hasBeyond() {
    return points.stream().anyMatch(point -> !point.beyond().isEmpty());
  }

  /** What the drawing shows, in words. */
  public String alternative() {
    String values =
        points.stream()
            .map(
                point ->
                    point.value()
                        + " on "
                        + point.day()
                        + (point.beyond().isEmpty()
                            ? ""
                            : " (" + String.join(", ", point.beyond()) + ")"))
            .collect(Collectors.joining("; "));
    return title()
        + ": "
        + values
        + "."
        + (levels.isEmpty()
            ? ""
            : " Cut-offs: "
                + levels.stream().map(Level::text).collect(Collectors.joining("; "))
                + ".")
        + (periods.isEmpty()
            ? ""
            : " Agents: "
                + periods.stream().map(bar -> bar.period().line()).collect(Collectors.joining("; "))
                + ".");
  }
}
