package org.homeostat.engine;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.homeostat.advice.Advisory;
import org.homeostat.advice.WhatIf;
import org.homeostat.fact.UsableObservation;
import org.homeostat.fact.Wording;

/** Looks for what would change the advice on a case, and asks the engine about each of it. */
final class WhatIfSearch {

  private static final String OBSERVATIONS = "/observations/";

  private final PatientOnDay day;
  private final SessionFacts facts;
  private final Outcome base;
  private final Supplier<Asker> askers;
  private final int threads;

  /**
   * A search.
   *
   * @param base what the engine says of the case as it is
   * @param askers makes one for each thread
   */
  WhatIfSearch(
      PatientOnDay day, SessionFacts facts, Outcome base, Supplier<Asker> askers, int threads) {
    this.day = day;
    this.facts = facts;
    this.base = base;
    this.askers = askers;
    this.threads = threads;
  }

  /** What was found; the same whatever the number of threads. */
  WhatIf run() {
    Map<String, String> texts = new LinkedHashMap<>();
    facts.inputs().forEach(input -> texts.putIfAbsent(input.at(), Wording.sentence(input.text())));
    facts
        .all(UsableObservation.class)
        .filter(value -> value.at().startsWith(OBSERVATIONS))
        .forEach(value -> texts.replace(value.at(), Wording.sentence(value.text())));
    Set<String> bearing = bearing();
    List<Probe<WhatIf.Alternative>> changes =
        Stream.of(
                new ValueProbes(day.given(), day.knowledge(), facts, texts, bearing).all(),
                new DateProbes(day, facts, texts, bearing).all(),
                new AnswerProbes(day.given(), day.knowledge(), texts).all())
            .flatMap(List::stream)
            .toList();
    List<Probe<WhatIf.Question>> questions = new MissingProbes(day, facts).all(base.missing());
    List<Probe<?>> probes = new ArrayList<>(questions);
    probes.addAll(changes);
    Set<String> tried = changes.stream().map(Probe::at).collect(Collectors.toSet());
    Answers answers = ask(probes);
    List<WhatIf.Alternative> found =
        answers.of(changes, questions.size()).map(WhatIf.Alternative.class::cast).toList();
    return new WhatIf(
        inOrderOfCase(found, texts),
        answers.of(questions, 0).map(WhatIf.Question.class::cast).toList(),
        texts(input -> tried.contains(input.at()) && isWithout(found, input)),
        texts(input -> !tried.contains(input.at())),
        answers.asked());
  }

  /**
   * What was answered.
   *
   * @param found by the place of the probe
   */
  private record Answers(List<List<?>> found, int asked) {
    Stream<?> of(List<?> probes, int first) {
      return found.subList(first, first + probes.size()).stream().flatMap(List::stream);
    }
  }

  private Answers ask(List<Probe<?>> probes) {
    ConcurrentLinkedQueue<Integer> open = new ConcurrentLinkedQueue<>();
    List<List<?>> found = new ArrayList<>();
    for (int i = 0; i < probes.size(); i++) {
      open.add(i);
      found.add(List.of());
    }
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      List<Future<Integer>> workers = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        workers.add(pool.submit(() -> work(open, probes, found)));
      }
      int asked = 0;
      for (Future<Integer> worker : workers) {
        asked += worker.get();
      }
      return new Answers(found, asked);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException cause
          ? cause
          : new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while the engine was asked", e);
    } finally {
      open.clear();
      pool.shutdown();
    }
  }

  private int work(
      ConcurrentLinkedQueue<Integer> open, List<Probe<?>> probes, List<List<?>> found) {
    try (Asker asker = askers.get()) {
      for (Integer next = open.poll(); next != null; next = open.poll()) {
        List<?> answers = probes.get(next).ask().apply(asker);
        synchronized (found) {
          found.set(next, answers);
        }
      }
      return asker.asked();
    }
  }

  private static List<WhatIf.Alternative> inOrderOfCase(
      List<WhatIf.Alternative> found, Map<String, String> texts) {
    List<String> order = List.copyOf(texts.keySet());
    Function<WhatIf.Alternative, Integer> place = change -> order.indexOf(change.at());
    return found.stream().sorted(Comparator.comparing(place)).toList();
  }

  /**
   * The newest values and those before them, and older ones in so far as something rests on them.
   */
  private Set<String> bearing() {
    Set<String> bearing = new HashSet<>(base.cited());
    facts
        .all(UsableObservation.class)
        .filter(value -> value.newest() || value.previous())
        .forEach(value -> bearing.add(value.at()));
    return bearing;
  }

  private static boolean isWithout(List<WhatIf.Alternative> found, Advisory.Input input) {
    return found.stream().noneMatch(change -> change.at().equals(input.at()));
  }

  private List<String> texts(Predicate<Advisory.Input> wanted) {
    return facts.inputs().stream()
        .filter(input -> !input.use().equals("shown"))
        .filter(wanted)
        .map(Advisory.Input::text)
        .toList();
  }
}
