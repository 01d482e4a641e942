package org.homeostat.casefile;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.homeostat.advice.Monitored;
import org.homeostat.advice.Response;

/** What a written advisory says of time: the monitoring plan, and how tests moved. */
final class WrittenCourse {

  private WrittenCourse() {}

  static List<Monitored> monitoring(Members m) {
    return Required.objects(m, "monitoring", WrittenCourse::monitored);
  }

  private static Monitored monitored(Members m) {
    return new Monitored(
        Required.text(m, "code"),
        Required.dateOrNull(m, "lastDate"),
        Required.textOrNull(m, "lastValue"),
        Required.dateOrNull(m, "due"),
        m.required("status", word(m, "status", Monitored.STATES), "due"),
        m.required(
            "everyWeeks",
            m.isNull("everyWeeks") ? null : m.wholeNumber("everyWeeks", 1, 520),
            null),
        Required.text(m, "why"),
        Required.text(m, "provenance"),
        Required.texts(m, "guidance"),
        Required.objects(m, "because", WrittenProofs::proof));
  }

  static Response response(Members m) {
    return m.required("response", m.object("response", WrittenCourse::markers), Response.NONE);
  }

  private static Response markers(Members m) {
    SortedMap<String, Response.Marker> none = new TreeMap<>();
    SortedMap<String, Response.Marker> written =
        m.object(
            "markers",
            list -> {
              SortedMap<String, Response.Marker> markers = new TreeMap<>();
              for (String code : list.names()) {
                Response.Marker marker = list.object(code, WrittenCourse::marker);
                if (marker != null) {
                  markers.put(code, marker);
                }
              }
              return markers;
            });
    return new Response(
        m.required("markers", written, none),
        m.required(
            "overall", m.isNull("overall") ? null : word(m, "overall", Response.CLASSES), null));
  }

  private static Response.Marker marker(Members m) {
    return new Response.Marker(
        Required.text(m, "about"),
        Required.text(m, "baseline"),
        Required.text(m, "current"),
        m.required("weeks", m.number("weeks"), null),
        m.required("since", word(m, "since", List.of("start", "stop")), "start"),
        Required.text(m, "change"),
        m.required(
            "changePercent", m.isNull("changePercent") ? null : m.number("changePercent"), null),
        Required.textOrNull(m, "benchmark"),
        m.required("class", word(m, "class", Response.CLASSES), "no-benchmark"),
        Required.texts(m, "guidance"),
        Required.objects(m, "evidence", WrittenProofs::evidence),
        Required.objects(m, "because", WrittenProofs::proof));
  }

  private static String word(Members m, String name, List<String> words) {
    String word = m.text(name);
    if (word != null && !words.contains(word)) {
      m.problem(
          m.at() + "/" + name,
          "one of " + String.join(", ", words) + " is wanted, not '" + Problem.brief(word) + "'");
      return null;
    }
    return word;
  }
}
