package org.homeostat.engine;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.homeostat.fact.CoreTest;
import org.homeostat.fact.Cutoff;
import org.homeostat.fact.Interval;
import org.homeostat.fact.Patient;
import org.homeostat.fact.TableRow;
import org.homeostat.knowledge.AgentRows;
import org.homeostat.knowledge.Knowledge;
import org.homeostat.knowledge.Tables;
import org.homeostat.knowledge.TimeTables;
import org.homeostat.quantity.Quantity;

/** Chooses the table rows that hold for a patient on a day. */
final class RowSelection {

  private RowSelection() {}

  /**
   * Rows that hang on patient, protocol, conditions, examinations and goals; what makes an assay
   * unreliable, which hangs on values too, is not among them.
   */
  static List<TableRow> of(PatientOnDay day) {
    Knowledge knowledge = day.knowledge();
    Tables tables = knowledge.tables();
    List<TableRow> rows = new ArrayList<>();
    boolean adult = day.isAdult();
    boolean pregnant = day.isPregnant();
    tables.cutoffs().stream()
        .filter(row -> holds(row, day.given().patient(), adult, pregnant))
        .forEach(row -> rows.add(cutoff(row)));
    tables.coreTests().stream()
        .filter(row -> isNeeded(row, day))
        .forEach(row -> rows.add(coreTest(row, knowledge)));
    Set<String> agents = new LinkedHashSet<>();
    PatientOnDay.orEmpty(day.given().protocol()).forEach(entry -> agents.add(entry.agent()));
    agents.addAll(PatientOnDay.orEmpty(day.given().patient().hypersensitivity()));
    agents.forEach(code -> rows.add(AgentRows.agent(knowledge.agent(code))));
    rows.addAll(tables.contraindications());
    tables.paediatricUses().forEach(row -> rows.add(AgentRows.paediatricUse(row)));
    rows.addAll(new AgentRowSelection(day).rows());
    tables.windows().forEach(row -> rows.add(day.window(row.code())));
    tables.intervals().forEach(row -> rows.add(interval(row, day.asOf())));
    rows.addAll(new TimeRowSelection(day).rows());
    return rows;
  }

  private static boolean holds(
      Tables.CutoffRow row, Patient patient, boolean adult, boolean pregnant) {
    String ancestry = patient.ancestry() == null ? Tables.UNSTATED : patient.ancestry();
    return row.isFor(patient.sex(), ancestry) && row.isAt(adult, pregnant);
  }

  private static Interval interval(TimeTables.IntervalRow row, LocalDate asOf) {
    return new Interval(
        row.code(),
        row.fromWeeks(),
        row.toWeeks(),
        asOf.plusWeeks(row.fromWeeks()),
        row.toWeeks() == null ? null : asOf.plusWeeks(row.toWeeks()),
        row.note(),
        row.source());
  }

  private static Cutoff cutoff(Tables.CutoffRow row) {
    return new Cutoff(
        row.code(),
        row.band(),
        new Quantity(row.value(), row.uom()),
        row.side(),
        row.population() == null ? "" : row.population(),
        row.source());
  }

  private static boolean isNeeded(Tables.CoreTestRow row, PatientOnDay day) {
    boolean sexFits = row.sex() == null || row.sex().equals(day.given().patient().sex());
    boolean agentFits =
        row.agent().equals("any")
            || day.active().stream()
                .filter(entry -> day.knowledge().agent(entry.agent()).is(row.agent()))
                .map(entry -> entry.statusOn(day.asOf()).equals("planned"))
                .anyMatch(planned -> row.planned() == null || row.planned().equals(planned));
    return sexFits && agentFits;
  }

  private static CoreTest coreTest(Tables.CoreTestRow row, Knowledge knowledge) {
    return new CoreTest(
        row.code(),
        row.name(),
        knowledge.analyte(row.code()) != null,
        row.anyAge(),
        row.blocksLow(),
        row.why(),
        row.source());
  }
}
