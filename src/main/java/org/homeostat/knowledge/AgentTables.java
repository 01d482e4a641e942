package org.homeostat.knowledge;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/** The rows of the tables of agents: catalogue, schedules, regulation, options and goals. */
public final class AgentTables {

  /** The place of anti-doping rules. */
  public static final String SPORT = "sport";

  /** A place of which nothing is recorded. */
  public static final String ELSEWHERE = "other";

  private AgentTables() {}

  /**
   * An agent of the catalogue.
   *
   * @param receptors receptors that it acts on
   * @param routes how it is taken
   * @param halfLife its character in words
   */
  public record AgentRow(
      String code,
      String name,
      String agentClass,
      List<String> groups,
      List<String> receptors,
      List<String> routes,
      String halfLife,
      String source) {

    /** The part of the protocol that it falls into: the growth hormone axis, or its class. */
    public String scope() {
      return groups.contains("gh-axis") ? "gh-axis" : agentClass;
    }

    /** Whether the name is this agent, its class or one of its groups. */
    public boolean is(String name) {
      return code.equals(name) || agentClass.equals(name) || groups.contains(name);
    }
  }

  /** A use of an agent that is approved under 18, from an age in years. */
  public record PaediatricUseRow(
      String agent, String indication, BigDecimal fromAge, String note, String source) {}

  /**
   * A schedule that goes with an agent.
   *
   * @param routes routes that it is about; null: every route
   * @param timings times of day that go with it; null: any
   */
  public record DosingRow(
      String agent,
      List<String> routes,
      List<String> frequencies,
      List<String> timings,
      String note,
      String source) {}

  /**
   * What is recorded of an agent at a place.
   *
   * @param place a place of {@link JurisdictionRow}, or {@link #SPORT}
   * @param indications indications that it is authorised for; null: none
   * @param asOf day up to which the record was read
   */
  public record RegulationRow(
      String agent,
      String place,
      String status,
      List<String> indications,
      LocalDate asOf,
      String note,
      String source) {}

  /**
   * A place with its own regulation.
   *
   * @param countries ISO 3166-1 alpha-2 codes
   * @param assumed whether it is taken where no country is stated
   */
  public record JurisdictionRow(
      String place, String name, List<String> countries, boolean assumed, String source) {}

  /**
   * One of the ways that are put side by side.
   *
   * @param agents agents that it is about
   */
  public record OptionRow(String code, String name, List<String> agents, String source) {}

  /**
   * What evidence says of a goal, and what bears on it.
   *
   * @param targets targets of recommendations
   * @param options codes of options
   */
  public record GoalRow(
      String goal, List<String> targets, List<String> options, String note, String source) {}
}
