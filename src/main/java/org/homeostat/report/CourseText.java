package org.homeostat.report;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.homeostat.advice.Advisory;
import org.homeostat.advice.Evidence;
import org.homeostat.advice.Monitored;
import org.homeostat.advice.Proof;
import org.homeostat.advice.Response;

/** The part of a text report that speaks of time: what is due when, and how values moved. */
final class CourseText {

  private final Page page;
  private final boolean unfolded;

  CourseText(Page page, boolean unfolded) {
    this.page = page;
    this.unfolded = unfolded;
  }

  void write(Advisory advisory) {
    if (!advisory.monitoring().isEmpty()) {
      page.heading("Monitoring");
      for (String state : Monitored.STATES) {
        advisory.monitoring().stream()
            .filter(line -> line.status().equals(state))
            .forEach(this::monitored);
      }
    }
    if (!advisory.response().markers().isEmpty()) {
      page.heading("Change from the patient's own values: " + overall(advisory.response()));
      advisory.response().markers().entrySet().forEach(this::marker);
      statements(advisory.response());
    }
  }

  private void monitored(Monitored line) {
    String due = line.due() == null ? "" : line.status().equals("done") ? ", next " : ", ";
    page.item(
        line.status()
            + ": "
            + line.code()
            + (line.due() == null ? "" : due + line.due())
            + (line.everyWeeks() == null
                ? ""
                : ", after the first year every " + line.everyWeeks() + " weeks")
            + (line.lastDate() == null
                ? ""
                : "; last " + line.lastValue() + " on " + line.lastDate()));
    if (unfolded || line.due() == null || !line.status().equals("done")) {
      page.line(2, line.why() + " [" + line.provenance() + "]");
    }
    unfold(line.because());
  }

  /** The class, with the tests that it is told of. */
  private static String overall(Response response) {
    return response.overall()
        + response.markers().entrySet().stream()
            .filter(marker -> marker.getValue().name().equals(response.overall()))
            .map(Map.Entry::getKey)
            .collect(Collectors.joining(", ", " (", ")"));
  }

  private void marker(Map.Entry<String, Response.Marker> entry) {
    Response.Marker marker = entry.getValue();
    page.item(
        entry.getKey()
            + ": "
            + marker.name()
            + "; "
            + marker.baseline()
            + " to "
            + marker.current()
            + ", change "
            + marker.change()
            + (marker.changePercent() == null ? "" : " (" + marker.changePercent() + " %)")
            + "; "
            + marker.about()
            + ", "
            + marker.weeks()
            + " weeks");
    if (marker.benchmark() != null) {
      page.line(2, "trial: " + marker.benchmark());
    }
    unfold(marker.because());
  }

  /** What the documents state of these tests, once each, and what evidence says of it. */
  private void statements(Response response) {
    Map<String, List<Evidence>> byStatement =
        response.markers().values().stream()
            .flatMap(marker -> marker.evidence().stream())
            .distinct()
            .collect(Collectors.groupingBy(Evidence::guidance, TreeMap::new, Collectors.toList()));
    byStatement.forEach(
        (id, evidence) -> {
          page.item(
              "statement "
                  + id
                  + " ("
                  + evidence.get(0).document()
                  + "): "
                  + evidence.get(0).statement());
          evidence.forEach(
              e ->
                  page.line(
                      2, "evidence: " + e.verdict() + ", grade " + e.grade() + ". " + e.note()));
        });
  }

  private void unfold(List<Proof> because) {
    if (unfolded) {
      page.proofs(2, ProofNode.of(because));
    }
  }
}
