package org.homeostat.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.homeostat.ruletest.Coverage;
import org.homeostat.ruletest.CoverageLcov;
import org.homeostat.ruletest.CoveragePage;
import picocli.CommandLine.Option;

/** Whether a test run counts coverage, and what becomes of it. */
final class CoverageOptions {

  private static final String ALL = "";

  @Option(
      names = "--coverage",
      description =
          "Count what the cases touch: rules, conditions, table rows and cut-offs; lists what is"
              + " left open.")
  private boolean counted;

  @Option(
      names = "--lcov",
      paramLabel = "FILE",
      description = "Write coverage as an LCOV trace file.")
  private Path lcov;

  @Option(names = "--html", paramLabel = "FILE", description = "Write coverage as one HTML page.")
  private Path html;

  @Option(
      names = "--threshold",
      paramLabel = "[KIND=]PERCENT",
      description =
          "Leave with exit code 1 where less is covered; KIND is rules, conditions, rows or cutoffs;"
              + " without KIND all four are meant. May be given several times.")
  private List<String> thresholds = List.of();

  /** Whether coverage is to be counted. */
  boolean wanted() {
    return counted || lcov != null || html != null || !thresholds.isEmpty();
  }

  /** The shares that are wanted, in per mille, by kind; checked before anything runs. */
  Map<String, Integer> thresholds() {
    Map<String, Integer> wanted = new LinkedHashMap<>();
    for (String threshold : thresholds) {
      int equals = threshold.indexOf('=');
      String kind = equals < 0 ? ALL : threshold.substring(0, equals);
      String percent = threshold.substring(equals + 1);
      if (!kind.equals(ALL) && !Coverage.KINDS.contains(kind)
          || !percent.matches("\\d{1,3}(\\.\\d)?")
          || Double.parseDouble(percent) > 100) {
        throw new InputException(
            "--threshold '"
                + threshold
                + "' is no PERCENT from 0 to 100 and no KIND=PERCENT; KIND is one of "
                + String.join(", ", Coverage.KINDS));
      }
      int permille = (int) Math.round(Double.parseDouble(percent) * 10);
      (kind.equals(ALL) ? Coverage.KINDS : List.of(kind)).forEach(k -> wanted.put(k, permille));
    }
    return wanted;
  }

  /** One sentence for each share that is below its threshold. */
  List<String> shortfalls(Coverage coverage) {
    List<String> sentences = new ArrayList<>();
    Map<String, Integer> wanted = thresholds();
    for (Coverage.Share share : coverage.shares()) {
      int threshold = wanted.getOrDefault(share.of(), 0);
      if (share.permille() < threshold) {
        sentences.add(
            "coverage of "
                + share.of()
                + " is "
                + share.percent()
                + ", below "
                + Coverage.percent(threshold));
      }
    }
    return sentences;
  }

  /** Writes the files that were asked for. */
  void write(Coverage coverage, String ruleFolder) {
    if (lcov != null) {
      write(lcov, CoverageLcov.of(coverage, ruleFolder));
    }
    if (html != null) {
      write(html, CoveragePage.of(coverage));
    }
  }

  private static void write(Path file, String text) {
    try {
      Path folder = file.toAbsolutePath().getParent();
      if (folder != null) {
        Files.createDirectories(folder);
      }
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new InputException("cannot write " + file + ": " + FileFault.reason(e));
    }
  }
}
