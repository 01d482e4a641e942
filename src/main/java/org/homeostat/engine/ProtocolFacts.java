package org.homeostat.engine;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.homeostat.fact.ProtocolEntry;
import org.homeostat.fact.Treatment;
import org.homeostat.knowledge.AgentTables;
import org.homeostat.knowledge.Knowledge;

/** The facts of the protocol, each entry as it stands on the day of the advice. */
final class ProtocolFacts {

  private final PatientOnDay day;
  private final CaseLedger ledger;
  private final List<Treatment> treatments = new ArrayList<>();

  ProtocolFacts(PatientOnDay day, CaseLedger ledger) {
    this.day = day;
    this.ledger = ledger;
  }

  /** Takes one entry in. */
  void add(ProtocolEntry entry) {
    AgentTables.AgentRow agent = day.knowledge().agent(entry.agent());
    String status = entry.statusOn(day.asOf());
    String text = agent.name() + " " + status + entry.period();
    LocalDate lastDose = lastDose(entry, status, text);
    Treatment treatment =
        new Treatment(
            entry.at(),
            entry.agent(),
            status,
            entry.start(),
            entry.stop(),
            effectUntil(entry, agent),
            entry.dose(),
            entry.frequency(),
            entry.timing(),
            entry.route(),
            entry.source(),
            entry.indication(),
            lastDose,
            lastDoseChange(entry, text),
            entry.requestedChange(),
            text);
    if (treatments.stream().anyMatch(t -> t.repeats(treatment) && t.isConcurrentWith(treatment))) {
      ledger.quality("duplicate", entry.at(), text + " is given twice");
    }
    treatments.add(treatment);
    ledger.fact(treatment);
    ledger.input(entry.at(), text + entry.details(), true);
  }

  /** The last dose; one that is still to come says nothing, and is reported. */
  private LocalDate lastDose(ProtocolEntry entry, String status, String text) {
    boolean ahead = entry.lastDose() != null && entry.lastDose().isAfter(day.asOf());
    if (ahead) {
      ledger.quality(
          "future-date",
          entry.at() + "/lastDose",
          text + ": the last dose lies after the day of the advice and is not used");
    }
    if (entry.lastDose() != null && !ahead) {
      return entry.lastDose();
    }
    return status.equals("current") ? day.asOf() : null;
  }

  /** The last change of dose; one that is still to come says nothing, and is reported. */
  private LocalDate lastDoseChange(ProtocolEntry entry, String text) {
    if (entry.lastDoseChange() == null || !entry.lastDoseChange().isAfter(day.asOf())) {
      return entry.lastDoseChange();
    }
    ledger.quality(
        "future-date",
        entry.at() + "/lastDoseChange",
        text + ": the last change of dose lies after the day of the advice and is not used");
    return null;
  }

  private LocalDate effectUntil(ProtocolEntry entry, AgentTables.AgentRow agent) {
    return entry.stop() == null || !agent.is("long-acting")
        ? entry.stop()
        : entry
            .stop()
            .plusWeeks(day.knowledge().interval(Knowledge.CLEARANCE_INTERVAL).fromWeeks());
  }
}
