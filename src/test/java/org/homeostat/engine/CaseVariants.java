package org.homeostat.engine;

import java.math.BigDecimal;
import java.util.List;
import org.homeostat.fact.Condition;
import org.homeostat.fact.Observation;
import org.homeostat.fact.PatientCase;
import org.homeostat.fact.ProtocolEntry;

/** Copies of cases and observations in which one thing is different. */
final class CaseVariants {

  private CaseVariants() {}

  /** The observation with another value and unit. */
  static Observation valued(Observation o, BigDecimal value, String uom) {
    return valued(o, value, uom, o.sds());
  }

  /** The observation with another value, unit and score. */
  static Observation valued(Observation o, BigDecimal value, String uom, BigDecimal sds) {
    return new Observation(
        o.at(),
        o.code(),
        value,
        uom,
        o.date(),
        o.collectedAt(),
        o.lastIntakeAt(),
        o.fastingHours(),
        o.fastingStated(),
        o.low(),
        o.high(),
        sds,
        o.method());
  }

  /** The case with other observations. */
  static PatientCase withObservations(PatientCase c, List<Observation> observations) {
    return with(c, observations, c.conditions(), c.protocol());
  }

  /** The case with other observations, conditions and protocol. */
  static PatientCase with(
      PatientCase c,
      List<Observation> observations,
      List<Condition> conditions,
      List<ProtocolEntry> protocol) {
    return new PatientCase(
        c.id(),
        c.title(),
        c.asOf(),
        c.patient(),
        c.baseline(),
        observations,
        conditions,
        c.familyHistory(),
        c.familyHistoryUnknown(),
        protocol,
        c.medications(),
        c.lifestyle(),
        c.examinations(),
        c.symptoms(),
        c.goals());
  }
}
