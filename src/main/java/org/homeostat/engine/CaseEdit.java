package org.homeostat.engine;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import org.homeostat.fact.PatientCase;

/** Copies of immutable records with one component changed. */
final class CaseEdit {

  private CaseEdit() {}

  /**
   * The case with another entry in the place of one of a list.
   *
   * @param list name of the list, such as {@code observations}
   * @param other the entry; null: none
   */
  static PatientCase replace(PatientCase given, String list, Object entry, Object other) {
    List<Object> entries = new ArrayList<>();
    for (Object one : (List<?>) value(given, list)) {
      if (one != entry) {
        entries.add(one);
      } else if (other != null) {
        entries.add(other);
      }
    }
    return with(given, list, entries);
  }

  /** The case with one more entry in a list; the list counts as asked. */
  static PatientCase add(PatientCase given, String list, Object entry) {
    List<Object> entries = new ArrayList<>();
    if (value(given, list) instanceof List<?> there) {
      entries.addAll(there);
    }
    entries.add(entry);
    return with(given, list, entries);
  }

  /** The value of a component. */
  static Object value(Record record, String component) {
    for (RecordComponent one : record.getClass().getRecordComponents()) {
      if (one.getName().equals(component)) {
        return value(record, one);
      }
    }
    throw new IllegalArgumentException(
        record.getClass().getSimpleName() + " has no component " + component);
  }

  /**
   * The record with another value of a component.
   *
   * @throws IllegalArgumentException when the record refuses the value
   */
  @SuppressWarnings("unchecked")
  static <R extends Record> R with(R record, String component, Object value) {
    RecordComponent[] components = record.getClass().getRecordComponents();
    Class<?>[] types = new Class<?>[components.length];
    Object[] values = new Object[components.length];
    boolean found = false;
    for (int i = 0; i < components.length; i++) {
      boolean changed = components[i].getName().equals(component);
      found |= changed;
      types[i] = components[i].getType();
      values[i] = changed ? value : value(record, components[i]);
    }
    if (!found) {
      throw new IllegalArgumentException(
          record.getClass().getSimpleName() + " has no component " + component);
    }
    try {
      Constructor<?> constructor = record.getClass().getDeclaredConstructor(types);
      return (R) constructor.newInstance(values);
    } catch (InvocationTargetException e) {
      throw new IllegalArgumentException(
          component + ": " + value + " is refused: " + e.getCause().getMessage(), e.getCause());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(record.getClass() + " cannot be copied", e);
    }
  }

  private static Object value(Record record, RecordComponent component) {
    try {
      return component.getAccessor().invoke(record);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(component + " cannot be read", e);
    }
  }
}
